"""Settle the records that a digest listed: each at the version that it listed, once; what changed since is left alone.

Of several clicks at once, one acts on each record: its version is a condition of every write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile, NotFound, UnreadableRecord
from chalicelib.links.settle_links import SETTLING, Choice, SettleLink
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Conflict, Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event, remove_last_event

Listed = Mapping[str, int]  # the versions of records, by their ids


class Settled(Struct, frozen=True, kw_only=True):
    """How the listed records stand.

    - ``waiting``: unchanged since they were listed, so that they can be settled
    - ``kept`` and ``closed``: settled by this very link, and not changed since
    - ``changed``: changed since by something else, or such that the event does not fit them; they are left alone
    - ``missing``: how many have been removed, or cannot be read
    """

    waiting: tuple[Interview, ...] = ()
    kept: tuple[Interview, ...] = ()
    closed: tuple[Interview, ...] = ()
    changed: tuple[Interview, ...] = ()
    missing: int = 0


def how_they_stand(context: OwnerContext, link: SettleLink, listed: Listed) -> Settled:
    """Return how the listed records stand now. Nothing is changed."""
    records = tuple(_records(context, listed))
    by_place: dict[str, tuple[Interview, ...]] = {
        place: tuple(one for one in records if _place(link, listed, one) == place)
        for place in ("waiting", "kept", "closed", "changed")
    }
    return Settled(**by_place, missing=len(listed) - len(records))


def settle(context: OwnerContext, link: SettleLink, listed: Listed, choices: Mapping[str, Choice]) -> None:
    """Record what is chosen for each listed record that is as it was listed."""
    chosen = {interview_id: version for interview_id, version in listed.items() if interview_id in choices}
    for interview in _records(context, chosen):
        if interview.version == listed[interview.id]:
            with suppress(ChangedMeanwhile, Conflict, Invalid):  # left alone; the page names it
                add_event(context, _event(context, link, interview, choices[interview.id]), interview)


def take_back(context: OwnerContext, link: SettleLink, listed: Listed) -> None:
    """Take back all that this very link recorded and that nothing has followed."""
    for interview in _records(context, listed):
        if _is_its_doing(link, listed, interview):
            with suppress(ChangedMeanwhile):
                remove_last_event(context, interview)


def _records(context: OwnerContext, listed: Listed) -> Iterator[Interview]:
    """The listed records that are there and can be read."""
    for interview_id in listed:
        with suppress(NotFound, UnreadableRecord):
            yield context.interview(interview_id)


def _place(link: SettleLink, listed: Listed, interview: Interview) -> str:
    if interview.version == listed[interview.id]:
        return "waiting"
    if not _is_its_doing(link, listed, interview):
        return "changed"
    return "kept" if interview.events[-1].kind is EventKind.NOTE else "closed"


def _is_its_doing(link: SettleLink, listed: Listed, interview: Interview) -> bool:
    """Whether the record is as this very link left it."""
    is_next = interview.version == listed[interview.id] + 1
    return is_next and bool(interview.events) and interview.events[-1].id == link.event_id(interview.id)


def _event(context: OwnerContext, link: SettleLink, interview: Interview, choice: Choice) -> Event:
    spec = SETTLING[link.purpose]
    kept = {"kind": EventKind.NOTE, "note": context.language.say(spec.kept)}
    sent = kept if choice is Choice.KEEP else {"kind": spec.closes}
    return replace(read_event(sent, context.today, context.now), id=link.event_id(interview.id))
