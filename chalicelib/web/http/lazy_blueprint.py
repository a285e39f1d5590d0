"""An address, and the modules that answer there: each is loaded when somebody first asks for it, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from chalice.app import Blueprint, Chalice, Request, Response
from msgspec import Struct
from msgspec.structs import replace

from chalicelib.web.http.application import Afterword
from chalicelib.web.http.request import Incoming

if TYPE_CHECKING:
    from chalicelib.web.http.routing import Route, Told


class Url(Struct, frozen=True, kw_only=True):
    """An address, ``GET /interviews``, and the modules that answer there: ``api`` in JSON, ``page`` for a browser.

    A browser that reads (GET) is known by its ``Accept``, one that sends also by its form. What ends with one of
    ``files`` is the API's, whoever asks. HEAD comes with GET: the gateway knows no method by itself. ``tag`` is the
    chapter of the API's description.
    """

    address: str
    tag: str
    api: str = ""
    page: str = ""
    files: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """The first of its methods."""
        return self.address.partition(" ")[0]

    @property
    def path(self) -> str:
        """Its path, without the stage."""
        return self.address.partition(" ")[2]

    @property
    def methods(self) -> list[str]:
        """All methods that it answers to."""
        return ["GET", "HEAD"] if self.method == "GET" else [self.method]

    @property
    def declared(self) -> Route:
        """The route as the description tells of it: what its page answers is told beside what the API does."""
        modules = [name for name in (self.api, self.page) if name]
        route, *pages = map(self._declared_in, modules)
        return replace(route, told=_together(route.told, pages[0].told)) if pages else route

    def route(self, incoming: Incoming, path_parts: Mapping[str, str]) -> Route:
        """The route that answers this request."""
        return self._declared_in(self.page if self._is_for_a_page(incoming, path_parts) else self.api)

    def _is_for_a_page(self, incoming: Incoming, path_parts: Mapping[str, str]) -> bool:
        if not (self.api and self.page):
            return bool(self.page)
        if self.files and list(path_parts.values())[-1].endswith(self.files):
            return False
        return incoming.wants_page and (self.method == "GET" or incoming.is_form)

    def _declared_in(self, module: str) -> Route:
        declared: tuple[Route, ...] = import_module(module).routes.declared
        return next(route for route in declared if route.path == self.path and self.method in route.methods)


class LazyBlueprint(Blueprint):
    """The addresses, for ``app.register_blueprint``; ``error_pages`` is the module that shows errors to browsers."""

    def __init__(self, urls: Iterable[Url], error_pages: str) -> None:
        super().__init__(__name__)
        self._urls = tuple(urls)
        self._error_pages = error_pages

    def register(self, app: Chalice, options: dict[str, Any]) -> None:
        """Called by ``app.register_blueprint``."""
        super().register(app, options)
        ours = cast("Afterword", app)
        ours.error_pages = lambda: import_module(self._error_pages)
        for url in self._urls:
            # Any type of content: what is not read is refused in our own shape, not in Chalice's.
            declare = app.route(url.path, methods=url.methods, content_types=["*/*"], name=url.address)
            declare(_entry(ours, url))


def _entry(app: Afterword, url: Url) -> Callable[..., Response]:
    """What Chalice calls: the only way in. Whatever is raised behind it becomes an answer here."""

    def enter(**path_parts: str) -> Response:
        incoming = Incoming(cast("Request", app.current_request))
        try:
            decoded = {name: unquote(str(part)) for name, part in path_parts.items()}
            answer = url.route(incoming, decoded).answer(incoming, app.parts(), decoded)
        except Exception as error:
            answer = app.answer_to(error, incoming)
        return answer.as_response(incoming.method)

    return enter


def _together(api: Told, page: Told) -> Told:
    """What both answer at one address; for one status the API's first."""
    answers = dict(api.get("answers", {}))
    for status, kind in page.get("answers", {}).items():
        answers[status] = (answers[status], kind) if status in answers else kind
    together: Told = {**api, "answers": answers}
    return together
