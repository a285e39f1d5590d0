"""What makes the pages an app on a home screen: the manifest, the icon, and the worker that keeps pages to be read
without a network."""

from __future__ import annotations

from base64 import b64encode
from http import HTTPStatus
from pathlib import Path

from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, to_json
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.assets import JAVASCRIPT, asset

MANIFEST, SVG = "application/manifest+json", "image/svg+xml"
_ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any maskable"))  # the sizes that Android asks for
_GROUND, _ACCENT = "#f3f1eb", "#1c6350"  # as in style.css

routes = Routes()


@routes.open_get("/manifest.webmanifest", responses={200: MANIFEST})
def manifest(context: AnonymousContext) -> Response:
    """Load the description of the app that a browser puts onto a home screen. Its addresses have the stage's prefix."""
    home = f"{context.request.prefix}/"
    described = {
        "id": home,
        "name": "Afterword",
        "short_name": "Afterword",
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": _GROUND,
        "theme_color": _ACCENT,
        "icons": [_icon(context.services.templates, *one) for one in _ICONS],
    }
    headers = {"Content-Type": MANIFEST, "Cache-Control": "public, max-age=3600"}
    return Response(HTTPStatus.OK, to_json(described), headers)


@routes.open_get("/icon.svg", responses={200: SVG})
def icon(context: AnonymousContext) -> Response:
    """Load the icon that a browser shows beside the title."""
    return asset(context, "pages/icon.svg", SVG)


@routes.open_get("/worker.js", responses={200: JAVASCRIPT})
def worker(context: AnonymousContext) -> Response:
    """Load the worker. It is asked for anew each time, so that a release replaces it at once."""
    return asset(context, "pages/worker.js", JAVASCRIPT, "no-cache")


def _icon(templates: Path, name: str, size: int, purpose: str) -> dict[str, str]:
    """An icon within the manifest: as an answer of its own the gateway would send it as text (its binary types go by
    the first type that the browser accepts, which for pictures is another one)."""
    content = b64encode((templates / "icons" / name).read_bytes()).decode("ascii")
    return {
        "src": f"data:image/png;base64,{content}",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
