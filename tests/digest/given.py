"""Helpers of the digest's tests: make records and their digest, and parse a mail."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from chalicelib.digest.compose import Composer
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.arrival import route_of
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Arrival, Owner
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.proposals import StoredProposal
from chalicelib.view_models.day_view import read_day
from tests.add_interview import add_interview
from tests.factories import an_event, an_interview, an_owner

TEMPLATES = Path(__file__).parents[2] / "templates"
LINKS = ActionLinks(keyring_of(["newest-" + "n" * 32]))
SENDER = "afterword@example.org"
ADDRESS = "https://api.example.org/api"
LINK = re.compile(r"https://api\.example\.org/api/act/\S+")

TUESDAY_8_AM = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)  # in Berlin
MONDAY_8_AM = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)
WEDNESDAY_8_AM = datetime(2026, 8, 5, 6, 0, tzinfo=UTC)
SATURDAY_8_AM = datetime(2026, 8, 15, 6, 0, tzinfo=UTC)

SEEN = Arrival(route=route_of(an_owner(), SENDER), seen_at=TUESDAY_8_AM)

QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)
ONE_DAY = timedelta(days=1)


@cache
def a_composer() -> Composer:
    """Composes with the real words; made once, since it compiles them."""
    return Composer(Writer(Languages(TEMPLATES)), TEMPLATES, SENDER, LINKS, ADDRESS)


def a_record(number: int = 1, **changes: Any) -> Interview:
    """An interview that is not stored yet, in a process of its own; ``interview_on`` was set on that day."""
    record_id = f"01K1S0M3{number:018}"
    facts: dict[str, Any] = {"id": record_id, "process_id": record_id}
    if "interview_on" in changes:
        facts["dated_on"] = changes["interview_on"]
    return an_interview(**(facts | changes))


def thanked(interview_on: date) -> Event:
    """The thank-you letter, sent on the next day."""
    return an_event(EventKind.THANK_YOU_SENT, interview_on + timedelta(days=1))


def a_thanked(number: int = 1, **changes: Any) -> Interview:
    """A record whose thank-you letter is sent: by Monday 10 August the status step is due."""
    record = a_record(number, **changes)
    return replace(record, events=(thanked(record.interview_on), *record.events))


def stored(interviews: Interviews, owner: Owner, record: Interview) -> Interview:
    """Store an interview, and return it."""
    key = RequestKey(id=record.id, digest="content", expires_at=record.created_at)
    return add_interview(interviews, owner, record, key, lambda _: "the answer", record.created_at)


def stored_owner(owners: Owners, **changes: Any) -> Owner:
    """Store an owner, and return them."""
    return owners.add(an_owner(**changes), b"hash").owner


@dataclass(frozen=True)
class Read:
    """A mail as its reader gets it."""

    message: EmailMessage
    text: str
    html: str
    letters: dict[str, bytes]

    @property
    def words(self) -> str:
        """The text of the HTML, as one line."""
        return words_of(self.html)

    @property
    def subject(self) -> str:
        """The subject, decoded."""
        return str(self.message["Subject"])


def read(mime: bytes) -> Read:
    """The parts of a mail, decoded."""
    message = email.message_from_bytes(mime, policy=email.policy.default)
    text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    letters = {str(part.get_filename()): part.get_content() for part in message.iter_attachments()}
    return Read(message, text.get_content(), html.get_content(), letters)


def composed(
    *records: Interview,
    now: datetime = MONDAY_8_AM,
    last_digest_at: datetime | None = None,
    proposals: tuple[StoredProposal, ...] = (),
    **owner_changes: Any,
) -> Read:
    """The digest of these open records, on the day of ``now``; an earlier one was seen to arrive."""
    owner = an_owner(**({"arrival": SEEN} | owner_changes))
    day = read_day(owner, records, now, last_digest_at, proposals)
    mail = a_composer()(owner, day, now.astimezone(owner.zone).date(), now)
    return read(mail.mime)


def words_of(html: str) -> str:
    """The visible words of a page, as one line."""
    reader = _Words()
    reader.feed(html)
    return one_line("".join(reader.said))


def one_line(text: str) -> str:
    """The words of a text as one line."""
    return re.sub(r"\s+", " ", text).strip()


INLINE = frozenset({"a", "code", "span", "strong"})


class _Words(HTMLParser):
    """Gathers the text between the tags of the body."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._is_unseen = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self._is_unseen = tag in {"html", "head", "style"} or ("class", "peek") in attrs
            self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._is_unseen:
            self.said.append(data)
