"""Which drafts fit a process as it stands: the one place that evaluates ``FitsWhen`` (S7, S10 to S16)."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS, FitsWhen

A_MONTH = timedelta(days=30)
# What is no word between the two: it says nothing to them, and nothing of them.
_NO_WORD = (EventKind.NOTE, EventKind.SNOOZED, EventKind.CLOSED)
_NOT_THE_OWNERS_END = (Outcome.REFUSAL, Outcome.NO_ANSWER)


def draft_fits(kind: StepKind, interview: Interview, plan: Plan, today: date) -> bool:
    """Whether there is a draft of this kind for a process as it stands ``today`` (owner's zone)."""
    match STEP_KINDS[kind].fits:
        case FitsWhen.ALWAYS:
            return True
        case FitsWhen.WHILE_AN_OFFER_STANDS:
            return plan.is_offered
        case FitsWhen.WHILE_THEY_DECIDE:
            return plan.is_open and not plan.is_offered and not plan.is_refused
        case FitsWhen.WHILE_THE_INTERVIEW_IS_AHEAD:
            return plan.step is not None and STEP_KINDS[plan.step.kind].is_at_the_interview
        case FitsWhen.AFTER_A_REFUSAL:
            return plan.is_refused
        case FitsWhen.WHILE_REFUSED:
            return plan.is_refused and not plan.is_offered and plan.outcome in (None, Outcome.REFUSAL)
        case FitsWhen.AFTER_A_MONTH:
            return _is_silent_or_over(plan, today) and today >= _last_word_on(interview) + A_MONTH


def listed_drafts(interview: Interview, plan: Plan, today: date) -> tuple[StepKind, ...]:
    """The drafts that belong to no step and fit a process as it stands ``today`` (owner's zone)."""
    return tuple(
        kind for kind, spec in STEP_KINDS.items() if spec.is_listed and draft_fits(kind, interview, plan, today)
    )


def _is_silent_or_over(plan: Plan, today: date) -> bool:
    """Whether it ended by a refusal or without an answer, or they owe a word that they have not promised for later."""
    if plan.step is None:
        return plan.outcome in _NOT_THE_OWNERS_END
    is_promise_ahead = plan.promised_on is not None and plan.promised_on >= today
    return not plan.is_offered and plan.day_to_come is None and not is_promise_ahead


def _last_word_on(interview: Interview) -> date:
    """The day of the last word between the two, the interview included."""
    words = (event.on for event in interview.events if event.kind not in _NO_WORD)
    return max((interview.interview_on, *words))
