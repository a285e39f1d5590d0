"""The addresses of one module of routes: it is loaded when somebody first asks for one of them, and not before."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from chalice.app import Blueprint, Chalice, Request, Response

from chalicelib.web.http.application import Afterword
from chalicelib.web.http.request import Incoming

if TYPE_CHECKING:
    from chalicelib.web.http.routing import Route, Routes


class Chapter(Blueprint):
    """A module with its ``routes``, and their addresses: a method and a path. HEAD comes with GET: the gateway knows no
    method by itself."""

    def __init__(self, module: str, *addresses: str) -> None:
        super().__init__(module)
        self.module = module
        self.addresses = addresses

    @property
    def declared(self) -> tuple[Route, ...]:
        """The routes as the module declares them."""
        routes: Routes = import_module(self.module).routes
        return routes.declared

    def register(self, app: Chalice, options: dict[str, Any]) -> None:
        """Called by ``app.register_blueprint``."""
        super().register(app, options)
        for address in self.addresses:
            method, _, path = address.partition(" ")
            methods = ["GET", "HEAD"] if method == "GET" else [method]
            # Any type of content: what is not read is refused in our own shape, not in Chalice's.
            declare = app.route(path, methods=methods, content_types=["*/*"], name=address)
            declare(self._entry(cast("Afterword", app), method, path))

    def _entry(self, app: Afterword, method: str, path: str) -> Callable[..., Response]:
        """What Chalice calls: the only way in. Whatever is raised behind it becomes an answer here."""

        def enter(**path_parts: str) -> Response:
            incoming = Incoming(cast("Request", app.current_request))
            try:
                answer = self._route(method, path).answer(incoming, app.parts(), path_parts)
            except Exception as error:
                answer = app.answer_to(error, incoming)
            return answer.as_response(incoming.method)

        return enter

    def _route(self, method: str, path: str) -> Route:
        return next(route for route in self.declared if route.path == path and method in route.methods)
