"""Of all events that a document holds, the one that is read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chalicelib.capture.calendars.components import calendars_in
from chalicelib.capture.calendars.event_title import read_title
from chalicelib.capture.calendars.invitation import Invitation, invitations_in
from chalicelib.capture.found import Doubt
from chalicelib.capture.mail.mail_parts import Part
from chalicelib.capture.refusals import refuse_many_events
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import translatable

_SEVERAL = translatable("holds further events ({count}): the first one that looks like an interview is read")


def events_in(calendars: tuple[Part, ...]) -> Iterator[Invitation]:
    """The events of all calendars, the same event once; of one that comes as several, what it is as a whole."""
    seen = set()
    for part in calendars:
        refuse_many_events(part.raw)
        for calendar in calendars_in(part.raw, part.charset):
            for event in invitations_in(calendar):
                key = (event.uid, event.sequence, event.start)
                if key not in seen:
                    seen.add(key)
                    yield event


def chosen_event(events: list[Invitation], owner: Owner) -> tuple[Invitation | None, tuple[Doubt, ...]]:
    """The event that is read: the first that looks like an interview, or else the first."""
    if not events:
        return None, ()
    fitting = [event for event in events if read_title(event.summary, owner.name, ()).is_interview]
    event = (fitting or events)[0]
    latest = max((one for one in events if one.uid == event.uid), key=lambda one: (one.sequence, not one.is_series))
    is_series = any(one.is_series for one in events if one.uid == event.uid)
    others = {one.uid for one in events} - {event.uid}
    doubts = (Doubt("file", _SEVERAL, {"count": len(others)}),) if others else ()
    return replace(latest, is_series=is_series and latest.is_series), doubts
