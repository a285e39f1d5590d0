"""The days and times of a form, out of whatever notation a machine wrote them in. See ``in_own_time``.

JSON asks for plain days and hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import tzinfo

from msgspec.structs import fields

from chalicelib.schemas import simple_values
from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.field_types import Reader
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.locales import zone_named
from chalicelib.schemas.machine_instants import NO_TIME, day_and_time, names_a_zone
from chalicelib.schemas.owner_fields import OwnerFields
from chalicelib.schemas.text_values import FormText
from chalicelib.schemas.validation import reader_in
from chalicelib.schemas.written_days import sure_day

_SCHEMAS = (InterviewFields, EventFields, OwnerFields)
_TIME_OF: Mapping[str, str] = {"interview_on": "interview_time", "call_again_on": "call_again_time"}


def _names(reader: Reader) -> Iterator[str]:
    return (field.name for schema in _SCHEMAS for field in fields(schema) if reader_in(field) is reader)


_DAYS = frozenset(_names(simple_values.day))
_TIMES = frozenset(_names(simple_values.clock_time))


_ZONE = "interview_time_zone"
_OF_THE_INTERVIEW = frozenset(("interview_on", "interview_time"))  # what is meant in the interview's zone


def in_own_time(
    sent: Mapping[str, object], zone: tzinfo, zone_there: Callable[[], tzinfo | None] = lambda: None
) -> dict[str, object]:
    """What a form sent, its days as ``2026-08-03`` and its times as ``15:00``, in ``zone`` where they name another.

    The day and the time of an interview are in its own zone: the one that was sent beside them, or else that of the
    record, which ``zone_there`` is asked for only if they depend on it. The time of an instant becomes the time that
    belongs to the day, if that was not sent. What is not understood stays unchanged, for its reader to refuse.
    """
    own, their_times = dict(sent), dict[str, object]()
    for name, value in sent.items():
        if name not in _DAYS | _TIMES:
            continue
        text, its_zone = str(value), zone
        if name in _OF_THE_INTERVIEW and names_a_zone(text):
            its_zone = zone_named(sent.get(_ZONE)) or zone_there() or zone
        if name in _TIMES:
            own[name] = FormText(day_and_time(text, its_zone)[1] or text)
            continue
        own[name], time = _day(text, its_zone)
        if time and name in _TIME_OF:
            their_times[_TIME_OF[name]] = time
    return their_times | own


def _day(text: str, zone: tzinfo) -> tuple[FormText, FormText]:
    """The day in ISO format, and its time or an empty text."""
    day, time = day_and_time(text, zone)
    found = sure_day(day)
    if found is None:
        return FormText(text), FormText()
    return FormText(found.isoformat()), FormText("" if time == NO_TIME else time)
