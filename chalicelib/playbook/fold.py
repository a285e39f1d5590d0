"""What events do (T, the event table). ``fold`` is the one way in: it folds a record's events into a process state."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import answer_effects, call_effects, letter_effects, step_reasons
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.move_effects import beginning, interview_moved
from chalicelib.playbook.moves import days_set, in_order, with_day
from chalicelib.playbook.next_step import unsnoozed_step
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.process_state import DayToCome, Phase, ProcessState, Snooze


def fold(interview: Interview, planning: PlanningContext) -> ProcessState:
    """The state of a process after all events, in the order of their days; events of one day as they were recorded."""
    first_day, *later_days = days_set(interview)
    state = beginning(with_day(interview, first_day), planning)._replace(later_days=tuple(later_days))
    state = _move_on_if_exhausted(state)
    for event in in_order(interview.events):
        state = _after(state, event)
    return state


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

    If they have refused by then, or the interview has no day, no event is too early.
    """
    is_ahead = not state.is_turned_down and state.day_to_come is None
    return is_ahead and event.on < state.interview.interview_on and spec_of(event).is_only_after_the_interview


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
    """Whether the same step is next before and after the event, at the instant of its recording, for the same cause."""
    if _cause(before) != _cause(after):
        return False
    recorded_at = event.recorded_at.astimezone(before.planning.zone)
    steps = [unsnoozed_step(state, recorded_at) for state in (before, after)]
    old, new = ((step.kind, step.due_on) if step else None for step in steps)
    return old == new


def _cause(state: ProcessState) -> tuple[Phase, bool, DayToCome | None]:
    """What a step is about: a letter after a call is another one than the letter that was due, even on one day."""
    return state.phase, state.is_asked, state.day_to_come


def _snoozed(state: ProcessState, event: Event) -> ProcessState:
    """Put off only the step that was next when the snooze was recorded; the latest snooze wins (T).

    An offer cannot be put off (M2).
    """
    if state.phase is Phase.OFFER:
        return state
    step = unsnoozed_step(state, event.recorded_at.astimezone(state.planning.zone))
    if step is None or event.until is None:
        return state
    return state._replace(snooze=Snooze(event.until, step.kind, step.due_on))


def _thank_you_sent(state: ProcessState, event: Event) -> ProcessState:
    """Take everybody as thanked, or the one whom the event names; somebody who is not owed a letter has no effect (W2).

    It has no effect while an offer stands.
    """
    if state.phase is Phase.OFFER:
        return state
    state = state._replace(is_held=True)
    if event.contact is None:
        return state._replace(is_thanked=True)
    if event.contact not in {contact.id for contact in state.unthanked}:
        return state
    state = state._replace(thanked=state.thanked | {event.contact})
    return state._replace(is_thanked=state.is_thanked or not state.unthanked)


def _withdrawn(state: ProcessState, event: Event) -> ProcessState:
    return _ended_by_owner(state, Outcome.WITHDRAWN)


def _closed(state: ProcessState, event: Event) -> ProcessState:
    """End the process; an offer that stands is declined by it (M2)."""
    return _ended_by_owner(state, Outcome.DECLINED if state.phase is Phase.OFFER else Outcome.NO_ANSWER)


def _ended_by_owner(state: ProcessState, outcome: Outcome) -> ProcessState:
    """End a process that has not ended yet; a recorded refusal stays its outcome."""
    if state.phase is Phase.ENDED:
        return state
    if state.phase is Phase.OFFER:
        return answer_effects.offer_answered(state, outcome)
    return state.end(state.settled_as if state.is_refused else outcome)


# None stands for no effect.
EFFECTS: dict[EventKind, Callable[[ProcessState, Event], ProcessState] | None] = {
    EventKind.THANK_YOU_SENT: _thank_you_sent,
    EventKind.LETTER_SENT: letter_effects.letter_sent,
    EventKind.CALLED: call_effects.call_effect,
    EventKind.HEARD_BACK: answer_effects.heard_back,
    EventKind.REASONS_REQUESTED: answer_effects.reasons_requested,
    EventKind.REASONS_RECEIVED: answer_effects.reasons_received,
    EventKind.SNOOZED: _snoozed,
    EventKind.OFFER_ACCEPTED: lambda state, event: answer_effects.offer_answered(state, Outcome.ACCEPTED),
    EventKind.OFFER_DECLINED: lambda state, event: answer_effects.offer_answered(state, Outcome.DECLINED),
    EventKind.INTERVIEW_MOVED: interview_moved,
    EventKind.WITHDRAWN: _withdrawn,
    EventKind.CLOSED: _closed,
    EventKind.NOTE: None,
}
