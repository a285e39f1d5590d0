"""Which situations a draw shows: those whose texts a reader of its language would read, and send, as they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from chalicelib.playbook.interview import Interview
from infra.gallery.situation import Situation
from infra.gallery.variants import record_in

SCRIPTS: Mapping[str, str] = {"en": "LATIN", "ru": "CYRILLIC"}


def is_readable(situation: Situation, language: str) -> bool:
    """Whether all texts are in the letters of the language, without markup, and every record is written in it."""
    records = [record_in(language, record) for record in situation.records]
    return all(
        record.language in (None, language) and all(is_written_in(language, text) for text in _texts(record))
        for record in records
    )


def is_written_in(language: str, text: str) -> bool:
    """Whether a text has letters of the language's script only, and no markup."""
    script = SCRIPTS[language]
    return "<" not in text and all(script in unicodedata.name(letter, script) for letter in text if letter.isalpha())


def _texts(record: Interview) -> Iterator[str]:
    yield from filter(None, (record.company, record.position, record.position_short, record.notes, record.referred_by))
    for contact in record.contacts:
        yield from filter(None, (contact.name, contact.salutation, contact.notes))
