"""``/openapi.json``: the API's description for programs."""

from __future__ import annotations

from typing import Any

from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.open_get("/openapi.json", responses={200: dict[str, Any]})
def show_openapi(context: AnonymousContext) -> Response:
    """Read this description as OpenAPI 3.1. ``servers`` has the address that the request was sent to."""
    from chalicelib.web.openapi.document import openapi_document, server_url

    return json_response(to_json(openapi_document(server_url(context.request))))
