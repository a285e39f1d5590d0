"""When a digest is due, on every kind of local day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chalicelib.digest.schedule import latest_slot, next_slot
from chalicelib.playbook.owner import Weekday
from tests.digest.known_slots import KNOWN_SLOTS
from tests.factories import an_owner

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECONDS_UNTIL_2038 = 2**31 - 1


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "digest_at", "on", "at"), KNOWN_SLOTS)
def test_a_slot_is_the_digest_s_time_on_the_owner_s_clock(zone: str, digest_at: str, on: str, at: str) -> None:
    owner = an_owner(time_zone=zone, digest_at=time.fromisoformat(digest_at))

    at_that_instant = latest_slot(owner, utc(at))
    a_second_before = latest_slot(owner, utc(at) - timedelta(seconds=1))
    coming = next_slot(owner, utc(at) - timedelta(seconds=1))

    assert (at_that_instant.on.isoformat(), at_that_instant.at) == (on, utc(at))
    assert a_second_before.on < at_that_instant.on
    assert coming == at_that_instant


def test_a_day_that_samoa_never_had_has_no_digest() -> None:
    owner = an_owner(time_zone="Pacific/Apia")

    after = next_slot(owner, latest_slot(owner, utc("2011-12-30T02:00")).at)

    assert latest_slot(owner, utc("2011-12-30T02:00")).on == date(2011, 12, 29)
    assert after.on == date(2011, 12, 31)


def test_a_day_that_kwajalein_had_twice_has_one_digest() -> None:
    owner = an_owner(time_zone="Pacific/Kwajalein", digest_at=time(0, 30))
    in_the_second_run = utc("1969-09-30T14:00")  # 30 September again: at 13:00 UTC the clocks went back 23 hours

    slot = latest_slot(owner, in_the_second_run)

    assert slot.on == date(1969, 9, 30)
    assert slot.at == utc("1969-09-29T13:30")
    assert next_slot(owner, in_the_second_run).on == date(1969, 10, 1)


def test_clocks_that_go_back_past_midnight_do_not_bring_yesterday_s_digest_back() -> None:
    owner = an_owner(time_zone="America/St_Johns", digest_at=time(0, 0))
    yesterday_once_more = utc("2010-11-07T03:00")  # 23:30 on the 6th: at 00:01 on the 7th it was 23:01 again

    slot = latest_slot(owner, yesterday_once_more)

    assert (slot.on, slot.at) == (date(2010, 11, 7), utc("2010-11-07T02:30"))
    assert next_slot(owner, yesterday_once_more).on == date(2010, 11, 8)


@given(
    zone=some.sampled_from(sorted(available_timezones())),
    digest_at=some.times().map(lambda at: at.replace(second=0, microsecond=0)),
    now=some.integers(0, SECONDS_UNTIL_2038).map(lambda second: EPOCH + timedelta(seconds=second)),
)
def test_slots_follow_one_another_and_no_date_comes_twice(zone: str, digest_at: time, now: datetime) -> None:
    owner = an_owner(time_zone=zone, digest_at=digest_at)

    slots = [latest_slot(owner, now), next_slot(owner, now)]
    for _ in range(4):
        slots.append(next_slot(owner, slots[-1].at))

    assert slots[0].at <= now < slots[1].at
    assert now - slots[0].at < timedelta(days=2)
    for earlier, later in pairwise(slots):
        assert earlier.at < later.at
        assert earlier.on < later.on
        assert latest_slot(owner, later.at) == later
        assert latest_slot(owner, later.at - timedelta(microseconds=1)) == earlier


@given(
    zone=some.sampled_from(sorted(available_timezones())),
    now=some.integers(0, SECONDS_UNTIL_2038).map(lambda second: EPOCH + timedelta(seconds=second)),
)
def test_no_date_that_exists_is_left_out(zone: str, now: datetime) -> None:
    owner = an_owner(time_zone=zone)

    before, after = latest_slot(owner, now), next_slot(owner, now)

    left_out = [before.on + timedelta(days=days) for days in range(1, (after.on - before.on).days)]
    hours = [before.at + timedelta(hours=hour) for hour in range(72)]
    assert not {hour.astimezone(owner.zone).date() for hour in hours} & set(left_out)


@given(
    zone=some.sampled_from(sorted(available_timezones())),
    days=some.sets(some.sampled_from(Weekday), min_size=1),
    now=some.integers(0, SECONDS_UNTIL_2038).map(lambda second: EPOCH + timedelta(seconds=second)),
)
def test_slots_fall_on_the_owner_s_days_and_leave_out_none_of_them(
    zone: str, days: set[Weekday], now: datetime
) -> None:
    every_day, some_days = an_owner(time_zone=zone), an_owner(time_zone=zone, digest_days=tuple(days))

    first, last = latest_slot(some_days, now), next_slot(some_days, now)

    slot, between = first, []
    while (slot := next_slot(every_day, slot.at)).at < last.at:
        between.append(slot)
    assert first.at <= now < last.at
    assert {Weekday.of(first.on), Weekday.of(last.on)} <= days
    assert not {Weekday.of(one.on) for one in between} & days
    assert slot == last


def test_a_day_of_the_week_that_samoa_never_had_is_made_up_for_by_the_week_before() -> None:
    owner = an_owner(time_zone="Pacific/Apia", digest_days=(Weekday.FRI,))  # 30 December 2011 was a Friday, elsewhere
    thursday = utc("2012-01-04T20:00")

    assert latest_slot(owner, thursday).on == date(2011, 12, 23)
    assert next_slot(owner, latest_slot(owner, thursday).at).on == date(2012, 1, 6)
