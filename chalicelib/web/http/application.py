"""The Chalice application, guarded where Chalice answers in its own shape or says too much in its log."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from chalice.app import Chalice, Request, Response

from chalicelib.drafts.language import ENGLISH
from chalicelib.errors import AfterwordError, NoSuchOwner, NotFound
from chalicelib.web.http.body import MULTIPART
from chalicelib.web.http.context import Visit
from chalicelib.web.http.http_errors import Forged, NotAllowed
from chalicelib.web.http.problems import Problem, Unsaid, problem_of, unforeseen
from chalicelib.web.http.request import Incoming
from chalicelib.web.http.response import Answer, see
from chalicelib.web.http.services import Parts


class ErrorPages(Protocol):
    """How errors are shown to a browser: a module of the pages."""

    def problem_page(self, visit: Visit, problem: Problem) -> Answer: ...

    def pending_form(self, visit: Visit, error: Exception) -> Answer | None: ...


class Afterword(Chalice):
    """The application. ``parts``, set by ``app.py``, gives the handlers what they work with; ``error_pages`` comes with
    the blueprint."""

    parts: Callable[[], Parts]
    error_pages: Callable[[], ErrorPages]

    def __init__(self, app_name: str) -> None:
        super().__init__(app_name=app_name, env={})  # Chalice would write to the environment
        self.api.binary_types.append(MULTIPART)  # the gateway would otherwise hand over a mangled text
        self.register_middleware(self._guard, "http")

    def __call__(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one request of the gateway."""
        return super().__call__(_completed(event), context)

    def nothing_at(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """What is said at an address that no route has. The gateway of a deployed API says it by itself."""
        request = Request(_completed(event), context)
        answer = self.answer_to(NotFound(), Incoming(request)).as_response(request.method)
        return dict(answer.to_dict(self.api.binary_types))

    def answer_to(self, error: Exception, incoming: Incoming) -> Answer:
        """What an error is answered with: a page for a browser, which is led to sign in, a problem for all others."""
        if isinstance(error, NoSuchOwner) and incoming.wants_page and incoming.method == "GET":
            return see(f"{incoming.prefix}/sign-in?to={quote(incoming.own_address)}")
        if (
            incoming.wants_page
            and isinstance(error, NoSuchOwner | Forged)
            and (form := self._pending_form(error, incoming))
        ):
            return form
        problem = self._said(problem_of(error) or self._logged(error, incoming), incoming)
        if not incoming.wants_page:
            return problem.answer()
        try:
            return self.error_pages().problem_page(self._visit(incoming), problem)
        except Exception as broken:
            self._logged(broken, incoming)
            return problem.answer()

    def _guard(self, request: Request, get_response: Callable[[Request], Response]) -> Response:
        """Chalice's own refusals have a dictionary for a body; our answers are texts."""
        try:
            response = get_response(request)
            if isinstance(response.body, str):
                return response
            error = _chalices_own(response)
        except Exception as unexpected:
            error = unexpected
        return self.answer_to(error, Incoming(request)).as_response(request.method)

    def _pending_form(self, error: Exception, incoming: Incoming) -> Answer | None:
        """A form of our pages that came after its session was over is not lost: it comes again once they signed in."""
        return self.error_pages().pending_form(self._visit(incoming), error)

    def _visit(self, incoming: Incoming) -> Visit:
        parts = self.parts()
        return Visit(incoming, parts, parts.now())

    def _said(self, problem: Unsaid, incoming: Incoming) -> Problem:
        """The problem in the language of who asks; in English if that is what broke."""
        try:
            return problem.said_in(incoming.spoken(self.parts().languages))
        except Exception as broken:
            self._logged(broken, incoming)
            return problem.said_in(ENGLISH)

    def _logged(self, error: Exception, incoming: Incoming) -> Unsaid:
        """Log where it broke. Of foreign errors not the message, which may quote what somebody wrote; ours hold ids."""
        request_id = str(getattr(self.lambda_context, "aws_request_id", None) or "unknown")
        frames = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
        where = " > ".join(frames)
        what = f"{_kind(error)} {error}" if isinstance(error, AfterwordError) else _kind(error)
        self.log.error("%s in %s %s, request %s: %s", what, incoming.method, incoming.route, request_id, where)
        return unforeseen(request_id)


def _chalices_own(response: Response) -> Exception:
    """What Chalice refused: a method, or a path of which it knows no method at all."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return RuntimeError("Chalice refused an answer of ours")
    allowed = response.headers.get("Allow")
    return NotAllowed(str(allowed)) if allowed else NotFound()


def _kind(error: BaseException) -> str:
    cause = error.__cause__ or error.__context__
    return type(error).__name__ + (f" from {_kind(cause)}" if cause else "")


def _completed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The event with all that Chalice takes for granted and the gateway may leave out."""
    request = {"httpMethod": event.get("httpMethod") or "GET", "resourcePath": event.get("resource") or ""}
    return {
        "multiValueQueryStringParameters": None,
        "stageVariables": None,
        "body": None,
        **event,
        "headers": event.get("headers") or {},
        "pathParameters": event.get("pathParameters") or {},
        "requestContext": request | (event.get("requestContext") or {}),
    }
