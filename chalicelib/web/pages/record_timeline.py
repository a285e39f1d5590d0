"""A record's timeline: what happened, today, and the steps ahead if nobody answers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.event_text import event_text
from chalicelib.drafts.reason_text import in_words
from chalicelib.drafts.step_labels import task
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import translatable
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.usecases.write_drafts import drafts_ahead
from chalicelib.web.http.request_context import RequestContext


class TimelinePosition(StrEnum):
    """Where a milestone lies on the timeline."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


class Milestone(Struct, frozen=True, kw_only=True):
    """What happened, or is to come, on the day ``on`` (owner's zone); ``draft`` is where its script or letter is.

    ``event_id`` is that of what the owner recorded.
    """

    on: date
    day: str
    when: TimelinePosition
    text: str
    note: str | None = None
    draft: str | None = None
    is_letter: bool = False
    event_id: str = ""


def timeline(context: RequestContext, planned: PlannedInterview) -> list[Milestone]:
    """The milestones by day. Overdue steps stand at today, and the interview after the question that is asked there.

    An interview that was moved, and has no new day yet, is none of them.
    """
    interview, step = planned.interview, planned.plan.step
    forecast = _forecast(context, interview)
    the_interview = _milestone(context, interview.interview_on, context.language.say(translatable("The interview")))
    is_ahead = the_interview.when is TimelinePosition.AHEAD or (
        step is not None and STEP_KINDS[step.kind].is_at_the_interview
    )
    shown = [] if planned.plan.day_to_come is DayToCome.INTERVIEW else [the_interview]
    past = sorted([*([] if is_ahead else shown), *_history(context, interview)], key=_day_of)
    ahead = sorted([*forecast, *(shown if is_ahead else [])], key=_day_of)
    return [*past, *_today(context, [*past, *ahead]), *ahead]


def _history(context: RequestContext, interview: Interview) -> list[Milestone]:
    texts = ((event, event_text(event, context.language, interview.contacts)) for event in interview.events)
    return [replace(_milestone(context, event.on, text, event.note), event_id=event.id) for event, text in texts]


def _forecast(context: RequestContext, interview: Interview) -> list[Milestone]:
    """The steps ahead. Only the first of a kind has its draft, as each kind has one address."""
    channels = {draft.kind: draft.channel for _, draft in drafts_ahead(context, interview)}
    steps = context.forecast(interview)
    first_steps = {step.kind: step for step in reversed(steps)}
    with_draft = {id(step) for kind, step in first_steps.items() if kind in channels}
    return [
        Milestone(
            on=step.due_on,
            day=context.language.say_day_alone(step.due_on),
            when=TimelinePosition.AHEAD if step.due_on > context.today else TimelinePosition.NOW,
            text=task(step, interview.company, context.language),
            note=in_words(step.reasons, context.language),
            draft=f"{context.path_to(interview.id)}/drafts/{step.kind}" if id(step) in with_draft else None,
            is_letter=channels.get(step.kind) is DraftChannel.LETTER,
        )
        for step in steps
    ]


def _today(context: RequestContext, others: list[Milestone]) -> list[Milestone]:
    """A mark between past and future, unless a milestone stands at today anyway."""
    is_marked = any(other.when is TimelinePosition.NOW for other in others)
    return [] if is_marked else [_milestone(context, context.today, context.language.say(translatable("Today")))]


def _milestone(context: RequestContext, on: date, text: str, note: str | None = None) -> Milestone:
    when = (
        TimelinePosition.NOW
        if on == context.today
        else TimelinePosition.PAST
        if on < context.today
        else TimelinePosition.AHEAD
    )
    return Milestone(on=on, day=context.language.say_day_alone(on), when=when, text=text, note=note)


def _day_of(milestone: Milestone) -> date:
    return milestone.on
