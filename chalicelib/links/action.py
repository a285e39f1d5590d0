"""The actions that a link can stand for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind


class ActionKind(StrEnum):
    """What happened, or what is wanted, said with one click. The values are part of handed-out links: keep them."""

    THANKED = "thanked"
    SENT = "sent"
    NO_ANSWER = "no_answer"
    NO_DECISION = "no_decision"
    WAIT = "wait"
    OFFER = "offer"
    REFUSAL = "refusal"
    NEXT_ROUND = "next_round"
    REASONS = "reasons"
    SNOOZE_1 = "snooze_1"
    SNOOZE_3 = "snooze_3"
    SNOOZE_7 = "snooze_7"
    STOP = "stop"
    UNDO = "undo"
    PAUSE = "pause"
    RESUME = "resume"


class Action(Struct, frozen=True, kw_only=True):
    """One action of one owner. ``interview_id`` and ``version`` (the record's, when the link was made) are None for
    what is about the digest itself. The link is good until ``expires_at``."""

    owner_id: str
    kind: ActionKind
    expires_at: datetime
    interview_id: str | None = None
    version: int | None = None


_ANSWERED = (ActionKind.OFFER, ActionKind.REFUSAL, ActionKind.NEXT_ROUND)
SNOOZES = {ActionKind.SNOOZE_1: 1, ActionKind.SNOOZE_3: 3, ActionKind.SNOOZE_7: 7}  # days of the calendar
_CALLED = (ActionKind.NO_ANSWER, ActionKind.NO_DECISION, ActionKind.WAIT)
_DONE = {
    StepKind.THANK_YOU_LETTER: (ActionKind.THANKED,),
    StepKind.STATUS_LETTER: (ActionKind.SENT,),
    StepKind.REASONS_CALL: (ActionKind.NO_ANSWER, ActionKind.WAIT, ActionKind.REASONS),
    StepKind.REASONS_DEADLINE: (ActionKind.REASONS,),
    StepKind.MOVE_ON: (),
}


def fitting(plan: Plan, today: date) -> tuple[ActionKind, ...]:
    """What may be said ``today`` (owner's zone) at the step of an open plan: it was done, they answered, not now, or no
    more; nothing once it has ended."""
    if plan.step is None:
        return ()
    kind = plan.step.kind
    if kind is StepKind.CLOSING_QUESTION:  # the interview is ahead: nobody can have answered, and it cannot wait
        return (ActionKind.STOP,)
    done = _DONE.get(kind, _CALLED if plan.is_call_possible else (ActionKind.SENT,))
    answered = () if plan.is_refused else _ANSWERED
    return (*done, *answered, *_snoozes(plan.step, today), ActionKind.STOP)


def _snoozes(step: Step, today: date) -> tuple[ActionKind, ...]:
    """Those that reach beyond the step's day: an earlier day would put nothing off."""
    return tuple(kind for kind, days in SNOOZES.items() if today + timedelta(days=days) > step.due_on)
