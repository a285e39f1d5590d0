"""How a request reaches its route: let in, given a ``Call``, and answered whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypedDict, Unpack, cast
from urllib.parse import unquote

from chalice.app import Blueprint, Chalice, Request, Response

from chalicelib.web.answers import Answer
from chalicelib.web.application import Afterword
from chalicelib.web.authentication import owner_asking
from chalicelib.web.call import Call, Visit
from chalicelib.web.incoming import Incoming
from chalicelib.web.parts import Parts
from chalicelib.web.reading.shape import Shape

View = Callable[..., Answer]
LetIn = Callable[[Incoming, Parts], Visit]


class Told(TypedDict, total=False):
    """What a declaration tells the readers of ``/openapi.json`` and ``/docs``; the view's docstring is the rest.

    A type of msgspec's stands for JSON of that type, a text for a media type, None for no body; a tuple for whichever
    of them the client prefers. What follows from the
    route itself (404 where the path has parts, 401 and 503 with a token, …) is not repeated here.
    """

    answers: Mapping[int, object]  # what is answered, by status; what has an ``id`` and a ``version`` bears an ETag
    takes: type[Shape] | Mapping[str, object]  # the body: a shape as JSON or as a form, or types by media type
    asks: type[Shape]  # the query
    refuses: tuple[int, ...]  # further statuses
    heeds: tuple[str, ...]  # the headers of a request that make a difference
    bears: tuple[str, ...]  # the headers of its answers, besides ETag and Location of 303
    suffixes: Mapping[str, str]  # media types that the same path answers with if its last part ends so


@dataclass(frozen=True, slots=True)
class Route:
    """A route as it was declared."""

    path: str
    methods: list[str]
    let_in: LetIn
    view: View
    told: Told

    @property
    def wants_token(self) -> bool:
        """Whether only an owner gets in."""
        return self.let_in is not _anybody


class Routes(Blueprint):
    """Views that take a ``Call`` (``open_get``: a ``Visit``) and the parts of the path, and give an ``Answer``.

    Each is declared with what the API's description tells of it (``Told``). Chalice's own blueprint can be registered
    once only; this one belongs to no application.
    """

    def __init__(self, import_name: str) -> None:
        super().__init__(import_name)
        self._declared: list[Route] = []

    @property
    def declared(self) -> tuple[Route, ...]:
        """All of them, in the order of their declaration."""
        return tuple(self._declared)

    def get(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of an owner's GET, and HEAD: the gateway knows no method by itself."""
        return self._declare(path, ["GET", "HEAD"], _with_token, told)

    def open_get(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of anybody's GET and HEAD."""
        return self._declare(path, ["GET", "HEAD"], _anybody, told)

    def open_post(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of anybody's POST."""
        return self._declare(path, ["POST"], _anybody, told)

    def post(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of an owner's POST."""
        return self._declare(path, ["POST"], _with_token, told)

    def patch(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of an owner's PATCH."""
        return self._declare(path, ["PATCH"], _with_token, told)

    def delete(self, path: str, **told: Unpack[Told]) -> Callable[[View], View]:
        """Declare a view of an owner's DELETE."""
        return self._declare(path, ["DELETE"], _with_token, told)

    def register(self, app: Chalice, options: dict[str, Any]) -> None:
        """Called by ``app.register_blueprint``."""
        super().register(app, options)
        for route in self._declared:
            # Any type of content: what is not read is refused in our own shape, not in Chalice's.
            declare = app.route(route.path, methods=route.methods, content_types=["*/*"], name=route.view.__name__)
            declare(_entry(cast("Afterword", app), route))

    def _declare(self, path: str, methods: list[str], let_in: LetIn, told: Told) -> Callable[[View], View]:
        def declare(view: View) -> View:
            self._declared.append(Route(path, methods, let_in, view, told))
            return view

        return declare


def _entry(app: Afterword, route: Route) -> Callable[..., Response]:
    """What Chalice calls: the only way in. Whatever is raised behind it becomes an answer here."""

    @wraps(route.view)
    def enter(**path_parts: str) -> Response:
        incoming = Incoming(cast("Request", app.current_request))
        decoded = {name: unquote(str(part)) for name, part in path_parts.items()}
        try:
            answer = route.view(route.let_in(incoming, app.parts()), **decoded)
        except Exception as error:
            answer = app.answer_to(error, incoming)
        return answer.as_response(incoming.method)

    return enter


def _anybody(incoming: Incoming, parts: Parts) -> Visit:
    return Visit(incoming, parts, parts.now())


def _with_token(incoming: Incoming, parts: Parts) -> Call:
    now = parts.now()
    return Visit(incoming, parts, now).of(owner_asking(incoming, parts, now))
