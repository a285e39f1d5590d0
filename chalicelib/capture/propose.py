"""From what a document says to what it would have recorded. The way in is ``propose``.

Exact calendar data is certain; words never are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from chalicelib.capture.beside_record import beside, without_record
from chalicelib.capture.calendars.event_fields import is_for_somebody_else
from chalicelib.capture.documents import Reading
from chalicelib.capture.event_proposal import of_event
from chalicelib.capture.fitting_values import fitting
from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.capture.mail.mail_message import MailKind
from chalicelib.capture.people import is_owner
from chalicelib.capture.proposal import FIELDS_OF, Proposal, nothing
from chalicelib.playbook.event import Result
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable

_ANSWERS_ONLY = frozenset(("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"))
_BOUNCED = translatable("did not reach {address}: the address does not work")
_OWN = translatable("was written by yourself")
_ANSWERED = translatable("only says who comes: nothing changes")
_SERIES = translatable("is an event that comes again and again: no interview")
_SOMEBODY_ELSE = translatable("is for {name}, not for you")
_NO_DAY = translatable("is not agreed yet: ask for it")


def propose(reading: Reading, known: PlannedInterview | None, owner: Owner, now: datetime) -> Proposal:
    """What the document would have recorded; ``known`` is the record that it belongs to, with its plan at ``now``."""
    if why_not := _why_nothing(reading, owner):
        return nothing((why_not, *reading.doubts), known.interview.id if known else None)
    proposal = _said(reading, known, owner)
    proposal = beside(proposal, known, owner, now) if known else without_record(proposal)
    return fitting(_trimmed(proposal, reading.doubts))


def _why_nothing(reading: Reading, owner: Owner) -> Doubt | None:
    """Why a document says nothing of an interview, whatever words are in it; None if it may."""
    mail, event = reading.mail, reading.invitation
    if mail.kind is MailKind.BOUNCE:
        return Doubt("file", _BOUNCED, {"address": ", ".join(mail.failed) or "?"})
    if event is None:
        is_own = mail.sender is not None and mail.carrier is None and is_owner(mail.sender, owner)
        return Doubt("file", _OWN) if is_own else None
    if event.method in _ANSWERS_ONLY:
        return Doubt("file", _ANSWERED)
    if event.is_series:
        return Doubt("file", _SERIES)
    name = is_for_somebody_else(event, owner)
    return Doubt("file", _SOMEBODY_ELSE, {"name": name}) if name else None


def _said(reading: Reading, known: PlannedInterview | None, owner: Owner) -> Proposal:
    """What it says by itself, as if nothing were recorded."""
    if reading.invitation:
        return of_event(reading, reading.invitation, known.interview if known else None, owner)
    words = reading.words
    said = Proposal(kind=words.kind, fields=dict(words.fields), doubts=words.doubts)
    return _absence(said) if reading.mail.kind is MailKind.ABSENCE else said


def _absence(proposal: Proposal) -> Proposal:
    """Somebody is away until a day: until then nothing will be heard of them."""
    until = proposal.fields.get("until") or proposal.fields.get("interview_on")
    if until is None:
        return nothing(proposal.doubts)
    fields = {"result": Found(Result.TOLD_TO_WAIT, until.quote), "until": replace(until, is_certain=False)}
    return Proposal(kind=ProposalKind.HEARD_BACK, fields=fields)


def _trimmed(proposal: Proposal, further: Iterable[Doubt]) -> Proposal:
    """The proposal with what its kind can record only; where a day is needed, it is asked for."""
    allowed = FIELDS_OF[proposal.kind]
    fields = {name: found for name, found in proposal.fields.items() if allowed is None or name in allowed}
    doubts = [*proposal.doubts, *further]
    is_day_asked = any(doubt.field == "interview_on" for doubt in doubts)
    if proposal.kind is ProposalKind.NEW_INTERVIEW and "interview_on" not in fields and not is_day_asked:
        doubts.append(Doubt("interview_on", _NO_DAY))
    if allowed is None:
        fields = {name: found for name, found in fields.items() if name not in ("result", "until", "reasons_given")}
    return replace(proposal, fields=fields, doubts=tuple(doubts))
