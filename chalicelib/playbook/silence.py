"""Why they may be silent (R): at most three causes that fit a record, each with what to do about it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.persistence import is_persistence_expected
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS

MOST_CAUSES = 3
A_WEEK, TWO_WEEKS = 7, 14  # calendar days
MANY_ATTEMPTS = 3


class Cause(Struct, frozen=True):
    """``sentence`` says what may be behind the silence, ``so`` what to do about it."""

    rule: str
    sentence: str
    so: str


OTHERS_DECIDE = Cause(
    "R1",
    translatable("The recruiter rarely decides alone: the supervisor and others have to answer first."),
    translatable("Ask who else has to agree, and by when."),
)
SECURITY_CHECK = Cause(
    "R2",
    translatable("The security check of candidates may still be running; it takes up to a week."),
    translatable("Nothing to do but let it pass; when you call, ask whether it is done."),
)
MANY_CANDIDATES = Cause(
    "R3",
    translatable("There may be many candidates: a dozen interviews in a week, and the decision comes after the last."),
    translatable("Ask when the last interview is, and when to get in touch after it."),
)
SOMEONE_IS_AWAY = Cause(
    "R4",
    translatable("Someone may be ill, on leave, on a business trip or gone, and your CV lost in the handover."),
    translatable("Ask who has taken over, and offer to send the CV again."),
)
DATE_CAME_EARLY = Cause(
    "R5",
    translatable(
        "The date they named may have come before the decision; or the vacancy is less urgent now, or has changed."
    ),
    translatable("Ask for a new date rather than for a verdict."),
)
WAITING_FOR_YOU = Cause(
    "R6",
    translatable("They may be waiting for you to call, to see how interested you are."),
    translatable("Call: in this job it speaks for you."),
)
FORGOTTEN = Cause(
    "R7",
    translatable("They may simply have forgotten."),
    translatable("A friendly word is enough; no need to read more into it."),
)
COULD_NOT_REACH_YOU = Cause(
    "R8",
    translatable("They may have tried to reach you and failed: a wrong number, or you were unavailable."),
    translatable("Ask which number they have, and put yours into every letter."),
)
A_REFUSAL = Cause(
    "R9",
    translatable("It may be a refusal: some employers tell nobody."),
    translatable("One last polite word is enough. Put your strength into the next interview."),
)


def causes(interview: Interview, plan: Plan, owner: Owner, today: date) -> tuple[Cause, ...]:
    """The causes that fit, the likeliest first. ``today`` is the day in the owner's zone.

    There are none where no silence needs an explanation:

    - The interview or a promised day is still ahead.
    - A call is agreed, or a refusal is known.
    - They moved the interview or invited to the next round, and only the day is missing.
    - It is time to move on, or the process has ended.
    """
    if not _is_silent(plan, today):
        return ()
    days_silent = (today - plan.silent_since).days
    is_promise_past = plan.promised_on is not None
    fits = {
        SECURITY_CHECK: interview.background_check and days_silent <= TWO_WEEKS,
        COULD_NOT_REACH_YOU: owner.phone is None or (is_promise_past and interview.answer_channel is Channel.PHONE),
        WAITING_FOR_YOU: _is_call_awaited(interview, plan),
        A_REFUSAL: _is_nearly_over(plan),
        DATE_CAME_EARLY: is_promise_past,
        SOMEONE_IS_AWAY: plan.attempts > 0,
        FORGOTTEN: days_silent > A_WEEK,
        MANY_CANDIDATES: interview.round == 1 and days_silent <= TWO_WEEKS,
        OTHERS_DECIDE: True,
    }
    return tuple(cause for cause, does_fit in fits.items() if does_fit)[:MOST_CAUSES]


def _is_silent(plan: Plan, today: date) -> bool:
    """Whether there is a silence to explain."""
    if plan.step is None or plan.day_to_come or not STEP_KINDS[plan.step.kind].is_silence_explained:
        return False
    is_promise_ahead = plan.promised_on is not None and plan.promised_on >= today
    return not is_promise_ahead and today > plan.silent_since


def _is_call_awaited(interview: Interview, plan: Plan) -> bool:
    """Whether they may be waiting for a call, and one is next (R6)."""
    return _is_call_next(plan) and is_persistence_expected(interview) and not _is_interest_known(interview)


def _is_call_next(plan: Plan) -> bool:
    return plan.is_call_possible and plan.step is not None and STEP_KINDS[plan.step.kind].is_call


def _is_nearly_over(plan: Plan) -> bool:
    is_last_word = plan.step is not None and plan.step.kind is StepKind.CLOSING_CONTACT
    return is_last_word or plan.attempts >= MANY_ATTEMPTS


def _is_interest_known(interview: Interview) -> bool:
    return any(spec_of(event).shows_interest for event in interview.events)
