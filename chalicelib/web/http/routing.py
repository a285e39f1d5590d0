"""How a handler is declared, and who is let in: it takes a ``RequestContext`` and returns a ``Response``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict, Unpack

from msgspec import Struct

from chalicelib.schemas.validation import RequestSchema
from chalicelib.web.http.authentication import authenticated_account
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext, AnyContext, RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.web_services import WebServices

RouteView = Callable[..., Response]
Authenticator = Callable[[Request, WebServices], AnyContext]


class RouteSpec(TypedDict, total=False):
    """What a declaration says for ``/openapi.json`` and ``/docs``; the view's docstring says the rest.

    A msgspec type stands for JSON of that type, a text for a media type, None for no body. A page declares only what it
    adds to its address; what every browser gets is in ``statuses``. Do not repeat what follows from the route itself:
    404 where the path has parameters, 401 and 503 with a token, …
    """

    responses: Mapping[int, object]  # bodies by status; a type with an ``id`` and a ``version`` comes with an ETag
    body: type[RequestSchema] | Mapping[str, object]  # a schema sent as JSON or as a form, or types by media type
    query: type[RequestSchema]
    errors: tuple[int, ...]  # further statuses
    request_headers: tuple[str, ...]  # those that make a difference
    response_headers: tuple[str, ...]  # those besides ETag, and Location of 303
    suffixes: Mapping[str, str]  # media types of the same path, by what its last part may end with


class Route(Struct, frozen=True):
    """A declared route."""

    path: str
    methods: list[str]
    authenticate: Authenticator
    view: RouteView
    spec: RouteSpec

    def response(self, request: Request, services: WebServices, path_parts: Mapping[str, str]) -> Response:
        """The view's response, if the sender is let in. Raises what ``authenticate`` raises."""
        return self.view(self.authenticate(request, services), **path_parts)

    @property
    def requires_owner(self) -> bool:
        """Whether only an owner is let in."""
        return self.authenticate is not _anonymous


class Routes:
    """The views of a module. A view takes a ``RequestContext`` (with ``open_get`` and ``open_post``, an
    ``AnonymousContext``) and the parameters of the path, and returns a ``Response``.

    Each is declared with its ``RouteSpec``, for the API's description. ``urls`` repeats their addresses, so that they
    are known without loading the views.
    """

    def __init__(self) -> None:
        self._declared: list[Route] = []

    @property
    def declared(self) -> tuple[Route, ...]:
        """All routes, in the order of their declaration."""
        return tuple(self._declared)

    def get(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for an owner's GET, and HEAD, which the gateway does not add by itself."""
        return self._declare(path, ["GET", "HEAD"], _owner_only, spec)

    def open_get(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for anybody's GET and HEAD."""
        return self._declare(path, ["GET", "HEAD"], _anonymous, spec)

    def open_post(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for anybody's POST."""
        return self._declare(path, ["POST"], _anonymous, spec)

    def post(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for an owner's POST."""
        return self._declare(path, ["POST"], _owner_only, spec)

    def patch(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for an owner's PATCH."""
        return self._declare(path, ["PATCH"], _owner_only, spec)

    def delete(self, path: str, **spec: Unpack[RouteSpec]) -> Callable[[RouteView], RouteView]:
        """Declare a view for an owner's DELETE."""
        return self._declare(path, ["DELETE"], _owner_only, spec)

    def _declare(
        self, path: str, methods: list[str], authenticate: Authenticator, spec: RouteSpec
    ) -> Callable[[RouteView], RouteView]:
        def declare(view: RouteView) -> RouteView:
            self._declared.append(Route(path, methods, authenticate, view, spec))
            return view

        return declare


def _anonymous(request: Request, services: WebServices) -> AnonymousContext:
    return AnonymousContext(request, services, services.now())


def _owner_only(request: Request, services: WebServices) -> RequestContext:
    now = services.now()
    return AnonymousContext(request, services, now).of(authenticated_account(request, services, now))
