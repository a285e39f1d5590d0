"""Records, steps and drafts as answers show them: every field by its name, days as ISO dates, times as ``15:00``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import time
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import asdict

from chalicelib.drafts.causes import said_causes
from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.reasons import each_in_words, in_words
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step import Step
from chalicelib.records.owners import Account
from chalicelib.web.answer_fields import (
    ShownAccount,
    ShownDraft,
    ShownEvent,
    ShownInterview,
    ShownStep,
    ShownUnreadable,
)
from chalicelib.web.calendar_link import calendar_url
from chalicelib.web.call import Call
from chalicelib.web.owner_fields import fields_of

# What the program keeps for itself: a detail of planning, and a sum of what the other rounds' records show.
_KEPT_BACK = ("dated_on", "attempts_elsewhere")


def shown_interview(call: Call, interview: Interview) -> ShownInterview:
    """A record with what is next in it, planned as of the call's now."""
    plan = call.plan(interview)
    facts = _all_fields(interview, but=_KEPT_BACK)
    facts["events"] = tuple(ShownEvent(**_all_fields(event)) for event in interview.events)
    return ShownInterview(
        **facts,
        status="open" if plan.is_open else "ended",
        outcome=plan.outcome,
        attempts=plan.attempts,
        next_step=shown_step(plan.step, call.spoken) if plan.step else None,
        why_silent=said_causes(causes(interview, plan, call.owner, call.today), call.spoken),
        next_interview_id=next_interview_id(interview, plan),
    )


def shown_step(step: Step, language: Language) -> ShownStep:
    """A step in the owner's language."""
    return ShownStep(
        kind=step.kind,
        due_on=step.due_on,
        at=_plain(step.at),
        why=in_words(step.reasons, language),
        rules=step.rules,
        evidence=each_in_words(evidence(step), language),
        missing=step.missing,
        snoozed_until=step.snoozed_until,
    )


def shown_draft(draft: Draft, drafts_path: str) -> ShownDraft:
    """A draft, and where its letter can be had as a message file."""
    is_letter = draft.channel is DraftChannel.LETTER
    return ShownDraft(**_all_fields(draft), eml=f"{drafts_path}/{draft.kind}.eml" if is_letter else None)


def shown_unreadable(records: Iterable[UnreadableRecord]) -> tuple[ShownUnreadable, ...] | UnsetType:
    """Records of which nothing else can be shown; unset where there are none."""
    return tuple(ShownUnreadable(id=one.id, reason=one.reason) for one in records) or UNSET


def shown_account(call: Call, account: Account) -> ShownAccount:
    """The owner's settings as they are now."""
    settings = asdict(fields_of(account.owner))
    return ShownAccount(
        id=account.owner.id,
        **{name: _plain(value) for name, value in settings.items()},
        digest_problem=account.digest_problem,
        calendar_url=calendar_url(account, call.incoming.address),
        version=account.version,
    )


def next_interview_id(interview: Interview, plan: Plan) -> str | None:
    """The record that goes on with this process, if this one ended with the next round."""
    if plan.outcome is not Outcome.NEXT_ROUND:
        return None
    opened = [event.next_interview_id for event in interview.events if event.result is Result.NEXT_ROUND]
    return opened[-1] if opened else None


def _all_fields(record: Interview | Event | Draft, but: tuple[str, ...] = ()) -> dict[str, Any]:
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record) if field.name not in but}


def _plain(value: Any) -> Any:
    return f"{value:%H:%M}" if isinstance(value, time) else value
