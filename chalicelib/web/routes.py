"""How a request reaches its route: let in, given a ``Call``, and answered whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast
from urllib.parse import unquote

from chalice.app import Blueprint, Chalice, Request, Response

from chalicelib.web.answers import Answer
from chalicelib.web.application import Afterword
from chalicelib.web.authentication import owner_asking
from chalicelib.web.call import Call, Visit
from chalicelib.web.incoming import Incoming
from chalicelib.web.parts import Parts

View = Callable[..., Answer]
LetIn = Callable[[Incoming, Parts], Visit]


@dataclass(frozen=True, slots=True)
class _Route:
    path: str
    methods: list[str]
    let_in: LetIn
    view: View


class Routes(Blueprint):
    """Views that take a ``Call`` (``open_get``: a ``Visit``) and the parts of the path, and give an ``Answer``.

    Chalice's own blueprint can be registered once only; this one belongs to no application.
    """

    def __init__(self, import_name: str) -> None:
        super().__init__(import_name)
        self._declared: list[_Route] = []

    def get(self, path: str) -> Callable[[View], View]:
        """Declare a view of an owner's GET, and HEAD: the gateway knows no method by itself."""
        return self._declare(path, ["GET", "HEAD"], _with_token)

    def open_get(self, path: str) -> Callable[[View], View]:
        """Declare a view of anybody's GET and HEAD."""
        return self._declare(path, ["GET", "HEAD"], _anybody)

    def post(self, path: str) -> Callable[[View], View]:
        """Declare a view of an owner's POST."""
        return self._declare(path, ["POST"], _with_token)

    def patch(self, path: str) -> Callable[[View], View]:
        """Declare a view of an owner's PATCH."""
        return self._declare(path, ["PATCH"], _with_token)

    def delete(self, path: str) -> Callable[[View], View]:
        """Declare a view of an owner's DELETE."""
        return self._declare(path, ["DELETE"], _with_token)

    def register(self, app: Chalice, options: dict[str, Any]) -> None:
        """Called by ``app.register_blueprint``."""
        super().register(app, options)
        for route in self._declared:
            # Any type of content: what is not read is refused in our own shape, not in Chalice's.
            declare = app.route(route.path, methods=route.methods, content_types=["*/*"], name=route.view.__name__)
            declare(_entry(cast("Afterword", app), route))

    def _declare(self, path: str, methods: list[str], let_in: LetIn) -> Callable[[View], View]:
        def declare(view: View) -> View:
            self._declared.append(_Route(path, methods, let_in, view))
            return view

        return declare


def _entry(app: Afterword, route: _Route) -> Callable[..., Response]:
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
    account = owner_asking(incoming, parts.owners)
    incoming.owner_language = account.owner.language
    return Call(incoming, parts, parts.now(), account)
