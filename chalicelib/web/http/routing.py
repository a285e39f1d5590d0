"""How a handler is declared, and who is let in: it is given a ``RequestContext`` and gives a ``Response``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict, Unpack

from msgspec import Struct

from chalicelib.schemas.validation import RequestSchema
from chalicelib.web.http.authentication import owner_asking
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext, AnyContext, RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.web_services import WebServices

RouteView = Callable[..., Response]
Authenticator = Callable[[Request, WebServices], AnyContext]


class RouteSpec(TypedDict, total=False):
    """What a declaration tells the readers of ``/openapi.json`` and ``/docs``; the view's docstring is the rest.

    A type of msgspec's stands for JSON of that type, a text for a media type, None for no body. A page tells only what
    it adds to its address; what a browser gets besides is in ``statuses``. What follows from the
    route itself (404 where the path has parts, 401 and 503 with a token, …) is not repeated here.
    """

    responses: Mapping[int, object]  # what is answered, by status; what has an ``id`` and a ``version`` bears an ETag
    body: type[RequestSchema] | Mapping[str, object]  # the body: a shape as JSON or as a form, or types by media type
    query: type[RequestSchema]  # the query
    errors: tuple[int, ...]  # further statuses
    request_headers: tuple[str, ...]  # the headers of a request that make a difference
    response_headers: tuple[str, ...]  # the headers of its answers, besides ETag and Location of 303
    suffixes: Mapping[str, str]  # media types that the same path answers with if its last part ends so


class Route(Struct, frozen=True):
    """A route as it was declared."""

    path: str
    methods: list[str]
    authenticate: Authenticator
    view: RouteView
    spec: RouteSpec

    def response(self, request: Request, services: WebServices, path_parts: Mapping[str, str]) -> Response:
        """The view's response, if whoever asks is let in."""
        return self.view(self.authenticate(request, services), **path_parts)

    @property
    def wants_token(self) -> bool:
        """Whether only an owner gets in."""
        return self.authenticate is not _anybody


class Routes:
    """Views that take a ``RequestContext`` (``open_get``: an ``AnonymousContext``) and the parts of the path, and give
    a ``Response``.

    Each is declared with what the API's description tells of it (``RouteSpec``). Their addresses stand in ``urls`` too,
    which has them without loading the views.
    """

    def __init__(self) -> None:
        self._declared: list[Route] = []

    @property
    def declared(self) -> tuple[Route, ...]:
        """All of them, in the order of their declaration."""
        return tuple(self._declared)

    def get(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of an owner's GET, and HEAD: the gateway knows no method by itself."""
        return self._declare(path, ["GET", "HEAD"], _with_token, spec)

    def open_get(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of anybody's GET and HEAD."""
        return self._declare(path, ["GET", "HEAD"], _anybody, spec)

    def open_post(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of anybody's POST."""
        return self._declare(path, ["POST"], _anybody, spec)

    def post(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of an owner's POST."""
        return self._declare(path, ["POST"], _with_token, spec)

    def patch(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of an owner's PATCH."""
        return self._declare(path, ["PATCH"], _with_token, spec)

    def delete(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view of an owner's DELETE."""
        return self._declare(path, ["DELETE"], _with_token, spec)

    def _declare(
        self, path: str, methods: list[str], authenticate: Authenticator, spec: RouteSpec
    ) -> Callable[[RouteView], RouteView]:
        def declare(view: RouteView) -> RouteView:
            self._declared.append(Route(path, methods, authenticate, view, spec))
            return view

        return declare


def _anybody(request: Request, services: WebServices) -> AnonymousContext:
    return AnonymousContext(request, services, services.now())


def _with_token(request: Request, services: WebServices) -> RequestContext:
    now = services.now()
    return AnonymousContext(request, services, now).of(owner_asking(request, services, now))
