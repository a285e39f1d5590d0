"""The Chalice application, guarded where Chalice answers in its own shape or says too much in its log."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from chalice.app import Chalice
from chalice.app import Request as ChaliceRequest
from chalice.app import Response as ChaliceResponse

from chalicelib.drafts.language import ENGLISH
from chalicelib.errors import AfterwordError, NoSuchOwner, NotFound
from chalicelib.web.http.body import MULTIPART
from chalicelib.web.http.http_errors import CsrfFailed, MethodNotAllowed
from chalicelib.web.http.problems import Problem, UntranslatedProblem, problem_of, unforeseen
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, see
from chalicelib.web.http.web_services import WebServices


class ErrorPages(Protocol):
    """How errors are shown to a browser: a module of the pages."""

    def problem_page(self, context: AnonymousContext, problem: Problem) -> Response: ...

    def pending_form(self, context: AnonymousContext, error: Exception) -> Response | None: ...


class Afterword(Chalice):
    """The application. ``services``, set by ``app.py``, gives the handlers what they work with; ``error_pages`` comes
    with the blueprint."""

    services: Callable[[], WebServices]
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
        request = ChaliceRequest(_completed(event), context)
        response = self.response_to(NotFound(), Request(request)).as_chalice(request.method)
        return dict(response.to_dict(self.api.binary_types))

    def response_to(self, error: Exception, request: Request) -> Response:
        """The response to an error: a page for a browser, which is led to sign in, a problem for all others."""
        if isinstance(error, NoSuchOwner) and request.wants_page and request.method == "GET":
            return see(f"{request.prefix}/sign-in?to={quote(request.own_address)}")
        if (
            request.wants_page
            and isinstance(error, NoSuchOwner | CsrfFailed)
            and (form := self._pending_form(error, request))
        ):
            return form
        problem = self._said(problem_of(error) or self._logged(error, request), request)
        if not request.wants_page:
            return problem.response()
        try:
            return self.error_pages().problem_page(self._visit(request), problem)
        except Exception as broken:
            self._logged(broken, request)
            return problem.response()

    def _guard(
        self, request: ChaliceRequest, get_response: Callable[[ChaliceRequest], ChaliceResponse]
    ) -> ChaliceResponse:
        """Chalice's own errors have a dictionary for a body; our responses are texts."""
        try:
            response = get_response(request)
            if isinstance(response.body, str):
                return response
            error = _chalices_own(response)
        except Exception as unexpected:
            error = unexpected
        return self.response_to(error, Request(request)).as_chalice(request.method)

    def _pending_form(self, error: Exception, request: Request) -> Response | None:
        """A form of our pages that came after its session was over is not lost: it comes again once they signed in."""
        return self.error_pages().pending_form(self._visit(request), error)

    def _visit(self, request: Request) -> AnonymousContext:
        services = self.services()
        return AnonymousContext(request, services, services.now())

    def _said(self, problem: UntranslatedProblem, request: Request) -> Problem:
        """The problem in the language of who asks; in English if that is what broke."""
        try:
            return problem.translated(request.spoken(self.services().languages))
        except Exception as broken:
            self._logged(broken, request)
            return problem.translated(ENGLISH)

    def _logged(self, error: Exception, request: Request) -> UntranslatedProblem:
        """Log where it broke. Of foreign errors not the message, which may quote what somebody wrote; ours hold ids."""
        request_id = str(getattr(self.lambda_context, "aws_request_id", None) or "unknown")
        frames = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
        where = " > ".join(frames)
        what = f"{_kind(error)} {error}" if isinstance(error, AfterwordError) else _kind(error)
        self.log.error("%s in %s %s, request %s: %s", what, request.method, request.route, request_id, where)
        return unforeseen(request_id)


def _chalices_own(response: ChaliceResponse) -> Exception:
    """What Chalice refused: a method, or a path of which it knows no method at all."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return RuntimeError("Chalice refused a response of ours")
    allowed = response.headers.get("Allow")
    return MethodNotAllowed(str(allowed)) if allowed else NotFound()


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
