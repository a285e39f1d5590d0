"""The actions that a link can stand for: each is declared here once, with all that is true of it.

``offered_actions`` says when each is offered. tests/web/test_every_kind.py names what a new action still lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from chalicelib.links.action_inputs import (
    ANSWER_BY,
    CALL_AGAIN,
    DAY_IT_HAPPENED,
    NEXT_INTERVIEW,
    REASONS_GIVEN,
    WAIT_UNTIL,
    ActionInput,
)
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind, translatable


class ActionKind(StrEnum):
    """What happened, or what the owner wants, in one click. The values are in links already sent: keep them."""

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
    """One action of one owner. The link is good until ``expires_at``.

    ``version`` is the record's when the link was made. It and ``interview_id`` are None for actions on the digest
    itself.
    """

    owner_id: str
    kind: ActionKind
    expires_at: datetime
    interview_id: str | None = None
    version: int | None = None


class ActionSpec(Struct, frozen=True, kw_only=True):
    """One row: what is true of an action.

    - ``label``: the text of its button.
    - ``meaning``: what is recorded when it is confirmed, as a sentence.
    - ``writes``: the kind and result of the event that is recorded; None for actions on the digest, and for undo.
    - ``writes_without_a_call``: the same where nobody can be called, if it differs.
    - ``inputs``: the fields of the event that are asked for.
    - ``days``: for a snooze, how many calendar days.
    - ``opposite``: for an action on the digest itself, the one that reverses it.
    """

    label: str
    meaning: str
    writes: tuple[EventKind, Result | None] | None = None
    writes_without_a_call: tuple[EventKind, Result | None] | None = None
    inputs: tuple[ActionInput, ...] = ()
    days: int | None = None
    opposite: ActionKind | None = None


ACTIONS: Mapping[ActionKind, ActionSpec] = {
    ActionKind.THANKED: ActionSpec(
        label=translatable("I sent it"),
        meaning=translatable("You sent the thank-you letter to {company}."),
        writes=(EventKind.THANK_YOU_SENT, None),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.SENT: ActionSpec(
        label=translatable("I sent the letter"),
        meaning=translatable("You sent the letter to {company}."),
        writes=(EventKind.LETTER_SENT, None),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.NO_ANSWER: ActionSpec(
        label=translatable("I called: nobody answered"),
        meaning=translatable("You called {company}, and nobody answered."),
        writes=(EventKind.CALLED, Result.NO_ANSWER),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.NO_DECISION: ActionSpec(
        label=translatable("I called: no decision yet"),
        meaning=translatable("You called {company}, and there is no decision yet."),
        writes=(EventKind.CALLED, Result.NO_DECISION),
        inputs=CALL_AGAIN,
    ),
    ActionKind.WAIT: ActionSpec(
        label=translatable("They will get in touch by a day"),
        meaning=translatable("{company} asked you to wait until they get in touch."),
        writes=(EventKind.CALLED, Result.TOLD_TO_WAIT),
        writes_without_a_call=(EventKind.HEARD_BACK, Result.TOLD_TO_WAIT),
        inputs=(WAIT_UNTIL,),
    ),
    ActionKind.OFFER: ActionSpec(
        label=translatable("They made an offer"),
        meaning=translatable("{company} made you an offer."),
        writes=(EventKind.HEARD_BACK, Result.OFFER),
        inputs=(ANSWER_BY,),
    ),
    ActionKind.REFUSAL: ActionSpec(
        label=translatable("They refused"),
        meaning=translatable("{company} refused."),
        writes=(EventKind.HEARD_BACK, Result.REFUSAL),
        inputs=(REASONS_GIVEN,),
    ),
    ActionKind.NEXT_ROUND: ActionSpec(
        label=translatable("They invited me to the next round"),
        meaning=translatable("{company} invited you to the next round."),
        writes=(EventKind.HEARD_BACK, Result.NEXT_ROUND),
        inputs=NEXT_INTERVIEW,
    ),
    ActionKind.REASONS: ActionSpec(
        label=translatable("They told me the reasons"),
        meaning=translatable("{company} told you the reasons."),
        writes=(EventKind.REASONS_RECEIVED, None),
    ),
    ActionKind.SNOOZE_1: ActionSpec(
        label=translatable("Tomorrow"),
        meaning=translatable("What is due with {company} is put off until tomorrow."),
        writes=(EventKind.SNOOZED, None),
        days=1,
    ),
    ActionKind.SNOOZE_3: ActionSpec(
        label=translatable("In 3 days"),
        meaning=translatable("What is due with {company} is put off for three days."),
        writes=(EventKind.SNOOZED, None),
        days=3,
    ),
    ActionKind.SNOOZE_7: ActionSpec(
        label=translatable("In a week"),
        meaning=translatable("What is due with {company} is put off for a week."),
        writes=(EventKind.SNOOZED, None),
        days=7,
    ),
    ActionKind.STOP: ActionSpec(
        label=translatable("Stop following up"),
        meaning=translatable("You stop following up with {company}."),
        writes=(EventKind.CLOSED, None),
    ),
    ActionKind.UNDO: ActionSpec(
        label=translatable("Undo"),
        meaning=translatable("What was recorded last about {company} is taken back."),
    ),
    ActionKind.PAUSE: ActionSpec(
        label=translatable("Pause the digest"),
        meaning=translatable("No digest comes any more, until you resume it."),
        opposite=ActionKind.RESUME,
    ),
    ActionKind.RESUME: ActionSpec(
        label=translatable("Resume the digest"),
        meaning=translatable("The digest comes again."),
        opposite=ActionKind.PAUSE,
    ),
}
SNOOZES = {kind: spec.days for kind, spec in ACTIONS.items() if spec.days}

_ANSWERED = (ActionKind.OFFER, ActionKind.REFUSAL, ActionKind.NEXT_ROUND)
_CALLED = (ActionKind.NO_ANSWER, ActionKind.NO_DECISION, ActionKind.WAIT)
# What may have been done at a step. At all others it is a call, or a letter where nobody can be called.
_DONE = {
    StepKind.THANK_YOU_LETTER: (ActionKind.THANKED,),
    StepKind.STATUS_LETTER: (ActionKind.SENT,),
    StepKind.REASONS_CALL: (ActionKind.NO_ANSWER, ActionKind.WAIT, ActionKind.REASONS),
    StepKind.REASONS_DEADLINE: (ActionKind.REASONS,),
    StepKind.MOVE_ON: (),
}


def offered_actions(plan: Plan, today: date) -> tuple[ActionKind, ...]:
    """The actions that are offered ``today`` (owner's zone) at the step of a plan, in this order:

    - it was done
    - they answered
    - snooze, and stop

    None once the process has ended. At the closing question only stop.
    """
    if plan.step is None:
        return ()
    kind = plan.step.kind
    if kind is StepKind.CLOSING_QUESTION:  # the interview is ahead: nobody can have answered, and a snooze is too late
        return (ActionKind.STOP,)
    done = _DONE.get(kind, _CALLED if plan.is_call_possible else (ActionKind.SENT,))
    answered = () if plan.is_refused else _ANSWERED
    return (*done, *answered, *_snoozes(plan.step, today), ActionKind.STOP)


def _snoozes(step: Step, today: date) -> tuple[ActionKind, ...]:
    """The snoozes that reach beyond the step's day: an earlier day would put nothing off."""
    return tuple(kind for kind, days in SNOOZES.items() if today + timedelta(days=days) > step.due_on)
