"""Which record a document belongs to: by the calendar entry, the thread of a letter of ours, the sender, the company.

The way in is ``records_meant``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from chalicelib.capture.company_names import is_named_in, is_same_company, text_key
from chalicelib.capture.documents import Reading
from chalicelib.capture.event_proposal import is_known_event
from chalicelib.capture.found import ProposalKind
from chalicelib.capture.people import is_robot, words_of
from chalicelib.playbook.interview import Interview

Test = Callable[[Interview], bool]
_SHORTEST_WORD = 4  # letters of a word by which positions are compared
# Where everybody has an address: the same one says nothing of the employer.
_FREEMAIL_DOMAINS = (
    "gmail.com googlemail.com yahoo.com yahoo.de yahoo.co.uk hotmail.com hotmail.co.uk outlook.com live.com icloud.com "
    "me.com aol.com gmx.de gmx.net web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com "
    "yandex.ru ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru"
)
_FREEMAIL = frozenset(_FREEMAIL_DOMAINS.split())


def records_meant(
    reading: Reading, records: Iterable[Interview], answered_record: str | None, company: str | None
) -> tuple[Interview, ...]:
    """The records that a document may belong to, the likeliest first: those that the surest sign points to.

    ``answered_record`` is the record of the letter of ours that it answers, ``company`` the one that it names.
    """
    known = [*records]
    for is_meant in _signs(reading, answered_record, company):
        if found := [record for record in known if is_meant(record)]:
            return tuple(sorted(found, key=lambda record: _likelihood(reading, record), reverse=True))
    return ()


def _signs(reading: Reading, answered_record: str | None, company: str | None) -> list[Test]:
    """The signs, the surest first. What only mentions a company belongs to it if it answers, not if it invites: an
    advertisement mentions others."""
    event, said = reading.invitation, reading.words.kind
    signs: list[Test] = []
    if event:
        signs.append(lambda record: is_known_event(record, event))
    if answered_record:
        signs.append(lambda record: record.id == answered_record)
    if said is ProposalKind.NOTHING and event is None:
        return signs
    signs += _signs_of_sender(reading)
    if company:
        signs.append(lambda record: is_same_company(record.company, company) and _may_be_same_position(reading, record))
    if said is not ProposalKind.NEW_INTERVIEW and event is None:
        sender = reading.sender.name if reading.sender else ""
        text = text_key(f"{sender}\n{reading.mail.subject}\n{reading.text}")
        signs.append(lambda record: is_named_in(record.company, text))
    return signs


def _signs_of_sender(reading: Reading) -> list[Test]:
    """The address of the sender, and its domain; of an event, those who invite."""
    boxes = [box for box in (reading.sender, reading.invitation and reading.invitation.organizer) if box]
    addresses = {box.address for box in boxes if "@" in box.address and not is_robot(box.address)}
    domains = {address.rpartition("@")[2] for address in addresses} - _FREEMAIL
    return [
        lambda record: bool(addresses & _addresses(record)) and _may_be_same_position(reading, record),
        lambda record: bool(domains & _domains(record)) and _may_be_same_position(reading, record),
    ]


def _addresses(record: Interview) -> set[str]:
    return {contact.email.lower() for contact in record.contacts if contact.email}


def _domains(record: Interview) -> set[str]:
    return {address.rpartition("@")[2] for address in _addresses(record)}


def _may_be_same_position(reading: Reading, record: Interview) -> bool:
    """Whether the document names no position, or one that shares a word with the record's."""
    found = reading.words.fields.get("position")
    if found is None or reading.words.kind is not ProposalKind.NEW_INTERVIEW:
        return True
    named, own = _long_words(str(found.value)), _long_words(record.position)
    return not named or not own or bool(named & own)


def _long_words(text: str) -> set[str]:
    """The beginnings of the longer words, since a position is inflected where it is named."""
    return {word[:_SHORTEST_WORD] for word in words_of(text) if len(word) >= _SHORTEST_WORD}


def _likelihood(reading: Reading, record: Interview) -> tuple[bool, str, str]:
    """Records whose position is named come first, then the latest interview."""
    is_named = is_named_in(record.position, text_key(f"{reading.mail.subject}\n{reading.text[:5000]}"))
    return is_named, record.interview_on.isoformat(), record.id
