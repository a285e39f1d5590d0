"""The day of the interview: read if one is agreed or proposed, asked if there are several. Its hour comes with it."""

from __future__ import annotations

from datetime import datetime

from chalicelib.capture.found import Found
from chalicelib.capture.words.appointment_hours import hour_of
from chalicelib.capture.words.dated_text import DatedText, DayInText
from chalicelib.capture.words.day_mention import DAY
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.timing import NO_DAY, SEVERAL_DAYS, Timing, length_in
from chalicelib.playbook.owner import Owner


def appointment_in(text: DatedText, owner: Owner, sent_at: datetime) -> Timing:
    """When the interview is, as far as the text says it."""
    days = text.days_of(DayRole.APPOINTMENT)
    chosen = _choose(text, days)
    if chosen is None:
        has_several = len({day for one in days for day in one.mention.days}) > 1
        asked = Timing({}, (SEVERAL_DAYS if has_several else NO_DAY,), has_several)
        return asked.joined_with(length_in(text))
    mention = chosen.mention
    if mention.day is None:
        return Timing({}, (mention.doubt or SEVERAL_DAYS,), has_several_days=len(mention.days) > 1)
    doubts = (mention.doubt,) if mention.doubt else ()
    named = Timing({DAY: Found(mention.day, text.passage.quote(mention.span))}, doubts)
    return named.joined_with(hour_of(text, chosen, mention.day, owner, sent_at))


def _choose(text: DatedText, days: tuple[DayInText, ...]) -> DayInText | None:
    """The one day of the appointment; None if none is named, or if several are.

    Several are none if just one of them stands where they invite, or has an hour of its own.
    """
    for narrowed in (days, _inviting(text, days), _with_hours(text, days)):
        named = {day.mention.days or day.mention.doubt for day in narrowed}
        if len(named) == 1:
            return max(narrowed, key=lambda day: (day.mention.doubt is None, _has_hour(text, day)))
    return None


def _inviting(text: DatedText, days: tuple[DayInText, ...]) -> tuple[DayInText, ...]:
    """The days of sentences that invite, unless another day has an hour."""
    inviting = {one.sentence for one in text.statements if one.says in (Says.INVITES, Says.NEXT_ROUND, Says.MOVES)}
    chosen = tuple(day for day in days if text.sentences[day.sentence] in inviting)
    others = [day for day in days if day not in chosen]
    return chosen if not any(_has_hour(text, day) for day in others) else ()


def _with_hours(text: DatedText, days: tuple[DayInText, ...]) -> tuple[DayInText, ...]:
    return tuple(day for day in days if _has_hour(text, day))


def _has_hour(text: DatedText, day: DayInText) -> bool:
    return any(hour.sentence == day.sentence for hour in text.hours)
