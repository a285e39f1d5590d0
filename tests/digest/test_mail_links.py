"""What can be pressed in a digest: answers, the one click that unsubscribes, the ways to the pages."""

from __future__ import annotations

import re
from datetime import date

from chalicelib.digest.compose import Composer
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.view_models.day_view import read_day
from tests.digest.given import ADDRESS, LINK, LINKS, MONDAY_8_AM, SENDER, TEMPLATES, a_thanked, composed, read
from tests.digest.monday import ALL, COMING, OVERDUE, WAITING
from tests.factories import an_owner


def test_a_call_can_be_dialled_and_a_letter_be_written_from_the_mail() -> None:
    mail = composed(*ALL)

    assert 'href="tel:+493023125021"' in mail.html
    assert 'href="mailto:bill@i.example?subject=' in mail.html


def test_each_entry_can_be_answered_from_the_mail_in_both_twins() -> None:
    mail = composed(a_thanked())
    links = set(LINK.findall(mail.text))

    assert len(links) == 10  # three calls, three answers, three snoozes, stop
    assert links == set(re.findall(r'href="(https://api\.example\.org/api/act/[^"]+)"', mail.html))
    for label in ("I called: nobody answered", "They made an offer", "Tomorrow", "Stop following up"):
        assert label in mail.text
        assert label in mail.words


def test_the_mail_can_be_unsubscribed_from_with_one_click() -> None:
    message = composed(a_thanked()).message

    assert LINK.fullmatch(message["List-Unsubscribe"].strip("<>"))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_mail_leads_to_the_records_and_the_pages_and_holds_no_secret_in_these_links() -> None:
    mail = composed(*ALL)
    pages = re.findall(rf'<a href="{re.escape(ADDRESS)}(/(?!act/)[^"]*)" rel="noreferrer">(.*?)</a>', mail.html)

    assert [words for path, words in pages if path == f"/interviews/{OVERDUE.id}"] == [
        "Call Acme and ask for the decision",
        f"Record {OVERDUE.id}",
    ]
    assert (f"/interviews/{COMING.id}", "call Hooli") in pages
    assert (f"/interviews/{WAITING.id}", "Umbrella") in pages
    assert pages[-2:] == [("/", "Today"), ("/settings", "Settings")]
    assert {path.partition("?")[0] for path, _ in pages} == {path for path, _ in pages}
    assert mail.text.split()[-4:] == ["Today:", f"{ADDRESS}/", "Settings:", f"{ADDRESS}/settings"]
    assert "/interviews/" not in mail.text


def test_a_mail_from_nowhere_has_no_links_to_pages() -> None:
    owner = an_owner()
    nowhere = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, SENDER, LINKS, None)

    mail = read(nowhere(owner, read_day(owner, ALL, MONDAY_8_AM), date(2026, 8, 10), MONDAY_8_AM).mime)

    assert "<h3>Call Acme and ask for the decision</h3>" in mail.html
    assert "/interviews/" not in mail.html
    assert "Settings" not in mail.html + mail.text
