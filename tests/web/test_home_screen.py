"""The pages as an app on a home screen: the manifest, its icons, and the worker, under any prefix."""

from __future__ import annotations

import json
import struct
from base64 import b64decode

import pytest

from tests.web.browser import Browser
from tests.web.gateway import Gateway


def test_the_manifest_describes_an_app_that_begins_on_today_and_stays_within_our_addresses(anybody: Gateway) -> None:
    reply = anybody.get("/manifest.webmanifest")

    described = json.loads(reply.text)
    assert reply.headers["Content-Type"] == "application/manifest+json"
    assert described["start_url"] == described["scope"] == described["id"] == "/api/"
    assert (described["name"], described["display"]) == ("Afterword", "standalone")


def test_its_icons_are_pictures_of_the_size_that_they_say_within_it(anybody: Gateway) -> None:
    icons = json.loads(anybody.get("/manifest.webmanifest").text)["icons"]

    pictures = [b64decode(icon["src"].removeprefix("data:image/png;base64,")) for icon in icons]
    sizes = [struct.unpack(">II", picture[16:24]) for picture in pictures]
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert (
        [f"{width}x{height}" for width, height in sizes] == [icon["sizes"] for icon in icons] == ["192x192", "512x512"]
    )
    assert "maskable" in icons[1]["purpose"]


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("/worker.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/icon.svg", "image/svg+xml", "public, max-age=3600"),
    ],
)
def test_a_new_worker_is_met_at_once_and_the_icon_may_be_kept(
    anybody: Gateway, path: str, kind: str, kept: str
) -> None:
    reply = anybody.get(path)

    assert (reply.status, reply.headers["Content-Type"], reply.headers["Cache-Control"]) == (200, kind, kept)


@pytest.mark.parametrize("path", ["/", "/sign-in", "/record", "/interviews", "/settings"])
def test_every_page_names_the_manifest_and_the_icon_of_its_own_prefix(alexs_browser: Browser, path: str) -> None:
    page = alexs_browser.open(path).text

    assert '<link rel="manifest" href="/api/manifest.webmanifest">' in page
    assert '<link rel="icon" href="/api/icon.svg" type="image/svg+xml">' in page
