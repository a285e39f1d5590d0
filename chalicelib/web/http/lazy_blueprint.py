"""Addresses, and the modules that answer there: each module is loaded on its first request, not before."""

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

    Where both answer,

    - a GET goes to the page if its ``Accept`` prefers HTML to JSON,
    - any other method goes to the page if, besides, its body is a form,
    - a path that ends with one of ``files`` always goes to the API.

    HEAD comes with GET, as the gateway adds no method by itself. ``tag`` is the chapter of the API's description.
    """

    address: str
    tag: str
    api: str = ""
    page: str = ""
    files: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """Its method; HEAD is not named beside GET."""
        return self.address.partition(" ")[0]

    @property
    def path(self) -> str:
        """Its path, without the stage."""
        return self.address.partition(" ")[2]

    @property
    def methods(self) -> list[str]:
        """All methods that it answers."""
        return ["GET", "HEAD"] if self.method == "GET" else [self.method]

    @property
    def declared(self) -> Route:
        """The route as the API's description has it: the API's, with the responses of the page beside its own."""
        modules = [name for name in (self.api, self.page) if name]
        route, *pages = map(self._declared_in, modules)
        return replace(route, spec=_merged(route.spec, pages[0].spec)) if pages else route

    @property
    def page_route(self) -> Route:
        """The route of its page."""
        return self._declared_in(self.page)

    def route(self, request: Request, path_parts: Mapping[str, str]) -> Route:
        """The route that answers this request."""
        return self._declared_in(self.page if self._is_for_page(request, path_parts) else self.api)

    def _is_for_page(self, request: Request, path_parts: Mapping[str, str]) -> bool:
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
        """Register every address with Chalice. ``app.register_blueprint`` calls this."""
        super().register(app, options)
        application = cast("Afterword", app)
        application.error_pages = lambda: import_module(self._error_pages)
        for url in self._urls:
            # Any type of content: so that our own error, not Chalice's, refuses those that are not read.
            declare = app.route(url.path, methods=url.methods, content_types=["*/*"], name=url.address)
            declare(_chalice_view(application, url))


def _chalice_view(app: Afterword, url: Url) -> Callable[..., ChaliceResponse]:
    """The function that Chalice calls: the only way in. Every error raised behind it becomes a response here."""

    def enter(**path_parts: str) -> ChaliceResponse:
        request = Request(cast("ChaliceRequest", app.current_request))
        try:
            decoded = {name: unquote(str(part)) for name, part in path_parts.items()}
            response = url.route(request, decoded).response(request, app.services(), decoded)
        except Exception as error:
            response = app.response_to(error, request)
        return response.as_chalice(request.method)

    return enter


def _merged(api: RouteSpec, page: RouteSpec) -> RouteSpec:
    """The declarations of an API and a page at one address; where both have a status, the API's type comes first."""
    responses = dict(api.get("responses", {}))
    for status, kind in page.get("responses", {}).items():
        responses[status] = (responses[status], kind) if status in responses else kind
    merged: RouteSpec = {**api, "responses": responses}
    return merged
