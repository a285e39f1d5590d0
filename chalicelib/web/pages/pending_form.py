"""A form that came too late: its session was over.

The page that asks for the token keeps it, and its own page shows it again afterwards. It is never sent by itself: the
owner looks at it and presses the button again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from msgspec import Struct, field
from msgspec.structs import replace

from chalicelib.playbook.step import translatable
from chalicelib.request_errors import RequestError
from chalicelib.web.http.authentication import FORM_TOKEN, is_from_elsewhere
from chalicelib.web.http.body import MOST_BYTES
from chalicelib.web.http.forms import MOST_FIELDS
from chalicelib.web.http.http_errors import Unauthenticated
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.redisplay import ShowForm, form_view_of
from chalicelib.web.pages.rendering import page
from chalicelib.web.urls import page_view

_PREFIX, _FORM = "kept_", "kept_form"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)
_NEVER_KEPT = (FORM_TOKEN, "token")
_MOST_KEPT, _MOST_BYTES_KEPT = MOST_FIELDS - 10, MOST_BYTES // 2
_KEPT = translatable(
    "You were signed out, so nothing is saved yet. What you typed is kept: sign in, look at it, and send it."
)
_NOTHING_KEPT = translatable("You were signed out, so nothing was changed. Sign in, and do it again.")


class PendingForm(Struct, frozen=True):
    """The fields of a form, and the path that it was sent to; both empty where there is nothing to keep."""

    path: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields by which the sign-in form carries it."""
        return {_FORM: self.path, **{_PREFIX + name: text for name, text in self.values.items()}} if self.path else {}


NO_FORM = PendingForm()


def sign_in_page(
    context: AnonymousContext, status: HTTPStatus, to: str, why: str | None, kept: PendingForm = NO_FORM
) -> Response:
    """The page that asks for the token, and says why; it keeps the form."""
    response = page(context, "sign_in", status, to=to, why=why, hidden=kept.hidden)
    challenge = Unauthenticated().headers if status is HTTPStatus.UNAUTHORIZED else {}
    return replace(response, headers={**response.headers, **challenge})


def sign_in_response(context: AnonymousContext) -> Response | None:
    """The response to a form of ours without a session: the sign-in page, which keeps it. None for everything else."""
    if not is_our_form(context.request):
        return None
    pending = pending_form_of(context.request)
    to, why = ("/", _KEPT) if pending.path else (context.request.own_path.rpartition("/")[0] or "/", _NOTHING_KEPT)
    return sign_in_page(context, HTTPStatus.UNAUTHORIZED, to, why, pending)


def pending_form_of(request: Request) -> PendingForm:
    """The pending form of a request; empty where there is nothing to keep."""
    pending = PendingForm(request.own_path, _fit_to_keep(request.body.values))
    return pending if form_view_at(pending.path) and pending.values else NO_FORM


def pending_form_in(sent: Mapping[str, object]) -> PendingForm:
    """The pending form that the sign-in form carried."""
    path = str(sent.get(_FORM, ""))
    values = {name.removeprefix(_PREFIX): text for name, text in sent.items() if name.startswith(_PREFIX)}
    return PendingForm(path, _fit_to_keep(values)) if form_view_at(path) else NO_FORM


def form_view_at(path: str) -> tuple[ShowForm[...], dict[str, str]] | None:
    """The view that shows the form sent to a path, and the parameters of the path; None where no page has one."""
    view, parts = page_view("POST", path)
    show = form_view_of(view) if view else None
    return (show, parts) if show else None


def is_our_form(request: Request) -> bool:
    """Whether a browser sent this form from one of our pages, even of a session that is over."""
    try:
        is_ours = request.is_form and request.wants_page and FORM_TOKEN in request.body.values
    except RequestError:
        return False
    return is_ours and not is_from_elsewhere(request)


def _fit_to_keep(values: Mapping[str, object]) -> dict[str, str]:
    """The fields without any token; none at all if they are more than the sign-in form may carry."""
    fields = dict(_fields(values))
    return fields if len(fields) <= _MOST_KEPT and len(urlencode(fields)) <= _MOST_BYTES_KEPT else {}


def _fields(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    return ((name, str(text)) for name, text in values.items() if _NAME.fullmatch(name) and name not in _NEVER_KEPT)
