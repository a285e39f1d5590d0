"""A page comes quickly over a bad connection: without the owner's own data it weighs at most 50 KB.

The description of the API is left out: it is one page to search in, for who writes programs.
"""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.web.urls import URLS
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import happened

MOST = 50_000  # bytes
PAGES = [
    url.path for url in URLS if url.method == "GET" and url.page and url.path != "/docs" and "{token}" not in url.path
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_weighs_little_in_every_language(
    alex: Gateway, alexs_browser: Browser, record: dict[str, Any], path: str, language: str
) -> None:
    alex.patch("/owner", {"language": language})

    noted = happened(alex, record["id"], kind="note", note="They liked it")
    parts = {
        "{interview_id}": record["id"],
        "{kind}": "thank_you_letter",
        "{event_id}": noted["events"][0]["id"],
        "{contact_id}": noted["contacts"][0]["id"],
    }
    for name, part in parts.items():
        path = path.replace(name, part)
    page = alexs_browser.open(path)

    assert page.status == 200
    assert len(page.text.encode()) <= MOST
