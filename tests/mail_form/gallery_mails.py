"""Every mail of the gallery, and of the telling mornings, as it is sent; and as it arrives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from email import message_from_bytes
from email.policy import default
from typing import NamedTuple

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.day_view import read_day
from infra.gallery.cast import an_owner
from infra.gallery.situations import ALL
from infra.gallery.variants import owner_in, record_in
from tests.browser.mornings import MORNINGS
from tests.digest.given import a_composer, read

LANGUAGES = ("en", "ru")
_DATE = re.compile(rb"^Date: (.*)\r$", re.MULTILINE)

# What the recipient's own server writes on top. The address is one of those from which SES sends: a scanner refuses the
# ones that are reserved for examples. Nothing is looked up.
_ARRIVAL = b"""Return-Path: <bounces@mail.example.org>\r
Received: from a1-20.smtp-out.amazonses.com (a1-20.smtp-out.amazonses.com [54.240.1.20])\r
\tby mx.example.net with ESMTPS id 4D0C5F; %b\r
"""
# What the owner's mail program adds to a letter before it sends it.
_SENDING = b"Message-ID: <1d3b6a7e-52c4-4f1c-9e0a-0a6b@example.org>\r\n"


class Mail(NamedTuple):
    """A digest, by the name of its situation and its language."""

    name: str
    mime: bytes

    @property
    def html(self) -> str:
        """The digest as a page."""
        return read(self.mime).html

    @property
    def letters(self) -> Iterator[Mail]:
        """The letters attached to it that have somebody to go to, as a mail program sends them."""
        for name, letter in read(self.mime).letters.items():
            if message_from_bytes(letter, policy=default)["To"]:
                yield Mail(f"{self.name}: {name}", _SENDING + letter)

    @property
    def arrived(self) -> bytes:
        """The mail as its recipient's server hands it to a scanner."""
        date = _DATE.search(self.mime)
        assert date
        return _ARRIVAL % date[1] + self.mime


def all_mails() -> list[Mail]:
    """Every situation and every telling morning, in every language."""
    return [mail for language in LANGUAGES for mail in _in_language(language)]


def _in_language(language: str) -> Iterator[Mail]:
    for situation in ALL:
        yield _mail(situation.name, language, situation.owner, situation.records, situation.now)
    for morning in MORNINGS:
        owner = an_owner()
        yield _mail(morning.name, language, owner, morning.records, datetime.combine(morning.on, time(8), owner.zone))


def _mail(name: str, language: str, owner: Owner, records: Iterable[Interview], now: datetime) -> Mail:
    reader = owner_in(language, owner)
    day = read_day(reader, [record_in(language, record) for record in records], now)
    mail = a_composer()(reader, day, now.astimezone(reader.zone).date(), now)
    return Mail(f"{name} ({language})", mail.mime)
