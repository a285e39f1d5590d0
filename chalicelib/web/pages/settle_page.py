"""``/settle/{token}``: what a digest listed to be settled together. GET only shows it; POST acts on each, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus

from chalicelib.links.settle_links import SETTLING, Choice, SettleLink, SettleLinks
from chalicelib.playbook.step import translatable
from chalicelib.usecases.see_arrival import see_arrival_besides
from chalicelib.usecases.settle_records import Listed, how_they_stand, settle, take_back
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.signed_links import opened, redirect_when_done, sorry

_UNKNOWN = translatable("What this link stands for is not known any more. Open the records one by one.")
_CHOICES = {choice.value: choice for choice in Choice}

SettleView = Callable[[RequestContext, SettleLink, Listed], Response]
routes = Routes()


@routes.open_get("/settle/{token}", responses={200: HTML}, errors=(410, 422, 503))
def show_settling(anonymous: AnonymousContext, token: str) -> Response:
    """Show the records that the digest listed, each to keep or to close. Nothing is changed here."""
    return _led(anonymous, token, _show)


@routes.open_post("/settle/{token}", responses={200: HTML, 303: None}, errors=(400, 409, 410, 413, 415, 422, 503))
def settle_records(anonymous: AnonymousContext, token: str) -> Response:
    """Record what is chosen for each record: a field of its id that says ``keep`` or ``close``; ``all`` says it of
    those without. ``undo`` takes back what this link recorded. What changed since the mail is left alone, and named.
    """
    return _led(anonymous, token, _act)


def _led(anonymous: AnonymousContext, token: str, lead: SettleView) -> Response:
    links = SettleLinks(anonymous.services.links())
    return opened(anonymous, partial(links.read, token, anonymous.now), partial(_with_list, lead))


def _with_list(lead: SettleView, context: RequestContext, link: SettleLink) -> Response:
    """The response of ``lead`` with the records that the digest listed, or a page that says that they are not known."""
    listed = context.services.to_settle(link.owner_id, link.on).get(link.purpose)
    return lead(context, link, listed) if listed else sorry(context, HTTPStatus.NOT_FOUND, _UNKNOWN)


def _show(context: RequestContext, link: SettleLink, listed: Listed) -> Response:
    settled = how_they_stand(context, link, listed)
    return page(context, "settle", spec=SETTLING[link.purpose], settled=settled)


def _act(context: RequestContext, link: SettleLink, listed: Listed) -> Response:
    see_arrival_besides(context, link, context.services.sender)
    sent = context.fields
    if sent.get("undo"):
        take_back(context, link, listed)
    else:
        settle(context, link, listed, _chosen(sent, listed))
    return redirect_when_done(context) or _show(context, link, listed)


def _chosen(sent: Mapping[str, object], listed: Listed) -> dict[str, Choice]:
    """What is said of each listed record; what is no choice counts as none."""
    said = {interview_id: sent.get(interview_id) or sent.get("all") for interview_id in listed}
    return {interview_id: _CHOICES[str(text)] for interview_id, text in said.items() if str(text) in _CHOICES}
