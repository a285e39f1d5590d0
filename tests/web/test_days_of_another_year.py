"""F8: wherever a day is written, one of another year is written with its year; aloud, nobody says one so near."""

from __future__ import annotations

import email
import html
import re
from datetime import UTC, datetime
from email.policy import default
from typing import Any

import pytest

from chalicelib.digest.compose import Composer
from chalicelib.playbook.step import StepKind
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.view_models.day_view import read_day
from tests.digest.given import ADDRESS, LINKS, SENDER, TEMPLATES, read
from tests.web.browser import Browser
from tests.web.conftest import WRITER, Clock
from tests.web.feed import opened
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

THANKED = {"kind": "thank_you_sent", "on": "2026-12-15"}
WROTE = {"kind": "letter_sent", "on": "2026-12-28"}
NOBODY = {"kind": "called", "result": "no_answer", "on": "2026-12-29"}
AGREED = {"kind": "called", "result": "no_decision", "on": "2026-12-29", "call_again_on": "2027-01-08"}
TO_WAIT = {"kind": "heard_back", "result": "told_to_wait", "on": "2026-12-30", "until": "2027-01-15"}
REFUSED = {"kind": "heard_back", "result": "refusal", "on": "2026-12-30"}
AN_OFFER = {"kind": "heard_back", "result": "offer", "on": "2026-12-30", "until": "2027-01-13"}
SNOOZED = {"kind": "snoozed", "on": "2026-12-30", "until": "2027-01-08"}
HISTORIES: list[list[dict[str, Any]]] = [
    [],
    [THANKED],
    [THANKED, NOBODY],
    [THANKED, WROTE],
    [THANKED, WROTE, NOBODY],
    [THANKED, AGREED],
    [THANKED, TO_WAIT],
    [THANKED, REFUSED],
    [THANKED, SNOOZED],
    [THANKED, AN_OFFER],
]
MONTHS = {
    "en": ("December", ["January", "February", "March"]),
    "ru": ("декабря", ["января", "февраля", "марта"]),
}


def wrongly_said(text: str, language: str, aloud: frozenset[str] = frozenset()) -> list[str]:
    """The days of December 2026 without their year, and those that are said with a wrong one; but for those in what is
    to be said aloud."""
    last_month, months = MONTHS[language]
    text = one_line(html.unescape(text.replace("\r\n ", "").replace("\\,", ",")))
    for paragraph in aloud:
        text = text.replace(paragraph, "")
    days = re.findall(rf"\b(\d{{1,2}} ({'|'.join([last_month, *months])})\b(?: (\d{{4}}))?)", text)
    return [said for said, month, year in days if year not in (("2026",) if month == last_month else ("", "2027"))]


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def said_aloud(alex: Gateway, ids: list[str]) -> frozenset[str]:
    """The paragraphs of all scripts."""
    replies = [alex.get(f"/interviews/{one}/drafts/{kind}") for one in ids for kind in StepKind]
    drafts = [reply.data for reply in replies if reply.status == 200]
    scripts = [draft["text"] for draft in drafts if draft["channel"] == "call"]
    return frozenset(one_line(line) for text in scripts for line in text.split("\n") if "декабря" in line)


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest, alex: Gateway, clock: Clock) -> str:
    """The owner's language; their records are of December, and now it is 8 January 2027."""
    clock.now = datetime(2026, 12, 30, 18, tzinfo=UTC)
    alex.patch("/owner", {"language": request.param})
    for number, history in enumerate(HISTORIES):
        record = recorded(alex, company=f"Acme {number}", interview_on="2026-12-14", answer_expected_on="2026-12-22")
        for event in history:
            happened(alex, record["id"], **event)
    recorded(alex, company="Tyrell", interview_on="2027-01-11")
    clock.now = datetime(2027, 1, 8, 7, tzinfo=UTC)
    return str(request.param)


def test_f8_in_the_api_and_the_feed(language: str, alex: Gateway, anybody: Gateway) -> None:
    ids = [one["id"] for one in alex.get("/interviews?status=all").data["items"]]
    paths = ["/agenda", *(f"/interviews/{one}{of}" for one in ids for of in ("", "/plan", "/drafts"))]
    drafts = [f"/interviews/{one}/drafts/{kind}" for one in ids for kind in StepKind]

    texts = [alex.get(path).text for path in (*paths, *drafts)] + [anybody.get(opened(alex)).text]

    aloud = said_aloud(alex, ids)
    assert [said for text in texts for said in wrongly_said(text, language, aloud)] == []
    assert any(f"{MONTHS[language][0]} 2026" in text for text in texts)


def test_f8_on_the_pages(language: str, alex: Gateway, alexs_browser: Browser) -> None:
    ids = [one["id"] for one in alex.get("/interviews?status=all").data["items"]]
    records = [f"/interviews/{one}{of}" for one in ids for of in ("", "/edit", "/drafts/status_letter")]

    aloud = said_aloud(alex, ids)
    for path in ("/", "/digest", "/interviews", "/interviews?status=all", "/settings", *records):
        assert wrongly_said(alexs_browser.open(path).text, language, aloud) == [], path


def test_f8_in_the_mail_and_its_letters(
    language: str, alex: Gateway, owners: Owners, interviews: Interviews, clock: Clock
) -> None:
    account = owners.get("alex")
    assert account is not None
    owner = account.owner
    day = read_day(owner, interviews.open("alex"), clock.now)

    mail = read(Composer(WRITER, TEMPLATES, SENDER, LINKS, ADDRESS)(owner, day, day.agenda.on, clock.now).mime)

    assert wrongly_said(mail.text + mail.words + mail.subject, language) == []
    letters = [email.message_from_bytes(letter, policy=default) for letter in mail.letters.values()]
    assert [said for one in letters for said in wrongly_said(one.get_content(), language)] == []
    assert len(letters) > 1
    assert f"{MONTHS[language][0]} 2026" in mail.text
