"""The Chalice application, guarded where Chalice would answer in its own format or log too much."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from chalice.app import APIGateway, Chalice, RestAPIEventHandler
from chalice.app import Request as ChaliceRequest
from chalice.app import Response as ChaliceResponse

from chalicelib.drafts.language import ENGLISH
from chalicelib.errors import AfterwordError, NoSuchOwner, NotFound
from chalicelib.web.http.body import CALENDAR, MAIL, MULTIPART, PLAIN_TEXT
from chalicelib.web.http.http_errors import CsrfFailed, MethodNotAllowed
from chalicelib.web.http.problems import Problem, UntranslatedProblem, problem_of, unforeseen
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.http.web_services import WebServices

_TEXTS_ONLY = APIGateway()
_TEXTS_ONLY.binary_types = []


class ErrorPages(Protocol):
    """How errors are shown to a browser; implemented by a module of ``pages``."""

    def problem_page(self, context: AnonymousContext, problem: Problem) -> Response: ...

    def pending_form(self, context: AnonymousContext, error: Exception) -> Response | None: ...


class Afterword(Chalice):
    """The application. ``app.py`` sets ``services``, which handlers work with; the blueprint sets ``error_pages``."""

    services: Callable[[], WebServices]
    error_pages: Callable[[], ErrorPages]

    def __init__(self, app_name: str) -> None:
        super().__init__(app_name=app_name, env={})  # Chalice would otherwise write to the environment
        # The gateway would otherwise hand bodies of these types over as mangled text.
        self.api.binary_types += [MULTIPART, MAIL, CALENDAR, PLAIN_TEXT]
        self.register_middleware(self._guard, "http")

    def __call__(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one request of the gateway.

        Chalice would take the types of its requests for those of its responses too, and insist on bytes for a feed or a
        letter: so it is told of no binary types here. All responses are texts.
        """
        filled = _with_defaults(event)
        self.lambda_context: Any = context
        handler = RestAPIEventHandler(
            self.routes,
            _TEXTS_ONLY,
            self.log,
            self.debug,
            middleware_handlers=self._get_middleware_handlers("http"),
        )
        self.current_request = handler.create_request_object(filled, context)
        answer: dict[str, Any] = handler(filled, context)
        return answer

    def not_found(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer at an address that no route has. The gateway of a deployed API does so by itself."""
        request = ChaliceRequest(_with_defaults(event), context)
        response = self.response_to(NotFound(), Request(request)).as_chalice(request.method)
        return dict(response.to_dict([]))

    def response_to(self, error: Exception, request: Request) -> Response:
        """Turn an error into a response.

        - A browser that reads without a session is sent to sign in.
        - A form whose session is over comes back, to be sent again.
        - Any other browser gets the problem as a page, or as JSON if the page itself breaks.
        - All others get the problem as JSON.
        """
        if isinstance(error, NoSuchOwner) and request.wants_page and request.method == "GET":
            return redirect_to(f"{request.prefix}/sign-in?to={quote(request.own_address)}")
        if (
            request.wants_page
            and isinstance(error, NoSuchOwner | CsrfFailed)
            and (form := self._pending_form(error, request))
        ):
            return form
        problem = self._translated(problem_of(error) or self._log_unforeseen(error, request), request)
        if not request.wants_page:
            return problem.response()
        try:
            return self.error_pages().problem_page(self._anonymous_context(request), problem)
        except Exception as broken:
            self._log_unforeseen(broken, request)
            return problem.response()

    def _guard(
        self, request: ChaliceRequest, get_response: Callable[[ChaliceRequest], ChaliceResponse]
    ) -> ChaliceResponse:
        """Turn every error into one of our responses. Those of Chalice have a dictionary for a body, ours a text."""
        try:
            response = get_response(request)
            if isinstance(response.body, str):
                return response
            error = _chalice_error(response)
        except Exception as unexpected:
            error = unexpected
        return self.response_to(error, Request(request)).as_chalice(request.method)

    def _pending_form(self, error: Exception, request: Request) -> Response | None:
        """The page that keeps a form of ours whose session is over, so that it can be sent again after signing in."""
        return self.error_pages().pending_form(self._anonymous_context(request), error)

    def _anonymous_context(self, request: Request) -> AnonymousContext:
        services = self.services()
        return AnonymousContext(request, services, services.now())

    def _translated(self, problem: UntranslatedProblem, request: Request) -> Problem:
        """The problem in the language of the request; in English if finding the language fails."""
        try:
            return problem.translated(request.language(self.services().languages))
        except Exception as broken:
            self._log_unforeseen(broken, request)
            return problem.translated(ENGLISH)

    def _log_unforeseen(self, error: Exception, request: Request) -> UntranslatedProblem:
        """Log where an unforeseen error was raised, and return its problem.

        Only our own errors are logged with their message, which holds ids: a foreign one may quote what a user wrote.
        """
        request_id = str(getattr(self.lambda_context, "aws_request_id", None) or "unknown")
        frames = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
        where = " > ".join(frames)
        what = f"{_kind(error)} {error}" if isinstance(error, AfterwordError) else _kind(error)
        self.log.error("%s in %s %s, request %s: %s", what, request.method, request.route, request_id, where)
        return unforeseen(request_id)


def _chalice_error(response: ChaliceResponse) -> Exception:
    """The error behind a response of Chalice's own: a method not allowed, or a path for which it knows no method."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return RuntimeError("Chalice refused a response of ours")
    allowed = response.headers.get("Allow")
    return MethodNotAllowed(str(allowed)) if allowed else NotFound()


def _kind(error: BaseException) -> str:
    """The error's type and those of its causes, such as ``StorageUnavailable from ClientError``."""
    cause = error.__cause__ or error.__context__
    return type(error).__name__ + (f" from {_kind(cause)}" if cause else "")


def _with_defaults(event: Mapping[str, Any]) -> dict[str, Any]:
    """The gateway's event, with defaults for what Chalice takes for granted and the gateway may leave out."""
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
