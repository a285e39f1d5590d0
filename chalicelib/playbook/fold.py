"""What events do (T, the event table). ``fold`` is the one way in: it folds a record's events into a process state."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import answer_effects, call_effects, letter_effects, step_reasons
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.next_step import unsnoozed_step
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.process_state import Phase, ProcessState, Snooze
from chalicelib.playbook.status_call_day import base_day


def fold(interview: Interview, planning: PlanningContext) -> ProcessState:
    """The state of a process after all events, in the order of their days; events of one day as they were recorded."""
    state = _move_on_if_exhausted(_beginning(interview, planning))
    for event in sorted(interview.events, key=lambda event: event.on):
        state = _after(state, event)
    return state


def _beginning(interview: Interview, planning: PlanningContext) -> ProcessState:
    """The state before any event: the status step on the base day B (W3 to W6)."""
    base_on, reasons = base_day(interview, planning)
    return ProcessState(
        interview=interview,
        planning=planning,
        phase=Phase.STATUS,
        due_on=base_on,
        base_on=base_on,
        reasons=reasons,
        promised_on=interview.answer_expected_on,
    )


def _after(state: ProcessState, event: Event) -> ProcessState:
    """The state after one more event; a snooze ends with the step that it was for."""
    effect = EFFECTS[event.kind]
    if effect is None or _is_too_early(state, event):
        return state
    if event.kind is EventKind.SNOOZED:
        return effect(state, event)
    changed = _move_on_if_exhausted(effect(_count_due_letters(state, event), event))
    is_snooze_over = changed.snooze is not None and not _is_same_step(state, changed, event)
    return changed._replace(snooze=None) if is_snooze_over else changed


def _is_too_early(state: ProcessState, event: Event) -> bool:
    """Whether the event is dated before the interview day, when there is nothing to call or thank for yet.

    If they have refused by then, no event is too early.
    """
    is_early = event.on < state.interview.interview_on and not state.is_turned_down
    return is_early and spec_of(event).is_only_after_the_interview


def _count_due_letters(state: ProcessState, event: Event) -> ProcessState:
    """Count letters as unanswered attempts once their follow-up is due with nothing heard (H5)."""
    if not state.open_letters:
        return state
    still_open = tuple(day for day in state.open_letters if state.follow_up_on(day) > event.on)
    counted = state.counted + len(state.open_letters) - len(still_open)
    return state._replace(open_letters=still_open, counted=counted)


def _move_on_if_exhausted(state: ProcessState) -> ProcessState:
    """Move on once all attempts are used up; only what they asked for may still come (H5, W9)."""
    may_go_on = state.is_asked or state.phase not in _ATTEMPT_PHASES
    if may_go_on or not state.is_exhausted:
        return state
    last_on = state.last_contact_on or state.base_on
    allowed = state.planning.pacing.attempts
    are_used_elsewhere = state.interview.attempts_elsewhere >= allowed
    used_up = step_reasons.attempts_used_up_elsewhere if are_used_elsewhere else step_reasons.attempts_used_up
    return state.enter(Phase.MOVING_ON, state.days.after(last_on, 5), used_up(allowed))


_ATTEMPT_PHASES = (Phase.STATUS, Phase.AFTER_CALL, Phase.LETTER_OUT, Phase.CLOSING)


def _is_same_step(before: ProcessState, after: ProcessState, event: Event) -> bool:
    """Whether the same step is next before and after the event, at the instant of its recording."""
    recorded_at = event.recorded_at.astimezone(before.planning.zone)
    steps = [unsnoozed_step(state, recorded_at) for state in (before, after)]
    old, new = ((step.kind, step.due_on) if step else None for step in steps)
    return old == new


def _snoozed(state: ProcessState, event: Event) -> ProcessState:
    """Put off only the step that was next when the snooze was recorded; the latest snooze wins (T)."""
    step = unsnoozed_step(state, event.recorded_at.astimezone(state.planning.zone))
    if step is None or event.until is None:
        return state
    return state._replace(snooze=Snooze(event.until, step.kind, step.due_on))


def _thank_you_sent(state: ProcessState, event: Event) -> ProcessState:
    return state._replace(is_thanked=True)


def _ended_by_owner(state: ProcessState, outcome: Outcome) -> ProcessState:
    """End a process that has not ended yet; a recorded refusal stays its outcome."""
    if state.phase is Phase.ENDED:
        return state
    return state.end(Outcome.REFUSAL if state.is_refused else outcome)


# None stands for no effect.
EFFECTS: dict[EventKind, Callable[[ProcessState, Event], ProcessState] | None] = {
    EventKind.THANK_YOU_SENT: _thank_you_sent,
    EventKind.LETTER_SENT: letter_effects.letter_sent,
    EventKind.CALLED: call_effects.call_effect,
    EventKind.HEARD_BACK: answer_effects.heard_back,
    EventKind.REASONS_REQUESTED: answer_effects.reasons_requested,
    EventKind.REASONS_RECEIVED: answer_effects.reasons_received,
    EventKind.SNOOZED: _snoozed,
    EventKind.WITHDRAWN: lambda state, event: _ended_by_owner(state, Outcome.WITHDRAWN),
    EventKind.CLOSED: lambda state, event: _ended_by_owner(state, Outcome.NO_ANSWER),
    EventKind.NOTE: None,
}
