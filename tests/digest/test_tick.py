"""The tick when all goes well: who gets a digest, who does not, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from chalicelib.briefs.day import Day
from chalicelib.digest.mail import Mail
from chalicelib.digest.report import Sent
from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import EVERY_DAY, Owner, Weekday
from chalicelib.records.digests import Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from tests.digest.given import MONDAY_8_AM, TUESDAY_8_AM, a_composer, a_record, a_thanked, moved_in, read, stored
from tests.digest.ses_stand_in import SesStandIn
from tests.factories import an_owner

QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)
ONE_DAY = timedelta(days=1)


def test_who_is_due_gets_a_digest_marked_sent_and_is_moved_on(
    owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners), a_thanked())

    report = tick.run(MONDAY_8_AM)

    assert report.sent == (Sent("alex", date(2026, 8, 10), "0100-message", "Call Acme"),)
    assert report.skipped == ()
    assert [read(mail).subject for mail in ses.taken] == ["Call Acme"]
    latest, account = digests.latest("alex"), owners.get("alex")
    assert latest is not None
    assert account is not None
    assert (latest.on, latest.state, latest.at) == (date(2026, 8, 10), DigestState.SENT, MONDAY_8_AM)
    assert account.next_digest_at == MONDAY_8_AM + ONE_DAY


def test_a_day_has_one_digest_however_often_the_tick_runs(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners), a_thanked())

    for hour in range(24):
        tick.run(MONDAY_8_AM + hour * HOUR)

    assert len(ses.taken) == 1


def test_missed_days_give_one_digest(owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn) -> None:
    stored(interviews, moved_in(owners), a_record())
    tick.run(TUESDAY_8_AM)

    report = tick.run(TUESDAY_8_AM + 40 * ONE_DAY)
    again = tick.run(TUESDAY_8_AM + 40 * ONE_DAY + QUARTER)

    assert [one.on for one in report.sent] == [date(2026, 9, 13)]
    assert again.sent == ()
    assert len(ses.taken) == 2


def test_a_late_tick_still_sends_the_day_s_digest(owners: Owners, interviews: Interviews, tick: Tick) -> None:
    stored(interviews, moved_in(owners), a_thanked())

    report = tick.run(MONDAY_8_AM + timedelta(hours=15, minutes=59))

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_quiet_day_sends_nothing_and_moves_on(
    owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners), a_thanked())

    report = tick.run(TUESDAY_8_AM + ONE_DAY)

    assert [one.reason for one in report.skipped] == ["quiet: nothing is due"]
    assert ses.requests == []
    assert digests.latest("alex") is None
    account = owners.get("alex")
    assert account is not None
    assert account.next_digest_at == TUESDAY_8_AM + 2 * ONE_DAY


@pytest.mark.parametrize(
    ("country", "day", "is_noted"),
    [
        ("DE", datetime(2026, 8, 10, 6, tzinfo=UTC), True),
        ("DE", datetime(2026, 8, 11, 6, tzinfo=UTC), False),
        ("DE", datetime(2026, 4, 6, 6, tzinfo=UTC), False),  # Easter Monday
        ("DE", datetime(2026, 4, 7, 6, tzinfo=UTC), True),
        ("US", datetime(2026, 4, 6, 6, tzinfo=UTC), True),
        ("IL", datetime(2026, 8, 9, 6, tzinfo=UTC), True),  # a Sunday
        ("IL", datetime(2026, 8, 10, 6, tzinfo=UTC), False),
    ],
)
def test_a_quiet_week_has_one_note_on_the_first_working_day_of_the_owner_s_country(
    owners: Owners, tick: Tick, ses: SesStandIn, country: str, day: datetime, is_noted: bool
) -> None:
    moved_in(owners, country=country)

    report = tick.run(day)

    assert [one.subject for one in report.sent] == ["All is well, and no interview is open"] * is_noted
    assert len(ses.taken) == is_noted


def test_the_note_belongs_to_the_day_of_its_digest_even_if_midnight_passes_before_the_tick(
    owners: Owners, tick: Tick
) -> None:
    moved_in(owners, time_zone="America/New_York", digest_at=time(23, 50))

    report = tick.run(datetime(2026, 8, 11, 4, 5, tzinfo=UTC))  # there it is Tuesday, five past midnight

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_paused_owner_is_left_in_peace_until_the_day_after(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners, paused_until=date(2026, 8, 11)), a_thanked())

    on_the_day_before, on_the_day, after = (tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(3))

    assert [one.reason for one in on_the_day_before.skipped] == ["paused until 2026-08-11"]
    assert [one.reason for one in on_the_day.skipped] == ["paused until 2026-08-11"]
    assert [one.on for one in after.sent] == [date(2026, 8, 12)]
    assert len(ses.taken) == 1


def test_what_is_due_on_a_day_without_a_digest_is_in_the_next_one(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, moved_in(owners, digest_days=(Weekday.MON, Weekday.THU)), a_thanked())
    tick.run(MONDAY_8_AM - 3 * ONE_DAY)  # they have moved in

    reports = [tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(8)]

    assert [one.on for report in reports for one in report.sent] == [
        date(2026, 8, 10),
        date(2026, 8, 13),
        date(2026, 8, 17),
    ]


def test_other_days_chosen_after_a_digest_do_not_bring_an_older_one(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, moved_in(owners, digest_days=(Weekday.MON,)), a_thanked())
    tick.run(MONDAY_8_AM)
    change(owners, MONDAY_8_AM + HOUR, digest_days=(Weekday.TUE,))

    at_noon, on_tuesday = tick.run(MONDAY_8_AM + timedelta(hours=4)), tick.run(MONDAY_8_AM + ONE_DAY)

    assert at_noon.sent == ()
    assert [one.on for one in on_tuesday.sent] == [date(2026, 8, 11)]


def test_a_day_that_is_added_when_it_is_over_already_brings_no_digest(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    workdays = EVERY_DAY[:5]
    stored(interviews, moved_in(owners, digest_days=workdays), a_record(interview_on=date(2026, 8, 6)))
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
        interviews, moved_in(owners, digest_days=(Weekday.MON, Weekday.THU)), a_record(interview_on=date(2026, 8, 7))
    )
    tick.run(MONDAY_8_AM - 4 * ONE_DAY)  # Thursday: they have moved in, and nothing is due
    change(owners, MONDAY_8_AM - 2 * ONE_DAY, phone="+49 30 23125 029")

    on_saturday = tick.run(MONDAY_8_AM - 2 * ONE_DAY + HOUR)
    an_hour_later = tick.run(MONDAY_8_AM - 2 * ONE_DAY + 2 * HOUR)
    on_monday = tick.run(MONDAY_8_AM)

    assert on_saturday.sent == ()
    assert an_hour_later.skipped == ()  # nobody is due
    assert [one.on for one in on_monday.sent] == [date(2026, 8, 10)]


def test_a_quiet_week_s_note_comes_on_the_owner_s_own_days(owners: Owners, tick: Tick) -> None:
    moved_in(owners, digest_days=(Weekday.WED, Weekday.FRI))
    tick.run(MONDAY_8_AM - 3 * ONE_DAY)

    reports = [tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(7)]

    assert [one.on for report in reports for one in report.sent] == [date(2026, 8, 12)]


def test_each_owner_s_digest_comes_at_their_own_eight_o_clock(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    zones = {"apia": "Pacific/Apia", "berlin": "Europe/Berlin", "new-york": "America/New_York"}
    for owner_id, zone in zones.items():
        stored(interviews, moved_in(owners, id=owner_id, time_zone=zone), a_record())
    tick.run(datetime(2026, 8, 8, 0, 0, tzinfo=UTC))  # they have moved in: from here on it is by the clock

    sent = {
        one.owner_id: (one.on.isoformat(), now.isoformat()[11:16])
        for now in (datetime(2026, 8, 9, 18, 0, tzinfo=UTC) + hour * HOUR for hour in range(20))
        for one in tick.run(now).sent
    }

    assert sent == {
        "apia": ("2026-08-10", "19:00"),
        "berlin": ("2026-08-10", "06:00"),
        "new-york": ("2026-08-10", "12:00"),
    }


def test_a_new_owner_is_found_by_the_first_tick_whatever_its_now(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, moved_in(owners), a_record())

    report = tick.run(datetime(2026, 8, 4, 1, 0, tzinfo=UTC))  # in the night: the latest slot was yesterday's

    assert [(one.on, one.subject) for one in report.sent] == [(date(2026, 8, 3), "Thank Acme")]


def test_a_later_hour_chosen_after_the_digest_does_not_bring_it_again(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners), a_thanked())
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
    stored(interviews, moved_in(owners, digest_at=time(18, 0)), a_thanked())
    tick.run(MONDAY_8_AM - ONE_DAY)
    change(owners, MONDAY_8_AM + 3 * HOUR, digest_at=time(9, 0))

    report = tick.run(MONDAY_8_AM + timedelta(hours=4))

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_move_across_the_date_line_doubles_no_digest(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners, time_zone="Asia/Tokyo"), a_thanked())
    in_tokyo = datetime(2026, 8, 10, 23, 0, tzinfo=UTC)  # 11 August, 8:00 there
    tick.run(in_tokyo)
    change(owners, in_tokyo + HOUR / 2, time_zone="America/Los_Angeles")

    reports = [tick.run(in_tokyo + hour * HOUR) for hour in range(1, 42)]

    assert [one.on for report in reports for one in report.sent] == [date(2026, 8, 12)]
    assert len(ses.taken) == 2


def test_other_days_chosen_while_a_late_digest_is_on_its_way_bring_no_older_one(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, moved_in(owners), a_record(interview_on=date(2026, 8, 2)))
    tick.run(MONDAY_8_AM - 6 * ONE_DAY)
    late = MONDAY_8_AM + 3 * ONE_DAY  # Thursday; nothing ran since Tuesday of the week before

    def changing(owner: Owner, day: Day, on: date, now: datetime) -> Mail:
        change(owners, now, digest_days=(Weekday.FRI,))
        return a_composer()(owner, day, on, now)

    report = Tick(owners, interviews, tick._digests, changing, tick._post).run(late)
    again, on_friday = tick.run(late + QUARTER), tick.run(late + ONE_DAY)

    assert [one.on for one in report.sent] == [date(2026, 8, 13)]
    assert again.sent == ()
    assert [one.on for one in on_friday.sent] == [date(2026, 8, 14)]


def test_a_move_back_over_the_date_line_brings_what_is_still_to_come_when_it_comes(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, moved_in(owners, time_zone="Asia/Tokyo"), a_thanked())
    in_tokyo = datetime(2026, 8, 10, 23, 0, tzinfo=UTC)  # 11 August, 8:00 there; 10 August, 16:00 in Los Angeles
    tick.run(in_tokyo)
    change(owners, in_tokyo + QUARTER, time_zone="America/Los_Angeles", digest_at=time(18, 0))

    reports = [tick.run(in_tokyo + hour * HOUR) for hour in (1, 2, 26, 50)]

    assert [[one.on.day for one in report.sent] for report in reports] == [[], [10], [], [12]]


def test_an_owner_whom_the_index_names_too_late_is_skipped(owners: Owners, tick: Tick, ses: SesStandIn) -> None:
    moved_in(owners)

    class Lagging(Owners):
        def due(self, now: datetime):  # type: ignore[no-untyped-def]  # an iterator, as its parent's
            yield from ("alex", "gone")

    tick.run(MONDAY_8_AM)
    late = Tick(Lagging(), tick._interviews, tick._digests, tick._compose, tick._post)
    report = late.run(MONDAY_8_AM)

    assert [(one.owner_id, one.reason) for one in report.skipped] == [
        ("alex", "not due any more"),
        ("gone", "not due any more"),
    ]
    assert len(ses.taken) == 1


def test_when_time_runs_short_the_rest_stays_due(owners: Owners, tick: Tick) -> None:
    for number in range(5):
        moved_in(owners, id=f"owner-{number}")
    answers = iter([True, True, False])

    first = tick.run(MONDAY_8_AM, has_time=lambda: next(answers))
    rest = tick.run(MONDAY_8_AM)

    assert len(first.sent) == 2
    assert len(rest.sent) == 3
    assert {one.owner_id for one in first.sent + rest.sent} == {f"owner-{number}" for number in range(5)}


def change(owners: Owners, at: datetime, **changes: object) -> None:
    """The owner changes settings, which makes them due anew as of then (``web/owner.py``)."""
    account = owners.get(an_owner().id)
    assert account is not None
    changed = replace(account.owner, **changes)  # type: ignore[arg-type]  # by name
    owners.save(replace(account, owner=changed, next_digest_at=min(account.next_digest_at, at)))
