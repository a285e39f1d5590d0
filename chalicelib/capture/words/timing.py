"""The fields that say when an interview is, and what has to be asked about them."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.capture.found import Doubt, Found
from chalicelib.capture.words.dated_text import DatedText
from chalicelib.capture.words.day_mention import DAY
from chalicelib.capture.words.durations import Duration, duration_in
from chalicelib.capture.words.hours import HourMention
from chalicelib.playbook.step import translatable

HOUR, ZONE, MINUTES = "interview_time", "interview_time_zone", "interview_minutes"
SEVERAL_DAYS = Doubt(DAY, translatable("is left to choose: they name several days"))
NO_DAY = Doubt(DAY, translatable("is not agreed yet"))
SEVERAL_HOURS = Doubt(HOUR, translatable("is left to choose: they name several hours"))
OPEN_HOUR = Doubt(HOUR, translatable("is told roughly"))
MORNING_OR_EVENING = Doubt(
    HOUR, translatable("may be in the morning or in the evening: is it the right half of the day?")
)
WHOSE_CLOCK = Doubt(HOUR, translatable("is named without a time zone, and their clock differs from yours"))
LENGTH = Doubt(MINUTES, translatable("is told roughly: it is the longer one"))


class Timing(Struct, frozen=True):
    """What is known of the time, and what has to be asked. ``has_several_days``: they leave a choice of days."""

    fields: dict[str, Found]
    doubts: tuple[Doubt, ...] = ()
    has_several_days: bool = False

    def joined_with(self, other: Timing) -> Timing:
        """Both; of a field that both have the other's counts."""
        return Timing(self.fields | other.fields, (*self.doubts, *other.doubts), self.has_several_days)


def length_in(text: DatedText, hour: HourMention | None = None) -> Timing:
    """How long it takes: from one hour to the other, or as it is told."""
    if hour and hour.minutes:
        return Timing({MINUTES: Found(hour.minutes, text.passage.quote(hour.span))})
    told = _told_length(text)
    if told is None:
        return Timing({})
    return Timing({MINUTES: Found(told.minutes, text.passage.quote(told.span))}, (LENGTH,) if told.is_range else ())


def _told_length(text: DatedText) -> Duration | None:
    return next((found for sentence in text.sentences if (found := duration_in(text.passage.said, sentence))), None)
