"""A refused form, shown again with all that was typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from chalicelib.refusals import Invalid
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer

PathParts = ParamSpec("PathParts")
View = Callable[Concatenate[Call, PathParts], Answer]
Again = Callable[Concatenate[Call, Invalid, PathParts], Answer]


def or_form_again(form: Again[PathParts]) -> Callable[[View[PathParts]], View[PathParts]]:
    """A view whose form is shown again by ``form`` if something in it does not fit. Who sent no form of our pages is
    told by the refusal itself."""

    def declare(view: View[PathParts]) -> View[PathParts]:
        @wraps(view)
        def answer(call: Call, /, *parts: PathParts.args, **named: PathParts.kwargs) -> Answer:
            try:
                return view(call, *parts, **named)
            except Invalid as refusal:
                if not (call.is_signed_in and call.incoming.wants_page):
                    raise
                return form(call, refusal, *parts, **named)

        return answer

    return declare
