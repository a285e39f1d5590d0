"""How a handler is declared, and who is let in: it is given a ``Call`` and gives an ``Answer``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict, Unpack

from msgspec import Struct

from chalicelib.schemas.validation import Shape
from chalicelib.web.http.authentication import owner_asking
from chalicelib.web.http.context import Asking, Call, Visit
from chalicelib.web.http.request import Incoming
from chalicelib.web.http.response import Answer
from chalicelib.web.http.services import Parts

View = Callable[..., Answer]
LetIn = Callable[[Incoming, Parts], Asking]


class Told(TypedDict, total=False):
    """What a declaration tells the readers of ``/openapi.json`` and ``/docs``; the view's docstring is the rest.

    A type of msgspec's stands for JSON of that type, a text for a media type, None for no body. A page tells only what
    it adds to its address; what a browser gets besides is in ``statuses``. What follows from the
    route itself (404 where the path has parts, 401 and 503 with a token, …) is not repeated here.
    """

    answers: Mapping[int, object]  # what is answered, by status; what has an ``id`` and a ``version`` bears an ETag
    takes: type[Shape] | Mapping[str, object]  # the body: a shape as JSON or as a form, or types by media type
    asks: type[Shape]  # the query
    refuses: tuple[int, ...]  # further statuses
    heeds: tuple[str, ...]  # the headers of a request that make a difference
    bears: tuple[str, ...]  # the headers of its answers, besides ETag and Location of 303
    suffixes: Mapping[str, str]  # media types that the same path answers with if its last part ends so


class Route(Struct, frozen=True):
    """A route as it was declared."""

    path: str
    methods: list[str]
    let_in: LetIn
    view: View
    told: Told

    def answer(self, incoming: Incoming, parts: Parts, path_parts: Mapping[str, str]) -> Answer:
        """What the view answers, if whoever asks is let in."""
        return self.view(self.let_in(incoming, parts), **path_parts)

    @property
    def wants_token(self) -> bool:
        """Whether only an owner gets in."""
        return self.let_in is not _anybody


class Routes:
    """Views that take a ``Call`` (``open_get``: a ``Visit``) and the parts of the path, and give an ``Answer``.

    Each is declared with what the API's description tells of it (``Told``). Their addresses stand in ``urls`` too,
    which has them without loading the views.
    """

    def __init__(self) -> None:
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

    def _declare(self, path: str, methods: list[str], let_in: LetIn, told: Told) -> Callable[[View], View]:
        def declare(view: View) -> View:
            self._declared.append(Route(path, methods, let_in, view, told))
            return view

        return declare


def _anybody(incoming: Incoming, parts: Parts) -> Visit:
    return Visit(incoming, parts, parts.now())


def _with_token(incoming: Incoming, parts: Parts) -> Call:
    now = parts.now()
    return Visit(incoming, parts, now).of(owner_asking(incoming, parts, now))
