"""A second planner, written from section T of the playbook alone: plan() and may_follow()."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from proofs.second_planner.second_fold import apply
from proofs.second_planner.second_model import Facts, Happening, Person, Planned, World
from proofs.second_planner.second_moves import Verdict
from proofs.second_planner.second_state import State, Step, first_state

__all__ = ["Facts", "Happening", "Person", "Planned", "World", "may_follow", "plan"]


def today_of(world: World, now: datetime) -> date:
    """Today is the owner's own day."""
    return now.astimezone(ZoneInfo(world.zone)).date()


def in_folding_order(happenings: Iterable[Happening]) -> list[Happening]:
    """By their day, ties by recording (and then by their place in the list)."""
    return sorted(happenings, key=lambda event: (event.on, event.recorded_at))


def fold(facts: Facts, happenings: Iterable[Happening], world: World, today: date) -> State:
    """The state after all events up to today (reading 33: an event of a later day does not exist yet)."""
    state = first_state(facts, world)
    for event in in_folding_order(happenings):
        if event.on <= today:
            apply(state, event)
    return state


def plan(facts: Facts, happenings: Iterable[Happening], world: World, now: datetime) -> Planned:
    """The next step, or the outcome of the process."""
    today = today_of(world, now)
    state = fold(facts, happenings, world, today)
    state.let_letters_count(today)
    step = state.step(today, now)
    caller, reader = state.call_contact, state.letter_contact
    return Planned(
        step_kind=step.kind,
        due_on=state.snoozed_due(step),
        missing=missing_detail(state, step),
        is_second_letter=step.is_second_letter,
        outcome=state.outcome,
        attempts=state.attempts(),
        attempts_used=state.attempts_used(),
        owed_thanks=state.owed_thanks() if step.kind == "thank_you_letter" else (),
        call_id=caller.id if caller else None,
        letter_id=reader.id if reader else None,
    )


def missing_detail(state: State, step: Step) -> str | None:
    """The detail without which the step cannot be done."""
    kind = step.kind
    if kind == "closing_contact":
        kind = state.status_kind()
    if kind in ("status_call", "agreed_call", "receipt_call", "follow_up_call", "reasons_call"):
        return None if state.call_contact else "phone"
    if kind in ("thank_you_letter", "status_letter"):
        return None if state.letter_contact else "address"
    return None


def may_follow(facts: Facts, happenings: Iterable[Happening], world: World, new: Happening, now: datetime) -> bool:
    """Whether the API takes the new event: judged where it stands in the fold (reading 25)."""
    today = today_of(world, now)
    if new.on > today:
        return False
    state = first_state(facts, world)
    place = (new.on, new.recorded_at)
    for event in in_folding_order(happenings):
        if (event.on, event.recorded_at) <= place:
            apply(state, event)
    return apply(state, new) is not Verdict.REFUSED
