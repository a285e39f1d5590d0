"""The tick after settings were changed: another hour, other days, a move; no day's digest twice, none of the past."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import EVERY_DAY, Owner, Weekday
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.view_models.day_view import DayView
from tests.digest.given import (
    HOUR,
    MONDAY_8_AM,
    ONE_DAY,
    QUARTER,
    a_composer,
    a_record,
    a_thanked,
    stored,
    stored_owner,
)
from tests.digest.ses_stand_in import SesStandIn
from tests.factories import an_owner


def test_other_days_chosen_after_a_digest_do_not_bring_an_older_one(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, stored_owner(owners, digest_days=(Weekday.MON,)), a_thanked())
    tick.run(MONDAY_8_AM)
    change(owners, MONDAY_8_AM + HOUR, digest_days=(Weekday.TUE,))

    at_noon, on_tuesday = tick.run(MONDAY_8_AM + timedelta(hours=4)), tick.run(MONDAY_8_AM + ONE_DAY)

    assert at_noon.sent == ()
    assert [one.on for one in on_tuesday.sent] == [date(2026, 8, 11)]


def test_a_day_that_is_added_when_it_is_over_already_brings_no_digest(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    workdays = EVERY_DAY[:5]
    stored(interviews, stored_owner(owners, digest_days=workdays), a_record(interview_on=date(2026, 8, 6)))
    tick.run(MONDAY_8_AM - 3 * ONE_DAY)
    change(owners, MONDAY_8_AM - HOUR, digest_days=EVERY_DAY)

    before, at_eight = tick.run(MONDAY_8_AM - HOUR / 2), tick.run(MONDAY_8_AM)

    assert before.sent == ()
    assert [one.on for one in at_eight.sent] == [date(2026, 8, 10)]
    assert len(ses.taken) == 2


def test_settings_saved_on_a_day_without_a_digest_bring_none(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(
        interviews,
        stored_owner(owners, digest_days=(Weekday.MON, Weekday.THU)),
        a_record(interview_on=date(2026, 8, 7)),
    )
    tick.run(MONDAY_8_AM - 4 * ONE_DAY)  # Thursday: they have moved in, and nothing is due
    change(owners, MONDAY_8_AM - 2 * ONE_DAY, phone="+49 30 23125 029")

    on_saturday = tick.run(MONDAY_8_AM - 2 * ONE_DAY + HOUR)
    an_hour_later = tick.run(MONDAY_8_AM - 2 * ONE_DAY + 2 * HOUR)
    on_monday = tick.run(MONDAY_8_AM)

    assert on_saturday.sent == ()
    assert an_hour_later.skipped == ()  # nobody is due
    assert [one.on for one in on_monday.sent] == [date(2026, 8, 10)]


def test_a_later_hour_chosen_after_the_digest_does_not_bring_it_again(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners), a_thanked())
    tick.run(MONDAY_8_AM)
    change(owners, MONDAY_8_AM + HOUR, digest_at=time(18, 0))

    at_noon = tick.run(MONDAY_8_AM + timedelta(hours=4))
    at_six, next_day = (tick.run(MONDAY_8_AM + timedelta(hours=hours)) for hours in (10, 34))

    assert at_noon.sent == ()
    assert at_six.sent == ()
    assert [one.on for one in next_day.sent] == [date(2026, 8, 11)]
    assert len(ses.taken) == 2


def test_an_earlier_hour_chosen_before_the_digest_brings_it_at_once(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, stored_owner(owners, digest_at=time(18, 0)), a_thanked())
    tick.run(MONDAY_8_AM - ONE_DAY)
    change(owners, MONDAY_8_AM + 3 * HOUR, digest_at=time(9, 0))

    report = tick.run(MONDAY_8_AM + timedelta(hours=4))

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_move_across_the_date_line_doubles_no_digest(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners, time_zone="Asia/Tokyo"), a_thanked())
    in_tokyo = datetime(2026, 8, 10, 23, 0, tzinfo=UTC)  # 11 August, 8:00 there
    tick.run(in_tokyo)
    change(owners, in_tokyo + HOUR / 2, time_zone="America/Los_Angeles")

    reports = [tick.run(in_tokyo + hour * HOUR) for hour in range(1, 42)]

    assert [one.on for report in reports for one in report.sent] == [date(2026, 8, 12)]
    assert len(ses.taken) == 2


def test_other_days_chosen_while_a_late_digest_is_on_its_way_bring_no_older_one(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners), a_record(interview_on=date(2026, 8, 2)))
    tick.run(MONDAY_8_AM - 6 * ONE_DAY)
    late = MONDAY_8_AM + 3 * ONE_DAY  # Thursday; nothing ran since Tuesday of the week before

    def changing(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        change(owners, now, digest_days=(Weekday.FRI,))
        return a_composer()(owner, day, on, now)

    report = Tick(owners, interviews, tick._digests, changing, tick._post).run(late)
    again = [tick.run(late + later) for later in (timedelta(minutes=1), QUARTER)]
    on_friday = tick.run(late + ONE_DAY)

    assert [one.on for one in report.sent] == [date(2026, 8, 13)]
    assert [one.sent for one in again] == [(), ()]
    assert [one.on for one in on_friday.sent] == [date(2026, 8, 14)]


def test_a_move_back_over_the_date_line_brings_what_is_still_to_come_when_it_comes(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, stored_owner(owners, time_zone="Asia/Tokyo"), a_thanked())
    in_tokyo = datetime(2026, 8, 10, 23, 0, tzinfo=UTC)  # 11 August, 8:00 there; 10 August, 16:00 in Los Angeles
    tick.run(in_tokyo)
    change(owners, in_tokyo + QUARTER, time_zone="America/Los_Angeles", digest_at=time(18, 0))

    reports = [tick.run(in_tokyo + hour * HOUR) for hour in (1, 2, 26, 50)]

    assert [[one.on.day for one in report.sent] for report in reports] == [[], [10], [], [12]]


def change(owners: Owners, at: datetime, **changes: object) -> None:
    """The owner changes settings, which makes them due anew as of then (``web/api/owner_api.py``)."""
    account = owners.get(an_owner().id)
    assert account is not None
    changed = replace(account.owner, **changes)
    owners.save(replace(account, owner=changed, next_digest_at=min(account.next_digest_at, at)))
