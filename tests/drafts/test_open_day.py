"""Asking for a day that is to come, by phone and by letter, after a move and after an invitation (W13)."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import Any

import pytest

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from tests.drafts.given import a_draft, a_step, body, branch, opening, writer
from tests.drafts.russian import plain
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import planned

HEARD_ON = date(2026, 8, 10)
ON_THURSDAY = date(2026, 8, 13)
EVENTS = {
    DayToCome.INTERVIEW: an_event(EventKind.INTERVIEW_MOVED, HEARD_ON),
    DayToCome.NEXT_ROUND: an_answer(HEARD_ON, Result.NEXT_ROUND),
}
SENDING = {DraftChannel.CALL: StepKind.STATUS_CALL, DraftChannel.LETTER: StepKind.STATUS_LETTER}
SAID = {  # of the interview of 12 August that was moved, or of the invitation
    ("en", DayToCome.INTERVIEW): ("meet on {the_12th}", "had to be moved"),
    ("en", DayToCome.NEXT_ROUND): ("invit",),
    ("ru", DayToCome.INTERVIEW): ("12 августа", "перенес"),
    ("ru", DayToCome.NEXT_ROUND): ("приглашение на следующ",),
}
THE_12TH = {DraftChannel.CALL: "Wednesday the 12th", DraftChannel.LETTER: "Wednesday 12 August"}
CALLS_FOR_THE_DAY = (
    StepKind.STATUS_CALL,
    StepKind.AGREED_CALL,
    StepKind.RECEIPT_CALL,
    StepKind.FOLLOW_UP_CALL,
    StepKind.CLOSING_CONTACT,
)
THE_ROLE = "(the Data Engineer (role|interview)|my next Data Engineer interview)"
SAID_AFTERWARDS = {  # by what goes on from the first asking
    StepKind.RECEIPT_CALL: (
        "on Monday the 10th",
        "Data Engineer",
        "my email arrive",
    ),
    StepKind.FOLLOW_UP_CALL: (
        "I wrote to you about it on Monday the 10th, and said I'd call.",
        "Data Engineer",
    ),
}
SAID_AT_LAST = {
    (DraftChannel.CALL, DayToCome.INTERVIEW): ("going to meet on Wednesday the 12th",) * 2,
    (DraftChannel.CALL, DayToCome.NEXT_ROUND): ("invited me back for another interview",) * 2,
    (DraftChannel.LETTER, DayToCome.INTERVIEW): ("meet on Wednesday 12 August",) * 2,
    (DraftChannel.LETTER, DayToCome.NEXT_ROUND): ("for inviting me back",) * 2,
}
SAID_LATER_IN_RUSSIAN = {
    StepKind.RECEIPT_CALL: "своего письма от 10 августа о",
    StepKind.FOLLOW_UP_CALL: " от 10 августа",
    StepKind.CLOSING_CONTACT: "планы",
}
SUBJECTS = {
    ("en", DayToCome.INTERVIEW): "A new day for our meeting: Data Engineer",
    ("en", DayToCome.NEXT_ROUND): "A day for our next meeting: Data Engineer",
    ("ru", DayToCome.INTERVIEW): "Новый день встречи: вакансия «Data Engineer»",
    ("ru", DayToCome.NEXT_ROUND): "Следующая встреча: вакансия «Data Engineer»",
}
ASKS_FOR_THE_DAY = {
    "en": r"Have you settled on a day\?|Do you have a day\b|Which day would work for you\?",
    "ru": r"удобно встретиться\?",
}
LEAVES_THEM_FREE = {
    DraftChannel.CALL: r"Would you still like to meet\?\s+\(Ask lightly, once, and wait\.\)",
    DraftChannel.LETTER: r"plans for the Data Engineer role have changed",
}
LEAVES_THE_DOOR_OPEN = {
    DraftChannel.CALL: ("I'd be happy to hear from you", "If a day suits you, please call."),
    DraftChannel.LETTER: ("I would still be very glad to meet",),
}
HURT = ("last time", "last letter", "nuisance", "as a no", "whoever")
ASKS_FOR_THE_DECISION = (
    "still a chance",
    "decision",
    "decided",
    "keep looking",
    "решени",
    "решили",
    "надежд",
    "результат",
)
each = pytest.mark.parametrize(
    ("language", "tone", "day", "channel"), [*product(("en", "ru"), Tone, DayToCome, DraftChannel)]
)


def a_record(day: DayToCome, *more: object) -> Interview:
    """The interview that was moved, or after which they invited to the next round."""
    held_on = date(2026, 8, 12) if day is DayToCome.INTERVIEW else date(2026, 8, 3)
    return an_interview(interview_on=held_on, events=(EVENTS[day], *more))


def asked(
    language: str, tone: Tone, day: DayToCome, channel: DraftChannel, record: Interview | None = None, **plan: Any
) -> Draft:
    """The draft of the step that asks for the day."""
    kind = SENDING[channel]
    owner = an_owner(language=language, tone=tone)
    facts: dict[str, Any] = {"step": a_step(kind, is_for_the_day=True), "day_to_come": day} | plan
    return a_draft(kind, record or a_record(day), owner, channel, ON_THURSDAY, **facts)


@each
def test_w13_it_says_what_was_agreed_and_asks_for_a_day_and_not_for_the_decision(
    language: str, tone: Tone, day: DayToCome, channel: DraftChannel
) -> None:
    draft = asked(language, tone, day, channel)

    first = plain(opening(draft) if channel is DraftChannel.CALL else draft.text)
    assert all(said.format(the_12th=THE_12TH[channel]) in " ".join(first.split()) for said in SAID[language, day])
    assert "Data Engineer" in first
    assert not [words for words in ASKS_FOR_THE_DECISION if words in draft.text.lower()]
    assert re.search(ASKS_FOR_THE_DAY[language], first)


@pytest.mark.parametrize(("language", "tone", "day"), [*product(("en", "ru"), Tone, DayToCome)])
@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        (StepKind.RECEIPT_CALL, DraftChannel.CALL),
        (StepKind.FOLLOW_UP_CALL, DraftChannel.CALL),
        (StepKind.CLOSING_CONTACT, DraftChannel.CALL),
        (StepKind.CLOSING_CONTACT, DraftChannel.LETTER),
    ],
)
def test_w13_what_follows_is_about_the_day_too_and_not_about_the_decision(
    kind: StepKind, channel: DraftChannel, language: str, tone: Tone, day: DayToCome
) -> None:
    draft = what_follows(kind, channel, language, tone, day)

    if language == "ru":
        said = SAID_LATER_IN_RUSSIAN[kind]
        assert said in plain(draft.text)
        assert "попросили" not in draft.text
    else:
        points = SAID_AFTERWARDS.get(kind, ("Data Engineer", SAID_AT_LAST[channel, day][tone is Tone.FRIENDLY]))
        assert all(point in draft.text for point in points)
    assert not [words for words in ASKS_FOR_THE_DECISION if words in draft.text.lower()]
    if channel is DraftChannel.CALL:
        assert branch(draft, {"en": "If they name a day", "ru": "Если называют день"}[language])


def what_follows(kind: StepKind, channel: DraftChannel, language: str, tone: Tone, day: DayToCome) -> Draft:
    """The draft of a later step. The letter that asked for the day went out when they moved it or invited."""
    owner = an_owner(language=language, tone=tone)
    facts: dict[str, Any] = {"step": a_step(kind, is_for_the_day=True), "day_to_come": day}
    facts["letter_sent_on"] = HEARD_ON
    return a_draft(kind, a_record(day), owner, channel, ON_THURSDAY, **facts)


@pytest.mark.parametrize(("kind", "day"), [*product(CALLS_FOR_THE_DAY, DayToCome)])
@pytest.mark.parametrize("talks", [0, 1, 2])
def test_w13_who_answers_hears_of_the_role_before_being_asked_and_is_thanked_for_the_time(
    talks: int, kind: StepKind, day: DayToCome
) -> None:
    talked = [a_call(HEARD_ON, Result.NO_DECISION)] * talks
    facts: dict[str, Any] = {"step": a_step(kind, is_for_the_day=True), "day_to_come": day, "letter_sent_on": HEARD_ON}

    script = a_draft(kind, a_record(day, *talked), an_owner(), DraftChannel.CALL, ON_THURSDAY, **facts)

    _, why, then = opening(script).split("(Wait for the answer.)", 2)
    assert re.search(THE_ROLE, why)
    assert re.search(THE_ROLE, branch(script, "If you get the voicemail"))
    assert kind is StepKind.RECEIPT_CALL or then.startswith("\n\nThank you.")


@pytest.mark.parametrize(("tone", "day"), [*product(Tone, DayToCome)])
def test_a_second_letter_for_the_day_goes_on_from_the_first(tone: Tone, day: DayToCome) -> None:
    first, second = (
        asked("en", tone, day, DraftChannel.LETTER, letter_sent_on=sent_on) for sent_on in (None, HEARD_ON)
    )

    assert re.search(rf"I wrote to you on Monday 10 August about a day for {THE_ROLE}", second.text)
    assert not set(sentences(first)) & set(sentences(second))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_letter_before_the_invitation_did_not_ask_for_the_day(language: str) -> None:
    wrote = an_interview(events=(a_letter(date(2026, 8, 7)), EVENTS[DayToCome.NEXT_ROUND]))
    plan, owner = planned(wrote, ON_THURSDAY), an_owner(language=language)

    letter = writer().draft(StepKind.STATUS_LETTER, wrote, plan, owner, ON_THURSDAY, channel=DraftChannel.LETTER)

    assert not re.search(r"\b7\b", body(letter))


def sentences(letter: Draft) -> list[str]:
    """What a letter says; where the number stands may be said again."""
    return [one for one in re.split(r"(?<=[.?!])\s+", body(letter)) if "number" not in one]


@pytest.mark.parametrize("day", DayToCome)
@pytest.mark.parametrize("channel", DraftChannel)
def test_s8_the_last_word_about_a_day_does_not_sound_hurt(channel: DraftChannel, day: DayToCome) -> None:
    last = what_follows(StepKind.CLOSING_CONTACT, channel, "en", Tone.FORMAL, day).text

    assert re.search(LEAVES_THEM_FREE[channel], last)
    assert all(words in last for words in LEAVES_THE_DOOR_OPEN[channel])
    assert not [words for words in HURT if words in last.lower()]


@each
def test_h7_it_is_signed_with_name_and_number(language: str, tone: Tone, day: DayToCome, channel: DraftChannel) -> None:
    draft = asked(language, tone, day, channel)

    assert "Alex Example" in draft.text
    assert "+49 30 23125 020" in draft.text


@pytest.mark.parametrize(("language", "day"), SUBJECTS)
def test_w13_the_letter_s_subject_says_which_day_it_is_about(language: str, day: DayToCome) -> None:
    subject = asked(language, Tone.FORMAL, day, DraftChannel.LETTER).subject

    assert plain(subject or "") == SUBJECTS[language, day]


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["If they name a day", "If there is no day yet", "If there won't be an interview"]),
        ("ru", ["Если называют день", "Если дня ещё нет", "Если встречи не будет"]),
    ],
)
@pytest.mark.parametrize("day", DayToCome)
def test_w13_the_script_has_a_branch_for_a_day_for_none_and_for_no_interview(
    language: str, headings: list[str], day: DayToCome
) -> None:
    script = asked(language, Tone.FORMAL, day, DraftChannel.CALL)

    assert [part.heading for part in script.passages if part.heading in headings] == headings
    assert branch(script, {"en": "If you get the voicemail", "ru": "Если включился автоответчик"}[language])


@pytest.mark.parametrize(("language", "tone", "day"), [*product(("en", "ru"), Tone, DayToCome)])
def test_h5_the_letter_after_a_call_that_reached_nobody_says_so(language: str, tone: Tone, day: DayToCome) -> None:
    tried = a_record(day, a_call(date(2026, 8, 11), Result.NO_ANSWER))

    letter, without = (asked(language, tone, day, DraftChannel.LETTER, record) for record in (tried, None))

    assert {"en": "on Tuesday 11 August", "ru": "11 августа"}[language] in plain(letter.text)
    assert "11" not in without.text


@pytest.mark.parametrize(("language", "day"), SUBJECTS)
def test_w7_a_call_is_promised_only_where_one_is_possible(language: str, day: DayToCome) -> None:
    promised = asked(language, Tone.FORMAL, day, DraftChannel.LETTER, promised_call_on=date(2026, 8, 18))
    silent = asked(language, Tone.FORMAL, day, DraftChannel.LETTER)

    call = {"en": "I will call on Tuesday 18 August, unless", "ru": "позвонить 18 августа"}
    assert call[language] in plain(promised.text)
    assert "18" not in silent.text


def test_the_sentence_needs_no_event_that_says_when_they_moved_it() -> None:
    draft = asked("en", Tone.FORMAL, DayToCome.INTERVIEW, DraftChannel.LETTER, an_interview())

    assert "had to be moved" in draft.text
