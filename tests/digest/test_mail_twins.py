"""F22: the digest as text and as HTML offers the same links, under the same headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html.parser import HTMLParser

import pytest

from chalicelib.playbook.interview import Interview
from tests.digest.given import ADDRESS, MONDAY_8_AM, Read, composed
from tests.digest.monday import ALL, OVERDUE
from tests.digest.steps import EACH_STEP, OFFERED, REFUSED

# A link with the headings above it, from the section down: ("Call Acme", "What happened?", "https://…").
Offered = tuple[str, ...]

SIGNED = re.compile("/(?:act|read)/")
QUESTIONS = {"en": "What happened?", "ru": "Что произошло?"}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("records", "now"),
    [
        ((OVERDUE,), MONDAY_8_AM),
        (ALL, MONDAY_8_AM),
        (EACH_STEP, MONDAY_8_AM),
        (EACH_STEP[3:], MONDAY_8_AM),
        ((*ALL, REFUSED, OFFERED), MONDAY_8_AM),
        (ALL, MONDAY_8_AM + timedelta(days=5)),
        (ALL, MONDAY_8_AM + timedelta(days=30)),
        ((), MONDAY_8_AM),
    ],
    ids=[
        "one call",
        "a Monday",
        "every step",
        "other steps",
        "an offer",
        "a Saturday",
        "a month later",
        "nothing open",
    ],
)
def test_f22_the_twins_offer_the_same_links_under_the_same_headings(
    language: str, records: tuple[Interview, ...], now: datetime
) -> None:
    mail = composed(*records, now=now, language=language)

    in_text, in_html = list(of_text(mail)), of_html(mail)

    assert set(in_text) == set(in_html)
    assert [one for one in in_text if SIGNED.search(one[-1])] == [one for one in in_html if SIGNED.search(one[-1])]
    assert any("/settings" in one[-1] for one in in_text)


def of_text(mail: Read) -> Iterator[Offered]:
    """The links of the text, in order; a heading is underlined, and the question stands alone."""
    section = question = ""
    lines = mail.text.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if re.fullmatch("=+", below) and line:
            section, question = line, ""
        elif line in QUESTIONS.values():
            question = line
        elif line == "-- ":
            section = question = ""
        for href in () if "curl" in line else re.findall(rf"{re.escape(ADDRESS)}/\S*", line):
            yield section, question, href


def of_html(mail: Read) -> list[Offered]:
    """The links of the page, in order, without those to dial or to write."""
    reader = _Links()
    reader.feed(mail.html)
    return [("".join(section), question, href) for section, question, href in reader.found]


class _Links(HTMLParser):
    """Gathers the links; a heading is gathered as a list of words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[list[str], str, str]] = []
        self._section: list[str] = []
        self._question = ""
        self._is_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "h2" or facts.get("class", "").startswith("foot"):
            self._section, self._question = [], ""
        self._is_heading = tag == "h2"
        if tag == "a" and facts["href"].startswith(ADDRESS):
            self.found.append((self._section, self._question, facts["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self._is_heading = False

    def handle_data(self, data: str) -> None:
        if self._is_heading:
            self._section.append(data)
        elif data.strip() in QUESTIONS.values():
            self._question = data.strip()
