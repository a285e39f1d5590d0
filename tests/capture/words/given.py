"""Owners, and messages to read with what a careful reader gets from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from chalicelib.capture.found import Found, Mailbox, WordsReading
from chalicelib.capture.words.reading import read_words
from chalicelib.playbook.owner import Owner

JORDAN = Owner(
    id="jordan", name="Jordan Avery", email="jordan.avery@mail.example", time_zone="America/New_York", country="US"
)
PRIYA = Owner(id="priya", name="Priya Nair", email="priya.nair@post.example", time_zone="Europe/London", country="GB")
JONAS = Owner(
    id="jonas", name="Jonas Reiter", email="jonas.reiter@post.example", time_zone="Europe/Berlin", country="DE-BY"
)
MARIA = Owner(id="maria", name="Мария Белова", email="m.belova@pochta.example", time_zone="Europe/Moscow", country="RU")
ILYA = Owner(
    id="ilya", name="Илья Громов", email="ilya.gromov@pochta.example", time_zone="Asia/Yekaterinburg", country="RU"
)

WEDNESDAY = datetime(2026, 8, 19, 10, 0)  # noqa: DTZ001 - on the clock of whoever reads


class Message(Struct, frozen=True, kw_only=True):
    """A message, and what is to be read from it.

    - ``fields``: as an answer writes them; a contact by the fields given
    - ``absent``: fields that must not be guessed; ``asks``: fields that are left out, or asked about
    """

    name: str
    owner: Owner
    text: str
    kind: str
    subject: str = ""
    sender: Mailbox | None = None
    sent_at: datetime = WEDNESDAY
    fields: Mapping[str, object] = {}
    absent: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    def read(self) -> WordsReading:
        """The reading of the message, on the owner's clock unless it has one of its own."""
        sent_at = self.sent_at if self.sent_at.tzinfo else self.sent_at.replace(tzinfo=self.owner.zone)
        return read_words(self.text, subject=self.subject, sender=self.sender, owner=self.owner, sent_at=sent_at)


def faults(message: Message) -> Iterator[str]:
    """Where the reading of a message is not what a careful reader gets."""
    reading = message.read()
    if reading.kind != message.kind:
        yield f"is {reading.kind}, not {message.kind}"
    for name, expected in message.fields.items():
        found = reading.fields.get(name)
        if found is None or not _fits(name, found, expected):
            yield f"{name}: {found.value if found else None!r}, not {expected!r}"
    for name in message.absent:
        if name in reading.fields:
            yield f"{name}: guessed {reading.fields[name].value!r}"
    doubtful = {doubt.field for doubt in reading.doubts}
    for name in message.asks:
        if name in reading.fields and name not in doubtful:
            yield f"{name}: not asked, {reading.fields[name].value!r}"


def _fits(name: str, found: Found, expected: object) -> bool:
    if name == "contacts":
        assert isinstance(found.value, tuple)
        assert isinstance(expected, tuple)
        return all(any(_is_contact(one, wanted) for one in found.value) for wanted in expected)
    told = str(found.value).casefold()
    if name == "place":
        return all(word in told for word in str(expected).casefold().replace(",", " ").split())
    if name == "interview_time":
        return told[:5] == expected
    return told == str(expected).casefold()


def _is_contact(one: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    for field, value in wanted.items():
        told = one.get(field, "")
        if field == "phone":
            if not _digits(told).endswith(_digits(value)[-7:]):
                return False
        elif field == "name":
            if not set(value.casefold().split()) <= set(told.casefold().split()):
                return False
        elif told != value:
            return False
    return True


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())
