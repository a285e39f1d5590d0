"""A refused form, shown again with all that was typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from chalicelib.request_errors import Invalid
from chalicelib.web.http.context import RequestContext
from chalicelib.web.http.response import Response

PathParts = ParamSpec("PathParts")
View = Callable[Concatenate[RequestContext, PathParts], Response]
Again = Callable[Concatenate[RequestContext, Invalid, PathParts], Response]


def or_form_again(form: Again[PathParts]) -> Callable[[View[PathParts]], View[PathParts]]:
    """A view whose form is shown again by ``form`` if something in it does not fit. Who sent no form of our pages is
    told by the refusal itself."""

    def declare(view: View[PathParts]) -> View[PathParts]:
        @wraps(view)
        def response(context: RequestContext, /, *parts: PathParts.args, **named: PathParts.kwargs) -> Response:
            try:
                return view(context, *parts, **named)
            except Invalid as invalid:
                if not (context.is_signed_in and context.request.wants_page):
                    raise
                return form(context, invalid, *parts, **named)

        return response

    return declare
