"""The forms that can come too late, shown again with what was typed."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.web.http.context import Call, Visit
from chalicelib.web.http.response import Answer
from chalicelib.web.http.sessions import SignedIn
from chalicelib.web.pages.edit_page import edit_form
from chalicelib.web.pages.pending_form import EDIT, RECORD, SETTINGS, Kept, is_our_form, kept_of
from chalicelib.web.pages.record_page import record_form
from chalicelib.web.pages.settings_page import settings_form


def form_with(call: Call, kept: Kept) -> Answer | None:
    """The page of the kept form; None if there is nothing to show it for."""
    values = dict(kept.values)
    if kept.path == RECORD:
        return record_form(call, values, is_kept=True)
    if kept.path == SETTINGS:
        return settings_form(call, {"digest_days": "", **values}, is_kept=True)
    edited = EDIT.fullmatch(kept.path)
    return _edit_form(call, edited[1], values) if edited else None


def form_of_earlier_session(visit: Visit) -> Answer | None:
    """What is answered to a form of a session before this one: the form of this one, with what was typed."""
    found = visit.incoming.signed_in
    if not isinstance(found, SignedIn) or not is_our_form(visit.incoming):
        return None
    answer = form_with(visit.of(found.account), kept_of(visit.incoming))
    return replace(answer, status=HTTPStatus.FORBIDDEN) if answer else None


def _edit_form(call: Call, interview_id: str, values: dict[str, str]) -> Answer | None:
    try:
        interview = call.interview(interview_id)
    except NotFound:
        return None
    return edit_form(call, interview, values, is_kept=True)
