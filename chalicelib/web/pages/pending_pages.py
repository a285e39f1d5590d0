"""The forms that can come too late, shown again with what was typed: those of every page that has one."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import NotFound, UnreadableRecord
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.sessions import SignedIn
from chalicelib.web.pages.pending_form import PendingForm, form_at, is_our_form, pending_form_of
from chalicelib.web.pages.redisplay import FormState


def form_with(context: RequestContext, kept: PendingForm) -> Response | None:
    """The page of the kept form; None if there is nothing to show it for."""
    found = form_at(kept.path)
    if found is None:
        return None
    show, parts = found
    try:
        return show(context, FormState(kept.values, is_kept=True), **parts)
    except (NotFound, UnreadableRecord):
        return None


def form_of_earlier_session(context: AnonymousContext) -> Response | None:
    """What is answered to a form of a session before this one: the form of this one, with what was typed."""
    found = context.request.signed_in
    if not isinstance(found, SignedIn) or not is_our_form(context.request):
        return None
    response = form_with(context.of(found.account), pending_form_of(context.request))
    return replace(response, status=HTTPStatus.FORBIDDEN) if response else None
