"""A form shown again with all that was typed, because something in it does not fit or because it came too late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from msgspec import Struct

from chalicelib.request_errors import Invalid
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response

PathParts = ParamSpec("PathParts")


class FormState(Struct, frozen=True):
    """What a form shows: its ``values``, and which of them do not fit. ``is_kept`` says that they were typed before
    the owner had to sign in again."""

    values: Mapping[str, str]
    invalid: Invalid | None = None
    is_kept: bool = False


FormView = Callable[Concatenate[RequestContext, PathParts], Response]
ShowForm = Callable[Concatenate[RequestContext, FormState, PathParts], Response]

_FORMS: dict[Callable[..., Response], ShowForm[...]] = {}


def with_form(show: ShowForm[PathParts]) -> Callable[[FormView[PathParts]], FormView[PathParts]]:
    """Declare a view whose form ``show`` shows again, with the faults.

    A request that is not a form of our pages gets the error itself.
    """

    def declare(view: FormView[PathParts]) -> FormView[PathParts]:
        @wraps(view)
        def response(context: RequestContext, /, *parts: PathParts.args, **named: PathParts.kwargs) -> Response:
            try:
                return view(context, *parts, **named)
            except Invalid as invalid:
                if not (context.is_signed_in and context.request.wants_page):
                    raise
                return show(context, FormState(form_values_sent(context), invalid), *parts, **named)

        _FORMS[response] = show
        return response

    return declare


def form_view_of(view: Callable[..., Any]) -> ShowForm[...] | None:
    """The function that shows a view's form again; None for a view without one, such as that of a button."""
    return _FORMS.get(view)


def form_values_sent(context: RequestContext) -> dict[str, str]:
    """The fields of a form as they were filled in."""
    return {name: str(value) for name, value in context.sent.items()}
