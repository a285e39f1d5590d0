"""How a line of a table has ended, by what its columns of states say; and what has to be asked about that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from msgspec import Struct

from chalicelib.exchange.column_mapping import OUTCOME
from chalicelib.exchange.status_words import NEXT_ROUND, EventSketch, meaning_of
from chalicelib.playbook.event import EventKind
from chalicelib.request_errors import Fault
from chalicelib.schemas.text_values import printable_name


class Ending(Struct, frozen=True):
    """The events with which a record ends, none if it is open, all on the day ``on``; and the ``warnings``."""

    on: date
    sketches: tuple[EventSketch, ...] = ()
    warnings: tuple[Fault, ...] = ()

    def events(self, recorded_at: datetime) -> list[dict[str, object]]:
        """The events as the JSON has them."""
        return [{**event, "on": str(self.on), "recorded_at": recorded_at.isoformat()} for event in self.sketches]


def ending_of(state: str, other_states: Iterable[str], on: date, next_round_on: Callable[[], date | None]) -> Ending:
    """How a record has ended whose state is ``state``, dated on the day ``on``.

    ``other_states`` stand in further columns: one of an ending is asked about if the record is open without it.
    ``next_round_on`` returns the day of the row that continues its process, None if there is none: it is then closed,
    since this round has ended and the day of the next one is unknown.
    """
    meant = meaning_of(state)
    if meant is None:
        return Ending(on, warnings=(_asked(state),))
    if NEXT_ROUND in meant.events:
        return _ended_with_next_round(on, next_round_on())
    if meant.is_open:
        doubted = (text for text in other_states if (other := meaning_of(text)) is None or not other.is_open)
        return Ending(on, warnings=tuple(_asked(text) for text in doubted))
    return Ending(on, meant.events)


def _ended_with_next_round(on: date, next_round_on: date | None) -> Ending:
    if next_round_on:
        return Ending(on, ({**NEXT_ROUND, "interview_on": str(next_round_on)},))
    told = Fault(OUTCOME, "leads to a next round, but no row has its date: this one is closed, add the next yourself")
    return Ending(on, ({"kind": EventKind.CLOSED},), (told,))


def _asked(text: str) -> Fault:
    return Fault(
        OUTCOME,
        "says “{text}”, which is not understood: the record stays open, has it ended?",
        {"text": printable_name(text)},
    )
