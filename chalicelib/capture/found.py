"""What reading finds: a value with the piece of text that it was read from, or a doubt about a field."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from chalicelib.playbook.step import Fact


class Found(Struct, frozen=True):
    """A value that was read, and ``quote``, the piece of the text that it was read from, letter by letter.

    ``is_certain``: calendar data without doubt. What was read from words never is.
    """

    value: object
    quote: str
    is_certain: bool = False


class Doubt(Struct, frozen=True):
    """What has to be asked about a field, which was left out, or is proposed all the same.

    ``reason`` completes "the field …", in English with ``{named}`` facts. It is translated later.
    """

    field: str
    reason: str
    facts: Mapping[str, Fact] | None = None


class ProposalKind(StrEnum):
    """What would be recorded: an interview, another day for one, that it is off, what they said, or nothing."""

    NEW_INTERVIEW = "new_interview"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HEARD_BACK = "heard_back"
    NOTHING = "nothing"


class Mailbox(Struct, frozen=True):
    """Somebody in a mail's header: the display name, which may be empty, and the address."""

    name: str
    address: str


class WordsReading(Struct, frozen=True):
    """What the words of a text say.

    - ``kind``: what they would have recorded.
    - ``fields``: what was read, by the names of an interview's fields, and ``result`` and ``until`` of an answer.
    - ``doubts``: what has to be asked.
    """

    kind: ProposalKind
    fields: Mapping[str, Found]
    doubts: tuple[Doubt, ...]
