"""The checks of the voice hear what is wrong, and let pass what is right."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.script import as_plain_text
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import a_record, an_owner
from infra.gallery.sampler import Drawn
from tests.drafts import voice_checks
from tests.drafts.repetitions import repetitions, sentences
from tests.drafts.voice_checks import Check
from tests.drafts.voice_words import ASKS_FOR_TIME, PHRASES, Phrase

DANA = Contact(name="Dana Winter")
NBSP = "\u00a0"


def letter(body: str, *, greeting: str = "Dear Ms Winter,", subject: str = "The decision", **facts: Any) -> Drawn:
    """A letter of one paragraph, or of several with an empty line between them."""
    text = f"{greeting}\n\n{body}\n\nKind regards,\nAlex Example"
    return _drawn(DraftChannel.LETTER, StepKind.STATUS_LETTER, subject, (Passage(heading=None, text=text),), **facts)


def script(opening: str, rules: tuple[str, ...] = (), /, branches: dict[str, str] | None = None, **facts: Any) -> Drawn:
    """A script with its branches by their headings."""
    passages = [Passage(heading=heading, text=text) for heading, text in (branches or {}).items()]
    opened = (Passage(heading=None, text=opening), *passages)
    return _drawn(DraftChannel.CALL, StepKind.STATUS_CALL, None, opened, rules, **facts)


def _drawn(
    channel: DraftChannel,
    kind: StepKind,
    subject: str | None,
    passages: tuple[Passage, ...],
    rules: tuple[str, ...] = (),
    *,
    language: str = "en",
    to: Contact = DANA,
    tone: Tone = Tone.FORMAL,
    country: str = "GB",
    **record: Any,
) -> Drawn:
    draft = Draft(
        kind=kind,
        channel=channel,
        language=language,
        to=to,
        rung="C1",
        rung_reason="",
        missing=None,
        subject=subject,
        passages=passages,
        text=as_plain_text(passages),
        tel=None,
        mailto=None,
        rules=rules,
        notice="",
    )
    return Drawn(draft, a_record(contacts=(to,), **record), an_owner(tone=tone, country=country))


WHO = "Hello, this is Alex Example. I was with you on Monday. Do you have two minutes?"
RUSSIAN_WHO = "Здравствуйте, это Alex Example. Вам удобно говорить?"
ALL_BRANCHES = {
    "If someone else answers": "Could you put me through?",
    "If she is in a meeting": "When will she be back?",
    "If you get the voicemail": "This is Alex.",
}
ALL_RUSSIAN_BRANCHES = {
    "Если трубку взял кто-то другой": "Соедините, пожалуйста.",
    "Если она на совещании": "Когда лучше перезвонить?",
    "Если включился автоответчик": "Это Саша.",
}

GOOD: list[tuple[Check, Drawn]] = [
    (voice_checks.bad_phrases, letter("I know these things take time, and none of this is urgent.")),
    (voice_checks.bad_phrases, letter("Спасибо за рассказ о вакансии.", language="ru")),
    (voice_checks.untidy, letter('They call it "the pipeline".')),
    (voice_checks.untidy, script("Hello.\n\n(Wait for the answer.)\n\nThank you.")),
    (voice_checks.promises_without_leave, letter("Unless I hear from you first, I'll call you on Friday.")),
    (voice_checks.promises_without_leave, letter("Если Вы не против, я позвоню в пятницу.", language="ru")),
    (voice_checks.promises_without_leave, script("I'll call you on Friday.")),
    (voice_checks.at_their_own_company, letter("I enjoyed our talk on Monday.", company="Acme")),
    (voice_checks.at_their_own_company, script("I had an interview at Acme.", company="Acme")),
    (voice_checks.long_subjects, letter("Hello.", subject="x" * 60)),
    (voice_checks.consolation_after_a_yes, script(WHO, branches={"If they say no": "If something else comes up …"})),
    (voice_checks.asked_before_said_who, script(WHO)),
    (voice_checks.asked_before_said_who, script(f"Is this Dr. Dana Winter?\n\n(Wait for the answer.)\n\n{WHO}")),
    (voice_checks.asked_before_said_who, script(RUSSIAN_WHO, language="ru")),
    (voice_checks.asked_before_said_why, script(WHO)),
    (voice_checks.asked_before_said_why, script("Hello, this is Alex Example. I'm calling about Monday.")),
    (
        voice_checks.asked_before_said_why,
        script("Это Alex Example. Мы встречались. Вам удобно?", language="ru"),
    ),
    (voice_checks.did_not_wait, script("Hello, is this Dana Winter?\n\n(Wait for the answer.)\n\nGood morning.")),
    (voice_checks.did_not_wait, script("Hello, is this Dana Winter? (Wait for the answer.) Good morning.")),
    (voice_checks.did_not_wait, script(WHO, branches={"Если да": "Спасибо, это полезно. Можно? Да."}, language="ru")),
    (voice_checks.did_not_wait, script(f"{RUSSIAN_WHO} Спасибо.", language="ru")),
    (voice_checks.answers_presumed, script(WHO, branches={"If no": "May I?\n\n(Wait for the answer.)\n\nThank you."})),
    (voice_checks.answers_presumed, letter("When will you decide? Thank you for your time.")),
    (voice_checks.missing_branches, script(WHO, branches=ALL_BRANCHES)),
    (voice_checks.missing_branches, script(RUSSIAN_WHO, branches=ALL_RUSSIAN_BRANCHES, language="ru")),
    (voice_checks.missing_branches, script(WHO, ("S5",), branches=dict(list(ALL_BRANCHES.items())[1:]))),
    (voice_checks.missing_branches, letter("Hello.")),
    (
        voice_checks.breaking_spaces,
        letter(f"3{NBSP}августа в ООО{NBSP}«Кит» было 10{NBSP}%.", subject="", language="ru"),
    ),
    (voice_checks.foreign_dates, letter("We met on Monday, August 3, 2026.", country="US")),
    (voice_checks.foreign_dates, letter("We met on Monday 3 August, in August 2026.", country="GB")),
    (voice_checks.foreign_dates, letter("We met on Monday 3 August 2026.", country="DE")),
    (voice_checks.foreign_words, letter("My résumé is attached.", country="US")),
    (voice_checks.foreign_words, letter("My CV is attached. I resumed work.", country="GB")),
    (voice_checks.foreign_words, letter("I'm keen to talk to you.", country="IE")),
    (voice_checks.foreign_words, letter("I'm excited to talk with you.", country="US")),
    (voice_checks.foreign_titles, letter("Hi.", greeting="Dear Ms. Winter,", country="US")),
    (voice_checks.foreign_titles, letter("Hi.", greeting="Dear Dr Winter,", country="GB")),
    (voice_checks.open_dates, letter("On Monday, August 3, we met, and again on Tuesday, August 4.", country="US")),
    (voice_checks.met_themselves, script("Is this Dana Winter?\n\nWe met on Monday.")),
    (voice_checks.pasted_names, letter("Thank you.", to=Contact(name="WINTER, Dana"))),
    (voice_checks.pasted_names, letter("Thank you.", greeting="Dear Dana Winter,")),
    (voice_checks.pasted_titles, letter("I'd like to be your VP of Sales.", position="VP, Sales (EMEA)")),
    (voice_checks.pasted_titles, letter("the Data Engineer role", position="Data Engineer")),
    (voice_checks.unfriendly_greetings, letter("Hi.", greeting="Hello Dana,", tone=Tone.FRIENDLY)),
    (voice_checks.unfriendly_greetings, letter("Hi.", greeting="Dear Dana Winter,", tone=Tone.FORMAL)),
    (voice_checks.ignored_salutations, letter("Hi.", to=Contact(name="Dana Winter", salutation="Ms Winter"))),
]
BAD: list[tuple[Check, Drawn, int]] = [
    (voice_checks.bad_phrases, letter("This is my last letter. I take it as a no, and it suits me."), 3),
    (voice_checks.bad_phrases, letter("The an engineer is None of us."), 2),
    (voice_checks.bad_phrases, letter("I still want it, and our conversation is the reason. I’d gladly come."), 2),
    (
        voice_checks.bad_phrases,
        letter("От меня было письмо о позиции. Больше не буду беспокоить.", language="ru"),
        3,
    ),
    (voice_checks.bad_phrases, letter("О причинах Вы просили позвонить в последний раз.", language="ru"), 2),
    (voice_checks.bad_phrases, letter("Письмо компании «ООО Кит».", language="ru"), 1),
    (voice_checks.untidy, letter('Two  spaces, "" and (a bracket).'), 4),
    (voice_checks.untidy, script("Hello [Dana]."), 2),
    (voice_checks.promises_without_leave, letter("Unless you mind.\n\nI'll call you on Friday."), 1),
    (voice_checks.promises_without_leave, letter("14 августа я Вам позвоню.", language="ru"), 1),
    (voice_checks.at_their_own_company, letter("I had an interview at Acme Inc. on Monday.", company="Acme Inc."), 1),
    (voice_checks.at_their_own_company, letter("Встреча в компании «Кит».", language="ru", company="Кит"), 1),
    (voice_checks.long_subjects, letter("Hello.", subject="x" * 61), 1),
    (voice_checks.consolation_after_a_yes, script(WHO, branches={"If it's a yes": "If something else comes up …"}), 1),
    (
        voice_checks.consolation_after_a_yes,
        script(WHO, branches={"If it's a yes": "Wonderful!", "Before you hang up": "If something else comes up …"}),
        1,
    ),
    (voice_checks.asked_before_said_who, script("Hello! Do you have two minutes?\n\nThis is Alex Example."), 1),
    (voice_checks.asked_before_said_who, script("Do you have two minutes? This is Alex Example."), 1),
    (voice_checks.asked_before_said_who, script(WHO, branches={"If they put you through": "Got two minutes?"}), 1),
    (voice_checks.asked_before_said_why, script("This is Alex Example. Do you have two minutes?"), 1),
    (voice_checks.asked_before_said_why, script(RUSSIAN_WHO, language="ru"), 1),
    (
        voice_checks.asked_before_said_why,
        script("This is Alex Example. Is this Dana Winter?\n\n(Wait for the answer.)\n\nDo you have two minutes?"),
        1,
    ),
    (voice_checks.did_not_wait, script("Hello, is this Dana Winter? This is Alex Example."), 1),
    (voice_checks.did_not_wait, script("Добрый день, это Дана? Это Саша.", language="ru"), 1),
    (
        voice_checks.answers_presumed,
        script(WHO, branches={"If no": "May I? All the best.", "If yes": "So?\nThanks."}),
        2,
    ),
    (voice_checks.missing_branches, script(WHO), 3),
    (voice_checks.missing_branches, script(RUSSIAN_WHO, language="ru"), 3),
    (voice_checks.breaking_spaces, letter("3 августа в ООО «Кит» было 10 % или 5%.", language="ru"), 4),
    (voice_checks.foreign_dates, letter("We met on Monday 3 August and on Tuesday August 4.", country="US"), 2),
    (voice_checks.foreign_dates, letter("We met on Monday, August 3, and on Tuesday, 4 August.", country="GB"), 2),
    (voice_checks.foreign_words, letter("My CV is attached.", country="US"), 1),
    (
        voice_checks.foreign_words,
        letter("I'm keener than before, and sorry for the trouble, I apologise.", country="US"),
        2,
    ),
    (voice_checks.foreign_words, letter("I'm glad to talk with you again.", country="GB"), 1),
    (voice_checks.foreign_words, letter("My résumé is attached.", country="IE"), 1),
    (voice_checks.foreign_titles, letter("Hi.", greeting="Dear Ms Winter,", country="US"), 1),
    (voice_checks.foreign_titles, letter("Dr. Winter said so.", greeting="Dear Mr. Reed,", country="GB"), 2),
    (voice_checks.open_dates, letter("On Monday, August 3 we met.", country="US"), 1),
    (voice_checks.met_themselves, script("Is this Dana Winter?\n\nI had an interview with Dana Winter."), 1),
    (voice_checks.pasted_names, letter("Hi.", greeting="Dear WINTER, Dana,", to=Contact(name="WINTER, Dana")), 1),
    (voice_checks.pasted_names, letter("Hi.", greeting="Hi olga smith,", to=Contact(name="olga smith")), 1),
    (voice_checks.pasted_titles, letter("for VP, Sales (EMEA).", position="VP, Sales (EMEA)"), 1),
    (voice_checks.unfriendly_greetings, letter("Hi.", greeting="Hello Dana Winter,", tone=Tone.FRIENDLY), 1),
    (
        voice_checks.ignored_salutations,
        letter("Hi.", greeting="Dear Dana Winter,", to=Contact(name="Dana Winter", salutation="Ms Winter")),
        1,
    ),
]


@pytest.mark.parametrize(("check", "drawn"), GOOD)
def test_what_is_right_passes(check: Check, drawn: Drawn) -> None:
    assert check(drawn) == []


@pytest.mark.parametrize(("check", "drawn", "times"), BAD)
def test_what_is_wrong_is_heard(check: Check, drawn: Drawn, times: int) -> None:
    assert len(check(drawn)) == times


def test_every_check_is_tried_on_right_and_on_wrong() -> None:
    assert {check for check, _ in GOOD} == {check for check, _, _ in BAD} == set(voice_checks.CHECKS)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_a_phrase_is_a_pattern_of_a_language_that_has_words(phrase: Phrase) -> None:
    assert phrase.language in ASKS_FOR_TIME


def test_a_long_sentence_that_two_letters_share_is_a_repetition() -> None:
    first = letter("Thank you. I still think of what you said about the team.").draft
    again = letter("Something new.\n\nI still think of what you said about the team.").draft

    found = repetitions([first, letter("Nothing of it.").draft, again])

    assert found == [(0, 2, "I still think of what you said about the team.")]


def test_short_sentences_greetings_signatures_and_stage_directions_may_come_again() -> None:
    directions = "(Wait for the answer, and write it down with the day and the hour.)"
    greeting = "Dear Ms Winter whom I met on Monday in your office,"
    drafts = [letter("Thank you for your time, Dana.", greeting=greeting).draft] * 2

    assert repetitions([*drafts, *[script(f"Hello.\n\n{directions}\n\nThank you.").draft] * 2]) == []


def test_a_branch_of_one_script_that_comes_again_in_another_is_a_repetition() -> None:
    branch = {"If they are away": "Who has taken over, and what's the best way to reach them?"}

    found = repetitions([script("Hello.", branches=branch).draft, script("Good morning.", branches=branch).draft])

    assert [said.sentence for said in found] == ["Who has taken over, and what's the best way to reach them?"]


def test_a_hello_by_name_may_come_again() -> None:
    hello = script("Hello Dana Winter, this is Alex Example.").draft

    assert repetitions([hello, hello]) == []


def test_only_words_with_letters_count() -> None:
    assert not list(sentences(letter("Six words and two 10 2026 !").draft))
    assert list(sentences(letter("These are seven words, isn't that so?").draft))
