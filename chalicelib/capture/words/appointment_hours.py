"""The hour that belongs to a day, in the zone that is named for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec.structs import replace

from chalicelib.capture.found import Found
from chalicelib.capture.words.dated_text import DatedText, DayInText, HourInText
from chalicelib.capture.words.day_mention import DAY
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.hours import HourMention
from chalicelib.capture.words.sentences import Span
from chalicelib.capture.words.timing import (
    HOUR,
    MORNING_OR_EVENING,
    OPEN_HOUR,
    SEVERAL_HOURS,
    WHOSE_CLOCK,
    ZONE,
    Timing,
    length_in,
)
from chalicelib.capture.words.zones import NamedZone, zone_in
from chalicelib.playbook.owner import Owner

_NEAR_SENTENCES = 3


def hour_of(text: DatedText, day: DayInText, on: date, owner: Owner, sent_at: datetime) -> Timing:
    """The hour of a day that was read as ``on``, and how long it takes; asked about if they name several."""
    hours = _hours_near(text, day)
    definite = [hour for hour in hours if not hour.mention.is_open]
    if not definite:
        return Timing({}, (OPEN_HOUR,) if hours else ()).joined_with(length_in(text))
    zones = [_zone(text, hour, owner) for hour in definite]
    if _is_choice(definite, zones):
        return Timing({}, (SEVERAL_HOURS,)).joined_with(length_in(text))
    hour, zone = definite[0].mention, zones[0]
    doubts = [MORNING_OR_EVENING] if hour.is_half_doubtful else []
    if zone is None and _is_clock_in_doubt(owner, sent_at):
        doubts.append(WHOSE_CLOCK)
    timed = _timed(text, on, day=day, hour=hour, named=zone, owner=owner)
    return timed.joined_with(Timing({}, tuple(doubts))).joined_with(length_in(text, hour))


def _hours_near(text: DatedText, day: DayInText) -> list[HourInText]:
    """The hours between a day and the next one in its sentence, else all of the sentence, else those of a sentence
    without a day close to it."""
    same = [hour for hour in text.hours if hour.sentence == day.sentence]
    start = day.mention.span.start
    starts = [other.mention.span.start for other in text.days if other.sentence == day.sentence]
    following = min((other for other in starts if other > start), default=None)
    behind = [hour for hour in same if start < hour.mention.span.start and _is_before(hour, following)]
    if _has_definite(behind) or (behind and behind == same):
        return behind
    if same:
        return same
    with_days = {other.sentence for other in text.days if other.role is DayRole.APPOINTMENT}
    near = range(day.sentence - _NEAR_SENTENCES, day.sentence + _NEAR_SENTENCES + 1)
    others = [hour for hour in text.hours if hour.sentence in near and hour.sentence not in with_days]
    return [hour for hour in others if not hour.mention.is_open]


def _is_before(hour: HourInText, following: int | None) -> bool:
    return following is None or hour.mention.span.start < following


def _has_definite(hours: Iterable[HourInText]) -> bool:
    return any(not hour.mention.is_open for hour in hours)


def _is_choice(hours: list[HourInText], zones: list[NamedZone | None]) -> bool:
    """Whether several hours are named to choose from. One hour in two zones is one, and so is an hour said twice."""
    if len({hour.mention.at for hour in hours}) == 1:
        return False
    first, second = zones[:2]
    is_one_in_two_zones = first and second and (first.name, first.offset) != (second.name, second.offset)
    return not is_one_in_two_zones


def _zone(text: DatedText, hour: HourInText, owner: Owner) -> NamedZone | None:
    sentence = text.sentences[hour.sentence]
    said = text.passage.said[sentence.start : sentence.end]
    zone = zone_in(said, hour.mention.span.end - sentence.start, owner.time_zone)
    return replace(zone, span=zone.span.moved_by(sentence.start)) if zone else None


def _timed(
    text: DatedText, on: date, *, day: DayInText, hour: HourMention, named: NamedZone | None, owner: Owner
) -> Timing:
    """The hour in the zone that is named, or in the owner's where both clocks agree; a distance from UTC is
    reckoned."""
    plain = {HOUR: Found(hour.at, text.passage.quote(hour.span))}
    if named is None or named.zone is None:
        return Timing(plain, (named.doubt,) if named and named.doubt else ())
    there = datetime.combine(on, hour.at, named.zone)
    here = there.astimezone(owner.zone)
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return Timing(plain)
    if named.name:
        return Timing(plain | {ZONE: Found(named.name, text.passage.quote(named.span))})
    whole = text.passage.quote(Span(min(hour.span.start, named.span.start), max(hour.span.end, named.span.end)))
    moved_day = {DAY: Found(here.date(), text.passage.quote(day.mention.span))} if here.date() != on else {}
    return Timing({HOUR: Found(here.time(), whole)} | moved_day)


def _is_clock_in_doubt(owner: Owner, sent_at: datetime) -> bool:
    """Whether a mail that names no zone comes from another one. Robots write in UTC, which says nothing."""
    offset = sent_at.utcoffset()
    return bool(offset) and offset != sent_at.astimezone(owner.zone).utcoffset()
