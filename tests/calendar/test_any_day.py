"""F12, D5: one table says which steps may be done on any day, and the mail, the plan and the feed go by it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from chalicelib.calendar.entry_time import entry_time
from chalicelib.calendar.step_history import PlannedStep
from chalicelib.playbook.agenda import AgendaItem, section_of
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.forecast import doable_day
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.view_models.due_text import working_day_instead
from tests.calendar.given import a_thanked, next_of
from tests.factories import an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import context_at, next_step, planned
from tests.playbook.usual import CALLED, CLOSED_OFF, FOLLOWED_UP, REFUSED, WROTE

SATURDAY, MONDAY = date(2026, 9, 5), date(2026, 9, 7)
SATURDAY_8_AM = datetime(2026, 9, 5, 6, 0, tzinfo=UTC)  # in Berlin
ON_ANY_DAY = [kind for kind, facts in STEP_KINDS.items() if facts.may_be_done_on_any_day]


@pytest.mark.parametrize("is_as_declared", [True, False], ids=["as declared", "declared the other way"])
@pytest.mark.parametrize("kind", StepKind)
def test_f12_plan_mail_and_feed_go_by_the_table_on_a_day_off(
    kind: StepKind, is_as_declared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_any_day = (kind in ON_ANY_DAY) is is_as_declared
    monkeypatch.setitem(STEP_KINDS, kind, replace(STEP_KINDS[kind], may_be_done_on_any_day=on_any_day))
    step, record = Step(kind=kind, due_on=date(2026, 8, 31), reasons=()), an_interview()
    plan = planned(record, SATURDAY)
    item = AgendaItem(section_of(step, SATURDAY), record, plan, step)

    by_plan = doable_day(step, context_at("DE"), SATURDAY)
    by_mail = working_day_instead(item, an_owner(), SATURDAY)
    in_feed = entry_time(PlannedStep(step=step, plan=plan, number=1), record, an_owner(), SATURDAY).day

    assert (by_plan, by_mail or SATURDAY, in_feed) == ((SATURDAY if on_any_day else MONDAY),) * 3


def test_f12_what_is_to_be_closed_stands_in_the_feed_on_the_saturday_itself() -> None:
    record = a_thanked(CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF)
    assert next_step(record, SATURDAY).kind is StepKind.MOVE_ON

    event = next_of(record, now=SATURDAY_8_AM)

    assert event.dtstart == SATURDAY


def test_f12_the_end_of_a_deadline_stands_in_the_feed_on_the_saturday_and_a_call_on_the_monday() -> None:
    asked = an_event(EventKind.REASONS_REQUESTED, date(2026, 8, 20))
    refused = replace(a_thanked(REFUSED, asked), employer_country="RU")
    silent = a_thanked()
    assert next_step(refused, SATURDAY).kind is StepKind.REASONS_DEADLINE
    assert next_step(silent, SATURDAY).kind is StepKind.STATUS_CALL

    assert next_of(refused, now=SATURDAY_8_AM).dtstart == SATURDAY
    assert next_of(silent, now=SATURDAY_8_AM).dtstart.date() == MONDAY


def test_m2_the_answer_to_an_offer_stands_in_the_feed_on_its_day_whatever_day_that_is() -> None:
    offered = a_thanked(an_answer(date(2026, 9, 1), Result.OFFER, until=SATURDAY))

    event = next_of(offered, now=datetime(2026, 9, 1, 18, tzinfo=UTC))

    assert (event.summary, event.dtstart) == ("Answer the offer from Acme", SATURDAY)


def test_d5_what_is_to_be_closed_and_the_end_of_a_deadline_reach_nobody_at_work() -> None:
    assert sorted(ON_ANY_DAY) == [
        "answer_offer",
        "closing_question",
        "move_on",
        "reasons_deadline",
        "thank_you_letter",
        "withdrawal",
    ]
