"""Moves between stages that several kinds of event share, and the small readings of an event's days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from proofs.second_planner.second_model import ONE_DAY, Happening
from proofs.second_planner.second_state import Letter, Stage, State, Step


class Verdict(Enum):
    """Whether the API takes an event where it stands (with or without effect) or refuses it."""

    TAKEN = auto()
    REFUSED = auto()


def moment_of(event: Happening, zone: str) -> datetime:
    """When an event happened: its recording if that was on its day, else the end of the day (reading 26)."""
    if event.recorded_at.astimezone(ZoneInfo(zone)).date() == event.on:
        return event.recorded_at
    return datetime.combine(event.on + ONE_DAY, time(), ZoneInfo(zone))


def step_at(state: State, event: Happening) -> Step:
    """The current step when the event happens."""
    return state.step(event.on, moment_of(event, state.world.zone))


def go(state: State, stage: Stage, due: date | None) -> None:
    state.stage, state.due, state.outcome = stage, due, None


def end(state: State, outcome: str) -> Verdict:
    state.stage, state.due, state.outcome, state.day_is_open = Stage.ENDED, None, outcome, False  # reading 44
    return Verdict.TAKEN


def move_on(state: State, contact_on: date) -> None:
    go(state, Stage.MOVE_ON, state.wd(contact_on, 5))


def closing_or_move_on(state: State, contact_on: date) -> None:
    """The closing contact, or move_on where all attempts are used up; B is as it was before the contact."""
    if state.is_used_up():
        move_on(state, contact_on)
        return
    earliest = state.wd(contact_on, state.world.pause_days)
    go(state, Stage.CLOSING, max(state.roll(state.base + timedelta(days=14)), earliest))


def letter_or_further_call(state: State, called_on: date) -> None:
    if state.is_used_up():
        move_on(state, called_on)
        return
    wait = 1 if state.letter_contact else state.world.pause_days
    go(state, Stage.AFTER_CALL, max(state.wd(called_on, wait), state.base))


def count_call(state: State) -> None:
    state.unanswered_calls += 1
    state.attempt_in_the_way = True


def count_letter(state: State, sent_on: date) -> Letter:
    letter = Letter(sent_on)
    state.letters.append(letter)
    state.attempt_in_the_way = True
    return letter


def wait_day(state: State, heard_on: date, until: date | None) -> date:
    """After "wait until U": wd(U, 1), or wd(c, 1) if later; no U: wd(c, 5)."""
    if until is None:
        return state.wd(heard_on, 5)
    return max(state.wd(until, 1), state.wd(heard_on, 1))


def usable_call_day(event: Happening) -> date | None:
    """D of "call again on D"; a day not after the call is no day (reading 5)."""
    day = event.call_again_on
    return day if day is not None and day > event.on else None


def wait_until(state: State, event: Happening) -> None:
    state.base, state.asks_for_day = wait_day(state, event.on, event.until), False
    go(state, Stage.STATUS, state.base)


def agree_on_call(state: State, event: Happening) -> None:
    day = usable_call_day(event) if event.result == "no_decision" else None
    state.base = state.roll(day) if day else state.wd(event.on, 5)
    go(state, Stage.AGREED, state.base)


def end_after_refusal(state: State) -> Verdict:
    """The refusal is the outcome, unless an offer after it had its own end (reading 9)."""
    return end(state, state.end_that_stays)
