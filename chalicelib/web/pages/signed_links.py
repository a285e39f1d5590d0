"""The way in by a signed link of a mail: to its owner and what it is about, or to a page that says why not."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Protocol, TypeVar

from chalicelib.errors import NotFound
from chalicelib.links.action_links import BadLink, ExpiredLink
from chalicelib.playbook.step import translatable
from chalicelib.web.http.request_context import AnonymousContext, AnyContext, RequestContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.pages.rendering import page

_BROKEN = translatable("This link is not a whole one. Open it from the mail again.")
_EXPIRED = translatable("This link is too old. A newer mail has fresh ones.")
_GONE = translatable("The record that this link is about has been removed.")


class SignedLink(Protocol):
    """What a link says, whatever it is good for."""

    @property
    def owner_id(self) -> str:
        """Whose mail it was in."""


Link = TypeVar("Link", bound=SignedLink)


def opened(
    anonymous: AnonymousContext, read: Callable[[], Link], lead: Callable[[RequestContext, Link], Response]
) -> Response:
    """The response of ``lead`` in the owner's language, or a page that says why the link leads nowhere.

    ``read`` returns what the link says. Raises what ``lead`` raises, but NotFound.
    """
    try:
        link = read()
    except BadLink:
        return sorry(anonymous, HTTPStatus.NOT_FOUND, _BROKEN)
    except ExpiredLink:
        return sorry(anonymous, HTTPStatus.GONE, _EXPIRED)
    account = anonymous.services.owners.get(link.owner_id)
    if account is None:
        return sorry(anonymous, HTTPStatus.NOT_FOUND, _BROKEN)
    try:
        return lead(anonymous.of(account), link)
    except NotFound:
        return sorry(anonymous, HTTPStatus.NOT_FOUND, _GONE)


def redirect_when_done(context: RequestContext, query: str = "") -> Response | None:
    """A redirect to the link's own page, which shows what was done, for a browser. None for a mail program, whose one
    click (RFC 8058) follows no redirect."""
    if context.request.header("Sec-Fetch-Mode") != "navigate":
        return None
    return redirect_to(f"{context.request.prefix}{context.request.own_path}?done=yes{query and f'&{query}'}")


def sorry(context: AnyContext, status: HTTPStatus, why: str) -> Response:
    """The page of a link that leads nowhere; ``why`` is a translatable sentence."""
    return page(context, "act_sorry", status, why=why)
