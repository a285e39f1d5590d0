"""Whether digests are seen to arrive: from one sender at one address, by a press of a link that was in such a mail.

An address or a sender that changes has to be seen anew. What a mail proves is in its links, as the id of its route.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Protocol

from msgspec.structs import replace

from chalicelib.links.action_links import LIFETIME
from chalicelib.playbook.owner import Owner


class MailedLink(Protocol):
    """A link, and of what mail it may be."""

    @property
    def route(self) -> str | None:
        """The route of the mail that has the link; None if it is not from one that asks to be pressed."""

    @property
    def expires_at(self) -> datetime:
        """When it ends: ``LIFETIME`` after that mail was made (a whole second), whatever page offers it."""


def route_of(owner: Owner, sender: str) -> str:
    """The id of the way between ``sender`` and the owner's present address. It names neither."""
    return sha256(f"{owner.email.casefold()} {sender.casefold()}".encode()).hexdigest()[:10]


def seen_at(owner: Owner, sender: str) -> datetime | None:
    """When a digest from ``sender`` was seen to arrive at the owner's present address; None if none was."""
    return owner.arrival.seen_at if owner.arrival.route == route_of(owner, sender) else None


def is_asked(owner: Owner, sender: str) -> bool:
    """Whether a digest from ``sender`` went to the owner's present address and asked to be pressed."""
    return owner.arrival.route == route_of(owner, sender)


def route_to_prove(owner: Owner, sender: str) -> str | None:
    """The route that the links of the next digest are to prove; None if that was seen already."""
    return None if seen_at(owner, sender) else route_of(owner, sender)


def with_question(owner: Owner, route: str | None) -> Owner:
    """The owner once a digest was sent that asked to be pressed, to prove ``route``; None for one that did not ask."""
    if route is None or owner.arrival.route == route:
        return owner
    return replace(owner, arrival=replace(owner.arrival, route=route, seen_at=None))


def does_prove(link: MailedLink, owner: Owner, sender: str) -> bool:
    """Whether a press of the link proves that mail from ``sender`` arrives at the owner's present address: its mail
    went there, and none has come back since."""
    refused_at = owner.arrival.refused_at
    is_this_way = link.route == route_of(owner, sender)
    return is_this_way and (refused_at is None or link.expires_at - LIFETIME > refused_at)


def with_proof(owner: Owner, link: MailedLink, sender: str, now: datetime) -> Owner:
    """The owner after a press of the link at ``now``: unchanged if it proves nothing, or nothing new."""
    if not does_prove(link, owner, sender) or seen_at(owner, sender):
        return owner
    seen = replace(owner.arrival, route=link.route, seen_at=now.replace(microsecond=0))
    return replace(owner, arrival=seen)


def without_proof(owner: Owner, refused_at: datetime | None) -> Owner:
    """The owner once a mail that was sent at ``refused_at`` came back: the next digest asks to be pressed."""
    at = refused_at.replace(microsecond=0) if refused_at else owner.arrival.refused_at
    return replace(owner, arrival=replace(owner.arrival, route=None, seen_at=None, refused_at=at))
