"""Makes responses of records and steps: every field under its name, days as ISO dates, times as ``15:00``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import cause_texts, each_in_words, in_words
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step import Step
from chalicelib.schemas.responses import (
    EventResponse,
    InterviewResponse,
    StepResponse,
    UnreadableResponse,
    WarningResponse,
)
from chalicelib.schemas.warnings import warnings_of

if TYPE_CHECKING:
    from chalicelib.drafts.draft import Draft

# Not in responses: a detail of planning, a sum that the records of the other rounds show, and where the day came from.
_INTERNAL = ("dated_on", "attempts_elsewhere", "origin")
_INTERNAL_TO_EVENTS = ("moved_from", "debrief")  # the record has what counts now


def serialize_interview(planned: PlannedInterview, owner: Owner, today: date, language: Language) -> InterviewResponse:
    """A record with its next step and, as of ``today`` (owner's zone), why they may be silent (R), in ``language``."""
    interview, plan = planned.interview, planned.plan
    facts = all_fields(interview, but=_INTERNAL)
    facts["events"] = tuple(EventResponse(**all_fields(event, but=_INTERNAL_TO_EVENTS)) for event in interview.events)
    return InterviewResponse(
        **facts,
        status="open" if plan.is_open else "ended",
        outcome=plan.outcome,
        attempts=plan.attempts,
        next_step=serialize_step(plan.step, language) if plan.step else None,
        why_silent=cause_texts(causes(interview, plan, owner, today), language),
        next_interview_id=next_interview_id(interview, plan),
        warnings=_warnings(interview, language),
    )


def _warnings(interview: Interview, language: Language) -> tuple[WarningResponse, ...] | UnsetType:
    found = (
        WarningResponse(warning.field, language.say(warning.reason, warning.facts))
        for warning in warnings_of(interview)
    )
    return tuple(found) or UNSET


def serialize_step(step: Step, language: Language) -> StepResponse:
    """A step, with its reasons and evidence in ``language``."""
    return StepResponse(
        kind=step.kind,
        due_on=step.due_on,
        at=plain(step.at),
        why=in_words(step.reasons, language),
        rules=step.rules,
        evidence=each_in_words(evidence(step), language),
        missing=step.missing,
        snoozed_until=step.snoozed_until,
    )


def serialize_unreadable(records: Iterable[UnreadableRecord]) -> tuple[UnreadableResponse, ...] | UnsetType:
    """Records of which only the id and what broke can be shown; UNSET if there are none."""
    return tuple(UnreadableResponse(id=record.id, reason=record.reason) for record in records) or UNSET


def next_interview_id(interview: Interview, plan: Plan) -> str | None:
    """The id of the record that continues this process; None unless this one ended with the next round, or an offer is
    to be answered here while the next round goes on."""
    if plan.outcome is not Outcome.NEXT_ROUND and not plan.is_offered:
        return None
    opened = [event.next_interview_id for event in interview.events if event.result is Result.NEXT_ROUND]
    return opened[-1] if opened else None


def all_fields(record: Interview | Event | Draft, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields of a record, or of a part of it, as they are in responses, without those named in ``but``."""
    return {name: plain(getattr(record, name)) for name in record.__struct_fields__ if name not in but}


def plain(value: Any) -> Any:
    """A value as it is in responses: a time becomes its hour and minute."""
    return f"{value:%H:%M}" if isinstance(value, time) else value
