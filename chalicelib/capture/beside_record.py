"""What is proposed beside a record that is there already: an invitation from an employer who is known is no new
interview, but another day of one, or the next round; and an entry that is known by its UID is that interview."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.capture.proposal import Proposal, nothing
from chalicelib.capture.record_time import day_and_hour
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import CalendarOrigin
from chalicelib.playbook.interview_end import is_over
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import translatable

_NEEDED = ("company", "position", "interview_on", "interview_time")
_KNOWN = translatable("is recorded already")
_OUTDATED = translatable("is an older version of what is recorded")
_NO_RECORD = translatable("is about an interview that is not recorded")
_BY_HAND = translatable("was changed by you since the entry came: check which of the two is right")


def without_record(proposal: Proposal) -> Proposal:
    """What is said of an interview that is not recorded: a day of one is a new interview, all else comes to nothing."""
    if _names_a_day(proposal):
        fields = {name: found for name, found in proposal.fields.items() if name != "result"}
        proposal = replace(proposal, kind=ProposalKind.NEW_INTERVIEW, fields=fields)
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        return replace(proposal, is_certain=proposal.is_certain and all(map(proposal.is_sure, _NEEDED)))
    is_lost = proposal.kind is not ProposalKind.NOTHING
    doubts = (*proposal.doubts, Doubt("record", _NO_RECORD)) if is_lost else proposal.doubts
    return replace(proposal, is_certain=False, doubts=doubts)


def beside(proposal: Proposal, known: PlannedInterview, owner: Owner, now: datetime) -> Proposal:
    """What is said of an interview that is recorded; ``known`` is its record with its plan at ``now``."""
    proposal = replace(proposal, record_id=known.interview.id)
    theirs, ours = proposal.origin, known.interview.origin
    if theirs and ours and theirs.uid == ours.uid:
        return _of_known_entry(proposal, known, owner, theirs, ours)
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        return _invitation(replace(proposal, is_certain=False), known, owner, now)
    is_of_a_day = proposal.kind is ProposalKind.MOVED and "interview_on" in proposal.fields
    if is_of_a_day and _has_same_day(proposal, known.interview, owner):
        return _known_already(proposal, _KNOWN)
    return replace(proposal, is_certain=False)


def _names_a_day(proposal: Proposal) -> bool:
    """Whether it is said that an interview with somebody who is named is on a day that is named."""
    is_of_a_day = proposal.kind is ProposalKind.MOVED or proposal.value("result") == Result.NEXT_ROUND
    return is_of_a_day and "interview_on" in proposal.fields and "company" in proposal.fields


def _of_known_entry(
    proposal: Proposal, known: PlannedInterview, owner: Owner, theirs: CalendarOrigin, ours: CalendarOrigin
) -> Proposal:
    """A version of the entry that a record came from: the newest counts, by SEQUENCE or else by DTSTAMP."""
    if proposal.kind is ProposalKind.CANCELLED:
        return _cancelled(proposal, known, theirs, ours)
    is_day_to_come = known.plan.day_to_come is DayToCome.INTERVIEW
    if not is_day_to_come and _is_as_recorded(proposal, known.interview, owner):
        return _known_already(proposal, _KNOWN)
    is_same_version = (theirs.sequence, theirs.stamped_at) == (ours.sequence, ours.stamped_at)
    if not (ours.is_older_than(theirs.sequence, theirs.stamped_at) or is_same_version):
        return _known_already(proposal, _OUTDATED)
    moved = replace(proposal, kind=ProposalKind.MOVED)
    if is_day_to_come or is_same_version or _was_changed_by_hand(known.interview, ours):
        return replace(moved, is_certain=False, doubts=(*moved.doubts, Doubt("interview_on", _BY_HAND)))
    return replace(moved, is_certain=moved.is_certain and moved.is_sure("interview_time") and known.plan.may_move)


def _cancelled(proposal: Proposal, known: PlannedInterview, theirs: CalendarOrigin, ours: CalendarOrigin) -> Proposal:
    if theirs.sequence < ours.sequence:
        return _known_already(proposal, _OUTDATED)
    if known.plan.day_to_come is DayToCome.INTERVIEW or not known.plan.is_open:
        return _known_already(proposal, _KNOWN)
    is_certain = proposal.is_certain and known.plan.may_move and not _was_changed_by_hand(known.interview, ours)
    return replace(proposal, is_certain=is_certain)


def _invitation(proposal: Proposal, known: PlannedInterview, owner: Owner, now: datetime) -> Proposal:
    """An invitation by an employer with whom there is a record: the next round once that interview is over, another day
    of it as long as it is ahead, a process of its own if that one has ended."""
    interview, plan = known.interview, known.plan
    if "interview_on" in proposal.fields and _has_same_day(proposal, interview, owner):
        return _known_already(proposal, _KNOWN)
    if not plan.is_open:
        return replace(proposal, record_id=None)
    is_day_to_come = plan.day_to_come is DayToCome.INTERVIEW
    is_ahead = is_day_to_come or not is_over(interview, now.astimezone(owner.zone))
    if is_ahead and plan.day_to_come is not DayToCome.NEXT_ROUND:
        return replace(proposal, kind=ProposalKind.MOVED) if "interview_on" in proposal.fields else proposal
    quote = next((found.quote for found in proposal.fields.values()), "")
    fields = {**proposal.fields, "result": Found(Result.NEXT_ROUND, quote)}
    return replace(proposal, kind=ProposalKind.HEARD_BACK, fields=fields)


def _known_already(proposal: Proposal, why: str) -> Proposal:
    return nothing((*proposal.doubts, Doubt("record", why)), proposal.record_id)


def _has_same_day(proposal: Proposal, interview: Interview, owner: Owner) -> bool:
    """Whether the day and hour that were read are those of the record; an hour that is not said is no other one."""
    on, at = day_and_hour(proposal, interview, owner)
    return on in (None, interview.interview_on) and at in (None, interview.interview_time)


def _is_as_recorded(proposal: Proposal, interview: Interview, owner: Owner) -> bool:
    """Whether neither day nor hour, place nor link are others than the record has."""
    read = {name: proposal.value(name) for name in ("place", "meeting_url")}
    is_same_place = all(value in (None, getattr(interview, name)) for name, value in read.items())
    return is_same_place and _has_same_day(proposal, interview, owner)


def _was_changed_by_hand(interview: Interview, origin: CalendarOrigin) -> bool:
    """Whether the record's day or hour is no longer that of the entry."""
    return (interview.interview_on, interview.interview_time) != (origin.interview_on, origin.interview_time)
