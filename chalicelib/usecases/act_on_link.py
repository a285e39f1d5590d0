"""Doing what a link stands for: once, on the record as it was when the link was made."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from msgspec.structs import replace

from chalicelib.errors import AfterwordError, ChangedMeanwhile
from chalicelib.links.action import Action, ActionKind
from chalicelib.playbook.interview import Interview
from chalicelib.records.owners import Account
from chalicelib.schemas.event_days import check_typed_days
from chalicelib.usecases.link_events import event_of, is_told_by
from chalicelib.usecases.record_event import after, before_last
from chalicelib.usecases.retry_on_conflict import TRIES, amended_account
from chalicelib.usecases.standing_offers import keep_offer
from chalicelib.web.http.context import Call

UNTIL_RESUMED = date(2099, 12, 31)
_PAUSED = {ActionKind.PAUSE: UNTIL_RESUMED, ActionKind.RESUME: None}


class Stale(AfterwordError):
    """Something has happened to the record since the link was made; ``interview`` is the record as it is."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview.id)
        self.interview = interview


def current(call: Call, action: Action) -> Interview:
    """The record of a link, if it is as it was when the link was made. Raises Stale, NotFound."""
    interview = call.parts.interviews.get(call.owner.id, action.interview_id or "")
    if interview.version != action.version:
        raise Stale(interview)
    return interview


def written_by(call: Call, action: Action) -> Interview | None:
    """The record, if what was written to it last may well be this action: one write after the link was made."""
    interview = call.parts.interviews.get(call.owner.id, action.interview_id or "")
    return interview if interview.version == (action.version or 0) + 1 else None


def is_recorded(action: Action, interview: Interview) -> bool:
    """Whether what was written to the record last is what this link says: it was pressed before."""
    is_next = interview.version == (action.version or 0) + 1
    return is_next and bool(interview.events) and is_told_by(interview.events[-1], action.kind)


def act(call: Call, action: Action) -> Interview:
    """The record, written anew. Of several clicks at once one acts. Raises Stale, NotFound, and ``Invalid`` for inputs
    that do not fit."""
    for _ in range(TRIES):
        interview = current(call, action)
        with suppress(ChangedMeanwhile):
            written = _written(call, action, interview)
            keep_offer(call, written)
            return written
    raise ChangedMeanwhile


def act_on_digest(call: Call, kind: ActionKind) -> None:
    """Pause the digest until it is resumed, or resume it; done twice it stays done."""

    def change(account: Account) -> Account:
        if is_so(account, kind):
            return account
        owner = replace(account.owner, paused_until=_PAUSED[kind])
        return replace(account, owner=owner, next_digest_at=min(account.next_digest_at, call.now))

    amended_account(call, change)


def is_so(account: Account, kind: ActionKind) -> bool:
    """Whether the digest is already as this action would have it."""
    return account.owner.paused_until == _PAUSED[kind]


def _written(call: Call, action: Action, interview: Interview) -> Interview:
    if action.kind is ActionKind.UNDO:
        return before_last(call, interview)
    event = event_of(action.kind, call.sent, call.plan(interview), call.today, call.now)
    check_typed_days(event, interview)
    return after(call, event, interview)
