"""The page of the gallery: one file that asks for nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from infra.gallery.exhibit import Exhibit

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
LOADS = frozenset({"src", "srcset", "data", "poster", "background", "action"})


class Reader(HTMLParser):
    """Follows the tags, and gathers addresses, anchors and frames."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.frames: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        self.loaded += [value for name, value in values.items() if name in LOADS]
        self.loaded += [values["href"]] if tag == "link" else []
        self.links += [values["href"]] if tag == "a" else []
        self.anchors |= {values["id"]} if "id" in values else set()
        self.frames += [values["srcdoc"]] if tag == "iframe" else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_the_page_is_balanced_and_every_link_leads_to_a_place_on_it(the_page: str) -> None:
    reader = read(the_page)

    assert reader.open == []
    assert {link.removeprefix("#") for link in reader.links} <= reader.anchors


def test_the_page_asks_for_nothing_from_elsewhere(the_page: str) -> None:
    reader = read(the_page)

    assert set(reader.loaded) == {"data:,"}
    assert "script" not in reader.tags
    assert not re.search(r"@import|url\(", the_page)


def test_every_digest_is_in_a_frame_of_its_own_that_asks_for_nothing_either(
    the_page: str, exhibits: tuple[Exhibit, ...]
) -> None:
    frames = read(the_page).frames

    assert len(frames) == len(exhibits)
    for frame in frames:
        inner = read(frame)
        assert inner.open == []
        assert inner.loaded == []
        assert "script" not in inner.tags


def test_markup_in_a_record_is_shown_as_text(the_page: str) -> None:
    assert "<b>" not in the_page
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &#34;quoted&#34;" in the_page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in the_page
