"""The day, hour and length of the interview: read if one is agreed or proposed, asked if there are several."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.capture.found import Doubt, Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.dated_text import DatedText, DayInText, HourInText
from chalicelib.capture.words.day_mention import DAY
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.durations import Duration, duration_in
from chalicelib.capture.words.hours import HourMention
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.zones import NamedZone, zone_in
from chalicelib.playbook.owner import Owner
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

_OR = bounded_pattern(r"(?i)(?<!\w)(?:or|oder|или|либо|bzw)(?!\w)|[,;/]")
_NEAR_SENTENCES = 3


class Appointment(Struct, frozen=True):
    """The fields that say when, and what has to be asked about them. ``has_several_days``: they leave a choice."""

    fields: dict[str, Found]
    doubts: tuple[Doubt, ...]
    has_several_days: bool = False


def appointment_in(text: DatedText, owner: Owner, sent_at: datetime) -> Appointment:
    """When the interview is, as far as the text says it."""
    days = text.days_of(DayRole.APPOINTMENT)
    chosen = _choose(text, days)
    if chosen is None:
        return _without_a_day(text, days)
    day = chosen.mention.day
    if day is None:
        return Appointment({}, (chosen.mention.doubt or SEVERAL_DAYS,), has_several_days=len(chosen.mention.days) > 1)
    quote = text.passage.quote(chosen.mention.span)
    doubts = (chosen.mention.doubt,) if chosen.mention.doubt else ()
    hour = _hour(text, chosen, owner, sent_at)
    fields = {DAY: Found(day, quote)} | hour.fields
    return Appointment(fields, (*doubts, *hour.doubts))


def _choose(text: DatedText, days: tuple[DayInText, ...]) -> DayInText | None:
    """The one day of the appointment; None if none is named, or if several are.

    Several are none if just one of them has an hour of its own, or stands where they invite.
    """
    for narrowed in (days, _inviting(text, days), _with_hours(text, days)):
        named = {day.mention.days or day.mention.doubt for day in narrowed}
        if len(named) == 1:
            return max(narrowed, key=lambda day: (day.mention.doubt is None, _has_hour(text, day)))
    return None


def _inviting(text: DatedText, days: tuple[DayInText, ...]) -> tuple[DayInText, ...]:
    inviting = {one.sentence for one in text.statements if one.says in (Says.INVITES, Says.NEXT_ROUND, Says.MOVES)}
    chosen = tuple(day for day in days if text.sentences[day.sentence] in inviting)
    others = [day for day in days if day not in chosen]
    return chosen if not any(_has_hour(text, day) for day in others) else ()


def _with_hours(text: DatedText, days: tuple[DayInText, ...]) -> tuple[DayInText, ...]:
    return tuple(day for day in days if _has_hour(text, day))


def _has_hour(text: DatedText, day: DayInText) -> bool:
    return any(hour.sentence == day.sentence for hour in text.hours)


def _without_a_day(text: DatedText, days: tuple[DayInText, ...]) -> Appointment:
    has_several = len({day for mention in days for day in mention.mention.days}) > 1
    doubts = [SEVERAL_DAYS if has_several else NO_DAY]
    length = _length(text)
    fields = {MINUTES: Found(length.minutes, text.passage.quote(length.span))} if length else {}
    return Appointment(fields, tuple(doubts), has_several)


def _hour(text: DatedText, day: DayInText, owner: Owner, sent_at: datetime) -> Appointment:
    hours = tuple(_hours_near(text, day))
    definite = [hour for hour in hours if not hour.mention.is_open]
    length = _length(text)
    if not definite:
        return Appointment(_minutes(text, length, None), (OPEN_HOUR,) if hours else ())
    first = definite[0]
    if _is_choice(text, definite, owner):
        return Appointment(_minutes(text, length, None), (SEVERAL_HOURS,))
    zone = _zone(text, first, owner)
    timed = _timed(text, day, first, zone, owner)
    doubts = [*timed.doubts, *([MORNING_OR_EVENING] if first.mention.is_half_doubtful else [])]
    if zone is None and _is_clock_in_doubt(day, first.mention, owner, sent_at):
        doubts.append(WHOSE_CLOCK)
    if length and length.is_range and first.mention.minutes is None:
        doubts.append(LENGTH)
    return Appointment(timed.fields | _minutes(text, length, first), tuple(doubts))


def _hours_near(text: DatedText, day: DayInText) -> Iterator[HourInText]:
    """The hours behind the day in its sentence, else those before it there, else the ones of a sentence without a day
    close to it."""
    same = [hour for hour in text.hours if hour.sentence == day.sentence]
    following = min(
        (
            other.mention.span.start
            for other in text.days
            if other.mention.span.start > day.mention.span.start and other.sentence == day.sentence
        ),
        default=None,
    )
    behind = [
        hour
        for hour in same
        if hour.mention.span.start >= day.mention.span.end
        and (following is None or hour.mention.span.start < following)
    ]
    if any(not hour.mention.is_open for hour in behind) or (behind and len(behind) == len(same)):
        return iter(behind)
    if same:
        return iter(same)
    with_days = {other.sentence for other in text.days if other.role is DayRole.APPOINTMENT}
    return (
        hour for hour in text.hours
        if hour.sentence not in with_days and 0 < abs(hour.sentence - day.sentence) <= _NEAR_SENTENCES and not hour.mention.is_open
    )  # fmt: skip


def _is_choice(text: DatedText, hours: list[HourInText], owner: Owner) -> bool:
    """Whether several hours are named to choose from; one hour in two zones is one, and so is an hour said twice."""
    if len({hour.mention.at for hour in hours}) == 1:
        return False
    return not all(_zone(text, hour, owner) for hour in hours[:2]) or bool(
        _OR.search(text.passage.said[hours[0].mention.span.end : hours[1].mention.span.start].replace("/", " "))
        and len({_zone_name(_zone(text, hour, owner)) for hour in hours[:2]}) == 1
    )


def _zone(text: DatedText, hour: HourInText, owner: Owner) -> NamedZone | None:
    sentence = text.sentences[hour.sentence]
    said = text.passage.said[sentence.start : sentence.end]
    zone = zone_in(said, hour.mention.span.end - sentence.start, owner.time_zone)
    if zone is None:
        return None
    return replace(zone, span=type(zone.span)(zone.span.start + sentence.start, zone.span.end + sentence.start))


def _zone_name(zone: NamedZone | None) -> object:
    return (zone.name, zone.offset) if zone else None


def _timed(text: DatedText, day: DayInText, hour: HourInText, named: NamedZone | None, owner: Owner) -> Appointment:
    """The hour in the zone that is named, or in the owner's where both clocks agree; a distance from UTC is reckoned."""
    quote = text.passage.quote(hour.mention.span)
    plain = {HOUR: Found(hour.mention.at, quote)}
    on = day.mention.day
    if named is None or on is None:
        return Appointment(plain, ())
    if named.zone is None:
        return Appointment(plain, (named.doubt,) if named.doubt else ())
    at = datetime.combine(on, hour.mention.at, named.zone)
    here = at.astimezone(owner.zone)
    if here.replace(tzinfo=None) == at.replace(tzinfo=None):
        return Appointment(plain, ())
    zone_quote = text.passage.quote(named.span)
    if named.name:
        return Appointment(plain | {ZONE: Found(named.name, zone_quote)}, ())
    whole = text.passage.text[hour.mention.span.start : named.span.end]
    reckoned = {HOUR: Found(here.timetz().replace(tzinfo=None), whole)}
    moved_day = {DAY: Found(here.date(), text.passage.quote(day.mention.span))} if here.date() != on else {}
    return Appointment(reckoned | moved_day, ())


def _is_clock_in_doubt(day: DayInText, hour: HourMention, owner: Owner, sent_at: datetime) -> bool:
    """Whether a mail that names no zone comes from another one. Robots write in UTC, which says nothing."""
    offset, on = sent_at.utcoffset(), day.mention.day
    if not offset or on is None:
        return False
    return offset != sent_at.astimezone(owner.zone).utcoffset()


def _length(text: DatedText) -> Duration | None:
    return next((found for sentence in text.sentences if (found := duration_in(text.passage.said, sentence))), None)


def _minutes(text: DatedText, length: Duration | None, hour: HourInText | None) -> dict[str, Found]:
    """How long it takes: from one hour to the other, or as it is told."""
    if hour and hour.mention.minutes:
        return {MINUTES: Found(hour.mention.minutes, text.passage.quote(hour.mention.span))}
    return {MINUTES: Found(length.minutes, text.passage.quote(length.span))} if length else {}
