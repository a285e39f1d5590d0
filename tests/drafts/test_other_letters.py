"""What the letters that belong to no step carry (S10 to S16)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.drafts.given import a_draft, a_letter_to_send, a_script, branch, opening, writer
from tests.drafts.russian import in_russian
from tests.factories import MONDAY, a_contact, an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import planned

THURSDAY = MONDAY + timedelta(days=3)
OFFERED = an_interview(events=(an_answer(THURSDAY, Result.OFFER, until=date(2026, 8, 14)),), salary="71,000 euros")
BESIDES = tuple(kind for kind, spec in STEP_KINDS.items() if spec.is_listed)
LETTERS = tuple(kind for kind in BESIDES if STEP_KINDS[kind].letter_rules)


def really(kind: StepKind, interview: Interview, today: date) -> Draft:
    """The draft of a kind by the plan that the planner makes."""
    return writer().draft(kind, interview, planned(interview, today), an_owner(), today)


def test_s10_more_time_thanks_gives_one_reason_and_a_day_after_theirs() -> None:
    text = really(StepKind.OFFER_TIME, OFFERED, date(2026, 8, 10)).text

    assert "Thank you very much for offering me the Data Engineer" in text
    assert "I was delighted." in text
    assert "a considered answer" in text
    assert "May I let you know by Wednesday 19 August?" in text


def test_s10_by_phone_the_day_is_asked_for_and_each_answer_has_its_branch() -> None:
    script = really(StepKind.OFFER_TIME_CALL, OFFERED, date(2026, 8, 10))

    assert script.tel == "tel:+493023125021"
    assert "Would Wednesday the 19th be all right?" in opening(script)
    assert "What is the latest possible day?" in branch(script, "If they need to know sooner")
    assert "Let me see whether I can manage that." in branch(script, "If they need to know sooner")
    for heading in (
        "If it isn't a good moment",
        "If that's all right",
        "If somebody else answers",
        "If you get the voic",
    ):
        assert branch(script, heading)


def test_s11_accepting_names_the_offer_and_the_position_asks_what_comes_next_and_never_names_the_pay() -> None:
    text = really(StepKind.OFFER_ACCEPTANCE, OFFERED, date(2026, 8, 10)).text

    assert "your offer of Thursday 6 August" in text
    assert "delighted to accept the Data Engineer" in text
    assert "Could you tell me the next steps" in text
    assert "71" not in text


def test_s12_declining_is_warm_without_reasons_and_leaves_the_door_open() -> None:
    text = really(StepKind.OFFER_DECLINING, OFFERED, date(2026, 8, 10)).text

    assert "decided not to accept it" in text
    assert "It was a pleasure to get to know you" in text
    assert "glad if our paths crossed again" in text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "so that it does not hold you up"),
        ({"interview_on": date(2026, 8, 20)}, "so that somebody else can have the time"),
    ],
)
def test_s13_withdrawing_is_short_and_says_nothing_of_an_offer(facts: dict[str, date], said: str) -> None:
    text = a_letter_to_send(StepKind.WITHDRAWAL, an_interview(**facts)).text

    assert said in text
    assert "offer" not in text
    assert len(text.split()) < 90


@pytest.mark.parametrize(
    ("reasons", "phone", "asks"), [(False, None, True), (False, "+49 30 23125 021", False), (True, None, False)]
)
def test_s14_the_answer_to_a_refusal_asks_what_was_missing_only_without_reasons_and_a_phone(
    reasons: bool, phone: str | None, asks: bool
) -> None:
    refused = an_answer(THURSDAY, Result.REFUSAL, reasons_given=reasons)
    interview = an_interview(contacts=(a_contact(phone=phone),), events=(refused,))

    text = really(StepKind.REFUSAL_ANSWER, interview, THURSDAY).text

    assert ("a word on what I could have done better" in text) is asks
    assert "glad if you thought of me" in text


def test_s15_another_day_is_asked_for_by_naming_the_one_that_was_agreed() -> None:
    ahead = an_interview(interview_on=date(2026, 8, 12), notes="days: 13 or 14 August")

    text = really(StepKind.RESCHEDULE, ahead, date(2026, 8, 10)).text

    assert "on Wednesday 12 August for the Data Engineer" in text
    assert "another day?" in text
    assert "13 or 14 August" in text


def test_s15_whoever_is_invited_back_does_not_look_forward_to_meeting_for_the_first_time() -> None:
    ahead = an_interview(interview_on=date(2026, 8, 12), round=2)

    text = really(StepKind.RESCHEDULE, ahead, date(2026, 8, 10)).text

    assert "Thank you for inviting me back on Wednesday 12 August" in text
    assert "meeting you" not in text


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((), "If the role is still open"),
        ((an_answer(THURSDAY, Result.REFUSAL, reasons_given=True),), "did not work out at the time"),
    ],
)
def test_s16_still_interested_is_one_paragraph(events: tuple[object, ...], said: str) -> None:
    text = really(StepKind.STILL_INTERESTED, an_interview(events=events), date(2026, 10, 1)).text

    assert said in text
    assert ("how things stand" in text) is (not events)
    assert len(text.split("\n\n")) == 3  # greeting and closing with it


@pytest.mark.parametrize(
    ("language", "goes_on_from", "asks"),
    [
        ("en", "I last wrote on Tuesday 4 August about the Data Engineer role", "how things stand?"),
        ("ru", "Ещё раз благодарю Вас за", "как обстоят дела."),
    ],
)
def test_s16_while_they_still_decide_it_goes_on_from_the_thanks_and_asks_how_things_stand(
    language: str, goes_on_from: str, asks: str
) -> None:
    thanked = an_interview(events=(an_event(EventKind.THANK_YOU_SENT, date(2026, 8, 4)),))
    today = date(2026, 9, 14)

    draft = writer().draft(
        StepKind.STILL_INTERESTED, thanked, planned(thanked, today), an_owner(language=language), today
    )

    assert goes_on_from in draft.text
    assert asks in draft.text
    assert "no need" not in draft.text


@pytest.mark.parametrize(
    ("language", "named", "asked"),
    [
        ("en", "I know that you named Friday 28 August; could you", "by Friday 21 August where things stand?"),
        ("ru", "Понимаю, что речь шла о 28 августа.", "не позднее 21 августа?"),
    ],
)
def test_m2_the_letter_about_an_offer_knows_the_later_day_that_they_named(
    language: str, named: str, asked: str
) -> None:
    owner = an_owner(language=language)
    letters = [
        a_letter_to_send(StepKind.OFFER_LETTER, an_interview(answer_expected_on=day), owner=owner).text
        for day in (date(2026, 8, 28), date(2026, 8, 14), None)
    ]

    later, earlier, none = (text.replace("\u00a0", " ") for text in letters)
    assert named in later
    assert asked in later
    assert "28" not in earlier + none
    assert "речь шла" not in earlier + none
    assert "named" not in earlier + none


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", BESIDES)
def test_s_a_formal_and_a_friendly_owner_write_two_texts(kind: StepKind, language: str) -> None:
    formal, friendly = (
        a_draft(kind, owner=an_owner(language=language, tone=tone)).passages for tone in (Tone.FORMAL, Tone.FRIENDLY)
    )

    assert [part.heading for part in formal] == [part.heading for part in friendly]
    bodies = [" ".join(part.text.split("\n\n")[1] for part in passages[:1]) for passages in (formal, friendly)]
    assert kind is StepKind.OFFER_TIME_CALL or bodies[0] != bodies[1]


@pytest.mark.parametrize("kind", LETTERS)
def test_s_in_russian_one_writes_of_a_vacancy(kind: StepKind) -> None:
    letter = a_letter_to_send(kind, owner=in_russian())

    assert "вакансия «Data Engineer»" in (letter.subject or "")
    assert "позици" not in letter.text


def test_s10_by_phone_in_russian_the_day_is_asked_for() -> None:
    script = a_script(StepKind.OFFER_TIME_CALL, OFFERED, owner=in_russian())

    assert "Можно ли ответить Вам не позднее" in opening(script)
    assert branch(script, "Если ответ нужен раньше")
