"""The pages of an export, each small enough for one response. The way in is ``export_page``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from msgspec import Struct

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.interview import Interview

# A Lambda function may answer with 6 MB of JSON, in which a character of two bytes may take six.
MOST_BYTES = 1_500_000
MOST_RECORDS = 1000  # the most that one import takes


def size_when_sent(text: str) -> int:
    """The bytes that a text takes in a Lambda function's answer: it is JSON in ASCII, whatever the text is itself."""
    return len(json.dumps(text))


class ExportPage(Struct, frozen=True):
    """Records as texts, newest first. ``next`` is the id after which the next page begins, None on the last one."""

    texts: tuple[str, ...]
    next: str | None


def export_page(
    records: Iterator[Interview | UnreadableRecord], said: Callable[[Interview | UnreadableRecord], str]
) -> ExportPage:
    """As many records as fit, written by ``said``. At least one always fits: a record has 400 KB at most."""
    texts: list[str] = []
    size, last = 0, None
    for record in records:
        text = said(record)
        size += len(text.encode())
        if size > MOST_BYTES or len(texts) == MOST_RECORDS:
            return ExportPage(tuple(texts), last)
        texts.append(text)
        last = record.id
    return ExportPage(tuple(texts), None)
