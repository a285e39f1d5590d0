"""What an event says, filled with what the words beside it say: the calendar wins, and alone knows its day."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chalicelib.capture.calendars.event_fields import event_doubts, event_fields, is_owner_invited, own_time
from chalicelib.capture.calendars.event_title import EventTitle, company_in_text, position_at, read_title
from chalicelib.capture.calendars.invitation import Invitation
from chalicelib.capture.documents import Reading
from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.capture.people import is_owner, merged
from chalicelib.capture.proposal import DAY_FIELDS, Proposal, nothing
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import CalendarOrigin
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import translatable

_NOT_INVITED = translatable("does not name you among those who are invited")
_NO_INTERVIEW = translatable("is an event, but nothing in it says that it is an interview")
_TELL_OF_AN_INTERVIEW = (ProposalKind.NEW_INTERVIEW, ProposalKind.MOVED, ProposalKind.CANCELLED)


def of_event(reading: Reading, event: Invitation, known: Interview | None, owner: Owner) -> Proposal:
    """What an event would have recorded if no record were beside it; ``known`` is the one that it belongs to."""
    title = read_title(event.summary, owner.name, _addresses(event, owner))
    if not (title.is_interview or known or reading.words.kind in _TELL_OF_AN_INTERVIEW):
        return nothing((Doubt("file", _NO_INTERVIEW),))
    fields = _fields(reading, event, title, owner)
    is_certain = event.is_sure and (is_known_event(known, event) or is_owner_invited(event, owner))
    doubts = [doubt for doubt in reading.words.doubts if doubt.field not in (*fields, *DAY_FIELDS)]
    doubts += event_doubts(event)
    if event.is_sure and not is_certain:
        doubts.append(Doubt("file", _NOT_INVITED))
    return Proposal(
        kind=ProposalKind.CANCELLED if event.is_cancelled else ProposalKind.NEW_INTERVIEW,
        is_certain=is_certain,
        fields=fields,
        doubts=tuple(doubts),
        origin=_origin(event, owner),
    )


def _addresses(event: Invitation, owner: Owner) -> list[str]:
    """The addresses of everybody in an event but the owner."""
    return [box.address for box in event.people if not is_owner(box, owner)]


def company_named(reading: Reading, owner: Owner) -> str | None:
    """The company that a document names: in the title of its event, or in its words."""
    event = reading.invitation
    titled = read_title(event.summary, owner.name, _addresses(event, owner)).company if event else ""
    if titled:
        return titled
    found = reading.words.fields.get("company")
    return str(found.value) if found else None


def is_known_event(known: Interview | None, event: Invitation) -> bool:
    """Whether a record came from this very event."""
    return known is not None and known.origin is not None and known.origin.uid == event.uid


def _fields(reading: Reading, event: Invitation, title: EventTitle, owner: Owner) -> dict[str, Found]:
    theirs, ours = event_fields(event, title, owner), reading.words.fields
    fields = {**_beside_a_day(ours), **theirs}
    if "company" not in fields and (company := company_in_text(reading.text, _addresses(event, owner))):
        fields["company"] = Found(company, company)
    named = str(fields["company"].value) if "company" in fields else ""
    if named and "position" not in fields and (position := position_at(reading.text, named)):
        fields["position"] = Found(position, position)
    if "contacts" in ours and "contacts" in theirs:
        people = merged(_people(theirs), _people(ours))
        fields["contacts"] = replace(theirs["contacts"], value=people, is_certain=False)
    return fields


def _people(fields: Mapping[str, Found]) -> tuple[dict[str, str], ...]:
    people = fields["contacts"].value
    return tuple(dict(person) for person in people) if isinstance(people, tuple | list) else ()


def _beside_a_day(fields: Mapping[str, Found]) -> dict[str, Found]:
    """What words say beside an event, which alone knows its day."""
    left_out = (*DAY_FIELDS, "result", "until", "reasons_given")
    return {name: found for name, found in fields.items() if name not in left_out}


def _origin(event: Invitation, owner: Owner) -> CalendarOrigin | None:
    if not event.uid or event.start is None:
        return None
    start = own_time(event.start, owner)
    return CalendarOrigin(
        uid=event.uid,
        sequence=event.sequence,
        stamped_at=event.stamped_at,
        interview_on=start.day,
        interview_time=start.hour.replace(second=0) if start.hour else None,
    )
