"""An address, and the modules that answer there: each is loaded when somebody first asks for it, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from chalice.app import Blueprint, Chalice
from chalice.app import Request as ChaliceRequest
from chalice.app import Response as ChaliceResponse
from msgspec import Struct
from msgspec.structs import replace

from chalicelib.web.http.application import Afterword
from chalicelib.web.http.request import Request

if TYPE_CHECKING:
    from chalicelib.web.http.response import Response
    from chalicelib.web.http.routing import Route, RouteSpec


ViewLoader = Callable[..., "Response"]


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
        return replace(route, spec=_together(route.spec, pages[0].spec)) if pages else route

    @property
    def page_route(self) -> Route:
        """The route of its page."""
        return self._declared_in(self.page)

    def route(self, request: Request, path_parts: Mapping[str, str]) -> Route:
        """The route that answers this request."""
        return self._declared_in(self.page if self._is_for_a_page(request, path_parts) else self.api)

    def _is_for_a_page(self, request: Request, path_parts: Mapping[str, str]) -> bool:
        if not (self.api and self.page):
            return bool(self.page)
        if self.files and list(path_parts.values())[-1].endswith(self.files):
            return False
        return request.wants_page and (self.method == "GET" or request.is_form)

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


def _entry(app: Afterword, url: Url) -> Callable[..., ChaliceResponse]:
    """What Chalice calls: the only way in. Whatever is raised behind it becomes a response here."""

    def enter(**path_parts: str) -> ChaliceResponse:
        request = Request(cast("ChaliceRequest", app.current_request))
        try:
            decoded = {name: unquote(str(part)) for name, part in path_parts.items()}
            response = url.route(request, decoded).response(request, app.services(), decoded)
        except Exception as error:
            response = app.response_to(error, request)
        return response.as_chalice(request.method)

    return enter


def _together(api: RouteSpec, page: RouteSpec) -> RouteSpec:
    """What both answer at one address; for one status the API's first."""
    responses = dict(api.get("responses", {}))
    for status, kind in page.get("responses", {}).items():
        responses[status] = (responses[status], kind) if status in responses else kind
    together: RouteSpec = {**api, "responses": responses}
    return together
