"""W12: from the end of an interview until the status step is due it is asked what was said, if it is missing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda, latest_to_ask
from chalicelib.playbook.contact import Role
from chalicelib.playbook.debrief import Debrief, PersonThere
from chalicelib.playbook.debriefing import Questions, missing_answers
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.moves import with_event, without_event
from tests.factories import MONDAY, a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import ZONE, day, planned, recorded

DANA = a_contact(id="dana")
ROBIN = a_contact(id="robin", name="Robin Hale", role=Role.SUPERVISOR)
OFFICE = a_contact(id="office", role=Role.OFFICE, name=None)
TUESDAY = day("4 Aug")
FACTS = ("answer_expected_on", "answer_channel", "may_call")
KNOWN: dict[str, Any] = {
    "answer_expected_on": day("14 Aug"),
    "answer_channel": Channel.EMAIL,
    "may_call": True,
    "contacts": (replace(DANA, met=True, notes="how the team plans its week"),),
}


def asked(record: Interview, on: date | datetime = TUESDAY) -> Questions:
    """What is asked about a record at noon of a day, or at an instant."""
    return planned(record, on).questions


def names(questions: Questions) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The questions, with the ids of the contacts."""
    return questions.facts, tuple(one.id for one in questions.who), tuple(one.id for one in questions.said)


def at(text: str, hour: int) -> datetime:
    """An hour of a day of 2026 where the owner is."""
    return datetime.combine(day(text), time(hour), ZONE)


@pytest.mark.parametrize(
    ("known", "facts", "who", "said"),
    [
        ({"contacts": ()}, FACTS, (), ()),
        ({"contacts": (DANA, ROBIN)}, FACTS, ("dana", "robin"), ("dana", "robin")),
        ({"contacts": (replace(DANA, id=""),)}, FACTS, (), ()),  # from before contacts had ids
        ({"contacts": (DANA, OFFICE)}, FACTS, ("dana",), ("dana",)),  # a main line was at no interview
        ({"contacts": (replace(DANA, met=True), ROBIN)}, FACTS, (), ("dana",)),
        ({"contacts": (replace(DANA, met=True, notes="x"), ROBIN)}, FACTS, (), ()),
        ({"contacts": (replace(DANA, notes="x"),)}, FACTS, ("dana",), ()),
        (KNOWN | {"answer_expected_on": None}, ("answer_expected_on",), (), ()),
        (KNOWN | {"answer_channel": None}, ("answer_channel",), (), ()),
        (KNOWN | {"may_call": None}, ("may_call",), (), ()),
        (KNOWN | {"may_call": False}, (), (), ()),
        (KNOWN, (), (), ()),
    ],
)
def test_w12_only_what_the_record_does_not_say_is_asked(
    known: dict[str, Any], facts: tuple[str, ...], who: tuple[str, ...], said: tuple[str, ...]
) -> None:
    record = an_interview(**known)

    assert names(missing_answers(record)) == names(asked(record)) == (facts, who, said)


@pytest.mark.parametrize(
    ("when", "is_asked"),
    [
        ({"interview_time": time(15)}, {at("3 Aug", 16): False, at("3 Aug", 17): True, at("7 Aug", 9): True}),
        (
            {"interview_time": time(15), "interview_minutes": 240},
            {at("3 Aug", 18): False, at("3 Aug", 19): True},
        ),
        ({"dated_on": day("28 Jul")}, {at("3 Aug", 23): False, at("4 Aug", 0): True}),
        ({"dated_on": MONDAY}, {at("3 Aug", 18): True, at("9 Aug", 23): True, at("10 Aug", 0): False}),
        ({"persistence_expected": True}, {at("5 Aug", 23): True, at("6 Aug", 0): False}),  # the status step is due (W5)
        ({"answer_expected_on": day("14 Aug")}, {at("16 Aug", 12): True, at("17 Aug", 12): False}),  # (W3)
    ],
)
def test_w12_it_is_asked_from_the_end_of_the_interview_until_the_status_step_is_due(
    when: dict[str, Any], is_asked: dict[datetime, bool]
) -> None:
    record = an_interview(**when)

    assert {moment: asked(record, moment).are_any for moment in is_asked} == is_asked


@pytest.mark.parametrize(
    ("happened", "is_asked"),
    [
        (an_event(EventKind.NOTE, MONDAY), True),
        (an_event(EventKind.THANK_YOU_SENT, MONDAY), True),
        (a_letter(MONDAY), True),
        (an_answer(MONDAY, Result.REFUSAL), False),
        (an_answer(MONDAY, Result.REFUSAL, reasons_given=True), False),
        (an_answer(MONDAY, Result.OFFER), False),
        (an_answer(MONDAY, Result.TOLD_TO_WAIT, until=day("20 Aug")), False),
        (a_call(MONDAY, Result.NO_DECISION, call_again_on=day("20 Aug")), False),
        (an_answer(MONDAY, Result.NEXT_ROUND), False),  # the day of the next round is to come
        (an_answer(MONDAY, Result.NEXT_ROUND, interview_on=day("12 Aug")), False),
        (an_event(EventKind.INTERVIEW_MOVED, MONDAY), False),
        (an_event(EventKind.WITHDRAWN, MONDAY), False),
        (an_event(EventKind.CLOSED, MONDAY), False),
    ],
    ids=str,
)
def test_w12_w13_not_once_they_have_answered_it_has_ended_or_a_day_is_to_come(happened: Event, is_asked: bool) -> None:
    assert asked(recorded(an_interview(), happened)).are_any is is_asked


def debriefed(record: Interview, debrief: Debrief, on: date = MONDAY) -> Interview:
    """The record once these answers were saved."""
    note = an_event(EventKind.NOTE, on, id="note", debrief=debrief)
    return with_event(record, note, planned(record, on))


def test_w12_it_is_not_asked_again_once_it_was_saved_also_if_they_did_not_say() -> None:
    assert not asked(debriefed(an_interview(), Debrief())).are_any
    assert not asked(debriefed(an_interview(), Debrief(may_call=True))).are_any


def test_w12_after_a_move_it_is_asked_about_the_new_day() -> None:
    move = an_event(EventKind.INTERVIEW_MOVED, day("4 Aug"), interview_on=day("11 Aug"))

    moved = recorded(debriefed(an_interview(), Debrief(may_call=True)), move)

    assert not asked(moved, day("10 Aug")).are_any
    assert asked(moved, day("12 Aug")).facts == ("answer_expected_on", "answer_channel")


ANSWERS = Debrief(
    answer_expected_on=day("14 Aug"),
    answer_channel=Channel.PHONE,
    may_call=False,
    people=(PersonThere(id="dana", met=True, notes="how she works"), PersonThere(id="gone", met=True)),
)


def test_w12_the_answers_are_the_record_s_and_move_its_status_step() -> None:
    record = debriefed(an_interview(contacts=(DANA, ROBIN)), ANSWERS)

    assert [getattr(record, name) for name in FACTS] == [day("14 Aug"), "phone", False]
    assert [(one.met, one.notes) for one in record.contacts] == [(True, "how she works"), (False, None)]
    assert planned(record, MONDAY).base_on == day("17 Aug")


def test_w12_undo_takes_the_answers_back_and_asks_again() -> None:
    record = an_interview(contacts=(DANA, ROBIN))

    saved = debriefed(record, ANSWERS)

    assert without_event(saved, saved.events[-1]) == record
    assert asked(without_event(saved, saved.events[-1])).are_any


def test_w12_undo_leaves_what_was_changed_since() -> None:
    saved = debriefed(an_interview(contacts=(DANA,)), ANSWERS)
    corrected = replace(
        saved, answer_expected_on=day("20 Aug"), may_call=True, contacts=(replace(saved.contacts[0], notes="mine"),)
    )

    undone = without_event(corrected, corrected.events[-1])

    assert [getattr(undone, name) for name in FACTS] == [day("20 Aug"), None, True]
    assert [(one.met, one.notes) for one in undone.contacts] == [(False, "mine")]


def test_w12_the_two_latest_interviews_are_asked_about_at_once() -> None:
    records = [
        an_interview(id=f"{number}", interview_on=MONDAY - timedelta(days=number), dated_on=MONDAY)
        for number in range(4)
    ]
    all_known = an_interview(id="known", **KNOWN)

    items = agenda([(one, planned(one, MONDAY)) for one in (*records, all_known)], MONDAY).items

    assert [item.interview.id for item in latest_to_ask(items)] == ["0", "1"]
