"""Forms that came too late, shown again with what was typed: those of every page that has a form."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import NotFound, UnreadableRecord
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.sessions import SignedIn
from chalicelib.web.pages.pending_form import PendingForm, form_view_at, is_our_form, pending_form_of
from chalicelib.web.pages.redisplay import FormState


def pending_form_page(context: RequestContext, kept: PendingForm) -> Response | None:
    """The page of a pending form; None if it is empty, or its record is not there or cannot be read."""
    form = form_view_at(kept.path)
    if form is None:
        return None
    show, parts = form
    try:
        return show(context, FormState(kept.values, is_kept=True), **parts)
    except (NotFound, UnreadableRecord):
        return None


def form_of_earlier_session(context: AnonymousContext) -> Response | None:
    """The response (403) to a form of an earlier session: the form of this one, with what was typed.

    None for everything else.
    """
    browser = context.request.signed_in
    if not isinstance(browser, SignedIn) or not is_our_form(context.request):
        return None
    response = pending_form_page(context.of(browser.account), pending_form_of(context.request))
    return replace(response, status=HTTPStatus.FORBIDDEN) if response else None
