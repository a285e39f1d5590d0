"""Every mail of the gallery, and every letter in it, in the eyes of Debian's SpamAssassin."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.mail_form.gallery_mails import Mail
from tests.mail_form.spam_scan import NoSpamAssassin, Points, scanned

Scans = dict[str, Points]  # by the name of the mail

NOTHING = 0.01  # what a rule costs that only informs
# Rules that are about words, not about form, and why ours meet them.
ABOUT_WORDS = {
    "MIXED_ES": "the Russian letter е is more frequent in a Russian text than the Latin one is in its links",
    "FUZZY_XPILL": "the position of somebody who works «по продажам», read as the name of a drug",
}
BAD = (
    b"From: Afterword <afterword@example.org>\r\nDate: Mon, 10 Aug 2026 08:00:00 +0200\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + b"SGVsbG8g" * 40
    + b"\r\n"
)


@pytest.fixture(scope="session")
def scans(mails: list[Mail], tmp_path_factory: pytest.TempPathFactory) -> Scans:
    """The rules that each mail and each letter meets, and those of a bad one."""
    letters = {letter.mime: letter for letter in chain.from_iterable(mail.letters for mail in mails)}
    all_of_them = [*mails, *letters.values(), Mail("bad", BAD)]
    try:
        found = scanned([mail.arrived for mail in all_of_them], tmp_path_factory.mktemp("mails"))
    except NoSpamAssassin as why:
        pytest.fail(str(why))
    return {mail.name: points for mail, points in zip(all_of_them, found, strict=True)}


def test_no_mail_and_no_letter_gets_a_point_for_its_form(scans: Scans) -> None:
    costly = {
        name: {rule: score for rule, score in points.items() if score > NOTHING} for name, points in scans.items()
    }
    del costly["bad"]

    assert {name: rules for name, rules in costly.items() if rules.keys() - ABOUT_WORDS.keys()} == {}


def test_words_cost_a_mail_little(scans: Scans) -> None:
    assert max(sum(points.values()) for name, points in scans.items() if name != "bad") < 1.5


def test_each_rule_that_is_let_pass_is_met(scans: Scans) -> None:
    assert ABOUT_WORDS.keys() <= {rule for name, points in scans.items() for rule in points if name != "bad"}


def test_a_mail_of_bad_form_gets_points(scans: Scans) -> None:
    bad = {rule for rule, score in scans["bad"].items() if score > NOTHING}

    assert {"BASE64_LENGTH_79_INF", "MIME_BASE64_TEXT", "MISSING_HEADERS", "MISSING_SUBJECT"} <= bad


def test_every_mail_was_scanned(scans: Scans, mails: list[Mail]) -> None:
    assert len(scans) > len(mails)
    assert all("HTML_MESSAGE" in scans[mail.name] for mail in mails)
