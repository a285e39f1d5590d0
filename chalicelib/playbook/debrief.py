"""What the owner wrote down after an interview, as one Save of the questions gave it to the record (W12)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.playbook.interview_facts import Channel


class PersonThere(Struct, frozen=True, kw_only=True):
    """What was written down of the contact ``id``: that they were there, and one thing that they said."""

    id: str
    met: bool = False
    notes: str | None = None


class Debrief(Struct, frozen=True, kw_only=True):
    """The answers of one Save, each of them new to the record: an undo takes away just these."""

    answer_expected_on: date | None = None
    answer_channel: Channel | None = None
    may_call: bool | None = None
    people: tuple[PersonThere, ...] = ()
