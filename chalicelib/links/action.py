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
    ANY_NOTE,
    CALL_AGAIN,
    DAY_IT_HAPPENED,
    NEW_ANSWER_BY,
    NEW_DAY,
    NEXT_INTERVIEW,
    REASONS_GIVEN,
    THE_DAY,
    THEIR_REASONS,
    WAIT_UNTIL,
    WHAT_THEY_SAID,
    WHOM_THANKED,
    ActionInput,
)
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import Step, StepKind, translatable


class ActionKind(StrEnum):
    """What happened, or what the owner wants, in one click. The values are in links already sent: keep them."""

    THANKED = "thanked"
    SENT = "sent"
    NO_ANSWER = "no_answer"
    NO_DECISION = "no_decision"
    NO_DAY = "no_day"
    ARRIVED = "arrived"
    WAIT = "wait"
    OFFER = "offer"
    REFUSAL = "refusal"
    NEXT_ROUND = "next_round"
    MOVED = "moved"
    CANCELLED = "cancelled"
    DAY_NAMED = "day_named"
    ROUND_NAMED = "round_named"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MORE_TIME = "more_time"
    TAKEN_BACK = "taken_back"
    REASONS = "reasons"
    ASKED_FOR_TIME = "asked_for_time"
    WITHDREW = "withdrew"
    ANSWERED = "answered"
    ASKED_FOR_DAY = "asked_for_day"
    DEBRIEFED = "debriefed"
    STILL_INTERESTED = "still_interested"
    STILL_ON = "still_on"
    SNOOZE_1 = "snooze_1"
    SNOOZE_3 = "snooze_3"
    SNOOZE_7 = "snooze_7"
    STOP = "stop"
    UNDO = "undo"
    PAUSE = "pause"
    PAUSE_WEEK = "pause_week"
    PAUSE_MONTH = "pause_month"
    RESUME = "resume"
    SEEN = "seen"


class Action(Struct, frozen=True, kw_only=True):
    """One action of one owner. The link is good until ``expires_at``.

    ``version`` is the record's when the link was made; for actions on the digest itself, for which ``interview_id`` is
    None, the owner's count of pauses. ``undoes`` says what an undo takes back: the id of an event, or of the link that
    paused the digest. ``contact`` is the one of several people whom the owner thanked (C4). ``route`` is what a press
    of it proves, in a mail that asks to be seen (``arrival.py``).
    """

    owner_id: str
    kind: ActionKind
    expires_at: datetime
    interview_id: str | None = None
    version: int | None = None
    undoes: str | None = None
    contact: str | None = None
    route: str | None = None


class ActionSpec(Struct, frozen=True, kw_only=True):
    """One row: what is true of an action.

    - ``label``: the text of its button.
    - ``meaning``: what is recorded when it is confirmed, as a sentence.
    - ``writes``: the kind and result of the event that is recorded; None for actions on the digest, and for undo.
    - ``writes_without_a_call``: the same where nobody can be called, if it differs.
    - ``note``: the note of the event, a sentence in the owner's language that says what was sent.
    - ``inputs``: the fields of the event that are asked for, besides its note; ``note_asked`` asks for that.
    - ``is_debrief``: it asks what the record does not say yet after the interview (W12), and gives it the answers
      in the write that records the event.
    - ``days``: for a snooze or a pause, how many calendar days; a pause without any has no end.
    - ``opposite``: for an action on the digest itself, the one that reverses it.
    - ``is_proof``: the press itself is what is recorded: the digest was seen to arrive. It names no record.
    """

    label: str
    meaning: str
    writes: tuple[EventKind, Result | None] | None = None
    writes_without_a_call: tuple[EventKind, Result | None] | None = None
    note: str = ""
    inputs: tuple[ActionInput, ...] = ()
    note_asked: ActionInput = ANY_NOTE
    is_debrief: bool = False
    days: int | None = None
    opposite: ActionKind | None = None
    is_proof: bool = False

    @property
    def asked(self) -> tuple[ActionInput, ...]:
        """All that its page asks for: whatever is recorded takes a note."""
        return (*self.inputs, self.note_asked) if self.writes else ()


ACTIONS: Mapping[ActionKind, ActionSpec] = {
    ActionKind.THANKED: ActionSpec(
        label=translatable("I sent it"),
        meaning=translatable("You sent the thank-you letter to {company}."),
        writes=(EventKind.THANK_YOU_SENT, None),
        inputs=(WHOM_THANKED, DAY_IT_HAPPENED),
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
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.NO_DAY: ActionSpec(
        label=translatable("I called: no day yet"),
        meaning=translatable("You called {company}, and they have not named a day yet."),
        writes=(EventKind.CALLED, Result.NO_DECISION),
        inputs=CALL_AGAIN,
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.ARRIVED: ActionSpec(
        label=translatable("I called: they have my letter"),
        meaning=translatable("You called {company}, and they have your letter."),
        writes=(EventKind.CALLED, Result.ARRIVED),
        inputs=(DAY_IT_HAPPENED,),
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.WAIT: ActionSpec(
        label=translatable("They asked me to wait"),
        meaning=translatable("{company} asked you to wait until they get in touch."),
        writes=(EventKind.CALLED, Result.TOLD_TO_WAIT),
        writes_without_a_call=(EventKind.HEARD_BACK, Result.TOLD_TO_WAIT),
        inputs=(WAIT_UNTIL,),
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.OFFER: ActionSpec(
        label=translatable("They made an offer"),
        meaning=translatable("{company} made you an offer."),
        writes=(EventKind.HEARD_BACK, Result.OFFER),
        inputs=(ANSWER_BY,),
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.REFUSAL: ActionSpec(
        label=translatable("They said no"),
        meaning=translatable("{company} said no."),
        writes=(EventKind.HEARD_BACK, Result.REFUSAL),
        inputs=(REASONS_GIVEN,),
        note_asked=THEIR_REASONS,
    ),
    ActionKind.NEXT_ROUND: ActionSpec(
        label=translatable("They invited me to the next round"),
        meaning=translatable("{company} invited you to the next round."),
        writes=(EventKind.HEARD_BACK, Result.NEXT_ROUND),
        inputs=NEXT_INTERVIEW,
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.MOVED: ActionSpec(
        label=translatable("They moved the interview"),
        meaning=translatable("{company} moved the interview."),
        writes=(EventKind.INTERVIEW_MOVED, None),
        inputs=NEW_DAY,
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.CANCELLED: ActionSpec(
        label=translatable("They cancelled it"),
        meaning=translatable("{company} cancelled the interview, and has named no other day."),
        writes=(EventKind.INTERVIEW_MOVED, None),
        note=translatable("They cancelled the interview."),
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.DAY_NAMED: ActionSpec(
        label=translatable("They named a day"),
        meaning=translatable("{company} named a day for the interview."),
        writes=(EventKind.INTERVIEW_MOVED, None),
        inputs=THE_DAY,
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.ROUND_NAMED: ActionSpec(
        label=translatable("They named a day"),
        meaning=translatable("{company} named a day for the next interview."),
        writes=(EventKind.HEARD_BACK, Result.NEXT_ROUND),
        inputs=THE_DAY,
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.ACCEPTED: ActionSpec(
        label=translatable("I accepted"),
        meaning=translatable("You accepted the offer from {company}."),
        writes=(EventKind.OFFER_ACCEPTED, None),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.DECLINED: ActionSpec(
        label=translatable("I declined"),
        meaning=translatable("You declined the offer from {company}."),
        writes=(EventKind.OFFER_DECLINED, None),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.MORE_TIME: ActionSpec(
        label=translatable("They gave me more time"),
        meaning=translatable("{company} gave you more time for your answer."),
        writes=(EventKind.HEARD_BACK, Result.OFFER),
        inputs=(NEW_ANSWER_BY,),
        note_asked=WHAT_THEY_SAID,
    ),
    ActionKind.TAKEN_BACK: ActionSpec(
        label=translatable("They took it back"),
        meaning=translatable("{company} took the offer back."),
        writes=(EventKind.HEARD_BACK, Result.REFUSAL),
        inputs=(REASONS_GIVEN,),
        note_asked=THEIR_REASONS,
    ),
    ActionKind.REASONS: ActionSpec(
        label=translatable("They told me the reasons"),
        meaning=translatable("{company} told you the reasons."),
        writes=(EventKind.REASONS_RECEIVED, None),
        note_asked=THEIR_REASONS,
    ),
    ActionKind.ASKED_FOR_TIME: ActionSpec(
        label=translatable("I asked for more time"),
        meaning=translatable("You asked {company} for more time to answer their offer."),
        writes=(EventKind.NOTE, None),
        note=translatable("I asked for more time to answer the offer."),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.WITHDREW: ActionSpec(
        label=translatable("I withdrew"),
        meaning=translatable("You told {company} that you withdraw."),
        writes=(EventKind.WITHDRAWN, None),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.ANSWERED: ActionSpec(
        label=translatable("I sent the answer"),
        meaning=translatable("You answered the refusal of {company}."),
        writes=(EventKind.NOTE, None),
        note=translatable("I thanked them for their word and answered the refusal."),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.ASKED_FOR_DAY: ActionSpec(
        label=translatable("I asked for another day"),
        meaning=translatable("You asked {company} for another day; they have yet to name it."),
        writes=(EventKind.INTERVIEW_MOVED, None),
        note=translatable("I asked for another day."),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.STILL_INTERESTED: ActionSpec(
        label=translatable("I wrote to them"),
        meaning=translatable("You wrote to {company} that you are still interested."),
        writes=(EventKind.NOTE, None),
        note=translatable("I wrote that I am still interested."),
        inputs=(DAY_IT_HAPPENED,),
    ),
    ActionKind.STILL_ON: ActionSpec(
        label=translatable("Still on"),
        meaning=translatable("{company} is still on for you."),
        writes=(EventKind.NOTE, None),
        note=translatable("Still on."),
    ),
    ActionKind.DEBRIEFED: ActionSpec(
        label=translatable("What did they say?"),
        meaning=translatable("You wrote down what was said in the interview at {company}."),
        writes=(EventKind.NOTE, None),
        note=translatable("I wrote down what was said in the interview."),
        is_debrief=True,
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
        label=translatable("Pause until I resume it"),
        meaning=translatable("No digest comes any more, until you resume it."),
        opposite=ActionKind.RESUME,
    ),
    ActionKind.PAUSE_WEEK: ActionSpec(
        label=translatable("Pause for a week"),
        meaning=translatable("No digest comes for a week. Then it comes again by itself."),
        days=7,
        opposite=ActionKind.RESUME,
    ),
    ActionKind.PAUSE_MONTH: ActionSpec(
        label=translatable("Pause for four weeks"),
        meaning=translatable("No digest comes for four weeks. Then it comes again by itself."),
        days=28,
        opposite=ActionKind.RESUME,
    ),
    ActionKind.RESUME: ActionSpec(
        label=translatable("Resume the digest"),
        meaning=translatable("The digest comes again."),
        opposite=ActionKind.PAUSE,
    ),
    ActionKind.SEEN: ActionSpec(
        label=translatable("I see it"),
        meaning=translatable("The digest reaches your inbox."),
        is_proof=True,
    ),
}
MOST_LIKELY = 2
SNOOZES = {kind: spec.days for kind, spec in ACTIONS.items() if spec.days and not spec.opposite}
# What pauses the digest, the shortest first; in a mail stand those that end by themselves.
PAUSES_THAT_END = (ActionKind.PAUSE_WEEK, ActionKind.PAUSE_MONTH)
PAUSES = (*PAUSES_THAT_END, ActionKind.PAUSE)
# They say nothing of what happened.
NOT_HAPPENED = (*SNOOZES, ActionKind.STOP)

# What a line asks of a process that is to be closed (D10), and of each after an absence (D9).
TO_BE_CLOSED = (ActionKind.STOP,)
AFTER_AN_ABSENCE = (ActionKind.STILL_ON, ActionKind.STOP)

# What records a draft that belongs to no step, once the owner has sent it.
SENT = {
    StepKind.OFFER_LETTER: ActionKind.SENT,
    StepKind.OFFER_TIME: ActionKind.ASKED_FOR_TIME,
    StepKind.OFFER_TIME_CALL: ActionKind.ASKED_FOR_TIME,
    StepKind.OFFER_ACCEPTANCE: ActionKind.ACCEPTED,
    StepKind.OFFER_DECLINING: ActionKind.DECLINED,
    StepKind.WITHDRAWAL: ActionKind.WITHDREW,
    StepKind.REFUSAL_ANSWER: ActionKind.ANSWERED,
    StepKind.RESCHEDULE: ActionKind.ASKED_FOR_DAY,
    StepKind.STILL_INTERESTED: ActionKind.STILL_INTERESTED,
}

_RECEIPT = (ActionKind.ARRIVED, ActionKind.NO_ANSWER, ActionKind.NO_DECISION, ActionKind.WAIT)
_AT_AN_OFFER = (ActionKind.ACCEPTED, ActionKind.DECLINED, ActionKind.MORE_TIME, ActionKind.TAKEN_BACK)
# What they may answer where a day is asked for (W13).
_ASKED_FOR_THE_DAY = {
    DayToCome.INTERVIEW: (ActionKind.DAY_NAMED, ActionKind.REFUSAL),
    DayToCome.NEXT_ROUND: (ActionKind.ROUND_NAMED, ActionKind.OFFER, ActionKind.REFUSAL),
}
_ANSWERED = (ActionKind.OFFER, ActionKind.REFUSAL, ActionKind.NEXT_ROUND)
_CALLED = (ActionKind.NO_ANSWER, ActionKind.NO_DECISION, ActionKind.WAIT)
# What may have been done at a step. At all others it is a call, or a letter where nobody can be called.
_DONE = {
    StepKind.THANK_YOU_LETTER: (ActionKind.THANKED,),
    StepKind.STATUS_LETTER: (ActionKind.SENT,),
    StepKind.RECEIPT_CALL: _RECEIPT,
    StepKind.REASONS_CALL: (ActionKind.NO_ANSWER, ActionKind.WAIT, ActionKind.REASONS),
    StepKind.REASONS_DEADLINE: (ActionKind.REASONS,),
    StepKind.MOVE_ON: (),
}

# At a step that asks for a day (W13): those that are offered, in this order.
_LIKELIEST_FOR_A_DAY = (ActionKind.DAY_NAMED, ActionKind.ROUND_NAMED, ActionKind.NO_ANSWER, ActionKind.SENT)
# Where the first two that are offered are not the likeliest.
_LIKELIEST = {
    StepKind.CLOSING_QUESTION: (ActionKind.MOVED, ActionKind.CANCELLED),
    StepKind.THANK_YOU_LETTER: (ActionKind.THANKED, ActionKind.DEBRIEFED),
    StepKind.STATUS_LETTER: (ActionKind.SENT, ActionKind.REFUSAL),
}


def offered_actions(plan: Plan, today: date) -> tuple[ActionKind, ...]:
    """The actions that are offered ``today`` (owner's zone) at the step of a plan, in this order:

    - it was done
    - they answered
    - what they said, as long as it is asked (W12)
    - snooze, and stop

    None once the process has ended. At the closing question that it was moved or cancelled, and stop; at an offer only
    its answers, and their further word about it.
    """
    if plan.step is None:
        return ()
    kind = plan.step.kind
    if kind is StepKind.CLOSING_QUESTION:  # the interview is ahead: nobody can have answered, and a snooze is too late
        return (ActionKind.MOVED, ActionKind.CANCELLED, ActionKind.STOP)
    if kind is StepKind.ANSWER_OFFER:  # it cannot wait (M2)
        return _AT_AN_OFFER
    done = _DONE.get(kind, _CALLED if plan.is_call_possible else (ActionKind.SENT,))
    if plan.day_to_come:
        done = tuple(ActionKind.NO_DAY if action is ActionKind.NO_DECISION else action for action in done)
        answered = _ASKED_FOR_THE_DAY[plan.day_to_come]
    else:
        answered = () if plan.is_refused else _ANSWERED
    said = (ActionKind.DEBRIEFED,) if plan.questions.are_any else ()
    return (*done, *answered, *said, *_snoozes(plan.step, today), ActionKind.STOP)


def likeliest_actions(plan: Plan, today: date) -> tuple[ActionKind, ...]:
    """The likeliest of the offered actions, two at most: those that a whole entry of the mail has (D4)."""
    offered = offered_actions(plan, today)
    if plan.day_to_come:
        return tuple(action for action in _LIKELIEST_FOR_A_DAY if action in offered)[:MOST_LIKELY]
    kind = plan.step.kind if plan.step else None
    likely = _LIKELIEST.get(kind, offered) if kind else ()
    return tuple(action for action in likely if action in offered and action not in NOT_HAPPENED)[:MOST_LIKELY]


def _snoozes(step: Step, today: date) -> tuple[ActionKind, ...]:
    """The snoozes that reach beyond the step's day: an earlier day would put nothing off."""
    return tuple(kind for kind, days in SNOOZES.items() if today + timedelta(days=days) > step.due_on)
