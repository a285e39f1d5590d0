"""The forms that can come too late, shown again with what was typed."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.web.http.context import AnonymousContext, RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.sessions import SignedIn
from chalicelib.web.pages.edit_page import edit_form
from chalicelib.web.pages.pending_form import EDIT, RECORD, SETTINGS, Kept, is_our_form, kept_of
from chalicelib.web.pages.record_page import record_form
from chalicelib.web.pages.settings_page import settings_form


def form_with(context: RequestContext, kept: Kept) -> Response | None:
    """The page of the kept form; None if there is nothing to show it for."""
    values = dict(kept.values)
    if kept.path == RECORD:
        return record_form(context, values, is_kept=True)
    if kept.path == SETTINGS:
        return settings_form(context, {"digest_days": "", **values}, is_kept=True)
    edited = EDIT.fullmatch(kept.path)
    return _edit_form(context, edited[1], values) if edited else None


def form_of_earlier_session(context: AnonymousContext) -> Response | None:
    """What is answered to a form of a session before this one: the form of this one, with what was typed."""
    found = context.request.signed_in
    if not isinstance(found, SignedIn) or not is_our_form(context.request):
        return None
    response = form_with(context.of(found.account), kept_of(context.request))
    return replace(response, status=HTTPStatus.FORBIDDEN) if response else None


def _edit_form(context: RequestContext, interview_id: str, values: dict[str, str]) -> Response | None:
    try:
        interview = context.interview(interview_id)
    except NotFound:
        return None
    return edit_form(context, interview, values, is_kept=True)
