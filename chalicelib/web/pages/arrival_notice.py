"""What the pages say until a digest was seen to arrive: nothing more than one quiet notice."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.links.arrival import is_asked, seen_at
from chalicelib.web.http.request_context import RequestContext


class ArrivalNotice(Struct, frozen=True):
    """``is_asked``: a digest went out and asked to be pressed; before that, nobody is asked for anything."""

    is_asked: bool
    sender: str


def arrival_notice(context: RequestContext) -> ArrivalNotice | None:
    """The notice; None once a digest was seen, while a problem with the mail is named instead, and where none is to
    come: the digest is paused."""
    account, owner, sender = context.account, context.owner, context.services.sender
    has_gone = is_asked(owner, sender)
    if seen_at(owner, sender) or account.digest_problem or not (has_gone or not owner.is_paused(context.today)):
        return None
    return ArrivalNotice(has_gone, sender)
