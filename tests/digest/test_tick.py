"""The tick when all goes well: who gets a digest, who does not, and why."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta

import pytest

from chalicelib.digest.tick import Tick
from chalicelib.digest.tick_report import Sent
from chalicelib.playbook.owner import Weekday
from chalicelib.records.digest_claims import Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from tests.digest.given import (
    HOUR,
    MONDAY_8_AM,
    ONE_DAY,
    QUARTER,
    TUESDAY_8_AM,
    a_record,
    a_thanked,
    read,
    stored,
    stored_owner,
)
from tests.digest.ses_stand_in import SesStandIn


def test_who_is_due_gets_a_digest_marked_sent_and_is_moved_on(
    owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners), a_thanked())

    report = tick.run(MONDAY_8_AM)

    assert report.sent == (Sent("alex", date(2026, 8, 10), "0100-message", "Call Acme"),)
    assert report.skipped == ()
    assert [read(mail).subject for mail in ses.taken] == ["Call Acme"]
    latest, account = digests.latest("alex"), owners.get("alex")
    assert latest is not None
    assert account is not None
    assert (latest.on, latest.state, latest.at) == (date(2026, 8, 10), DigestState.SENT, MONDAY_8_AM)
    assert account.next_digest_at == MONDAY_8_AM + ONE_DAY
    assert account.last_digest_at == MONDAY_8_AM


def test_a_day_has_one_digest_however_often_the_tick_runs(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners), a_thanked())

    for hour in range(24):
        tick.run(MONDAY_8_AM + hour * HOUR)

    assert len(ses.taken) == 1


def test_missed_days_give_one_digest(owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn) -> None:
    stored(interviews, stored_owner(owners), a_record())
    tick.run(TUESDAY_8_AM)

    report = tick.run(TUESDAY_8_AM + 41 * ONE_DAY)
    again = tick.run(TUESDAY_8_AM + 41 * ONE_DAY + QUARTER)

    assert [one.on for one in report.sent] == [date(2026, 9, 14)]
    assert again.sent == ()
    assert len(ses.taken) == 2


def test_a_late_tick_still_sends_the_day_s_digest(owners: Owners, interviews: Interviews, tick: Tick) -> None:
    stored(interviews, stored_owner(owners), a_thanked())

    report = tick.run(MONDAY_8_AM + timedelta(hours=15, minutes=59))

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_paused_owner_is_left_in_peace_until_the_day_after(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners, paused_until=date(2026, 8, 11)), a_thanked())

    on_the_day_before, on_the_day, after = (tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(3))

    assert [one.reason for one in on_the_day_before.skipped] == ["paused until 2026-08-11"]
    assert [one.reason for one in on_the_day.skipped] == ["paused until 2026-08-11"]
    assert [one.on for one in after.sent] == [date(2026, 8, 12)]
    assert len(ses.taken) == 1


def test_a_paused_owner_is_not_due_again_before_the_next_day(owners: Owners, tick: Tick) -> None:
    stored_owner(owners, paused_until=date(2026, 8, 11))
    tick.run(MONDAY_8_AM)

    assert tick.run(MONDAY_8_AM + QUARTER).skipped == ()


def test_what_is_due_on_a_day_without_a_digest_is_in_the_next_one(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    stored(interviews, stored_owner(owners, digest_days=(Weekday.MON, Weekday.THU)), a_thanked())
    tick.run(MONDAY_8_AM - 3 * ONE_DAY)  # they have moved in

    reports = [tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(8)]

    assert [one.on for report in reports for one in report.sent] == [
        date(2026, 8, 10),
        date(2026, 8, 13),
        date(2026, 8, 17),
    ]


def test_each_owner_s_digest_comes_at_their_own_eight_o_clock(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    zones = {"apia": "Pacific/Apia", "berlin": "Europe/Berlin", "new-york": "America/New_York"}
    for owner_id, zone in zones.items():
        stored(interviews, stored_owner(owners, id=owner_id, time_zone=zone), a_record())
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
    stored(interviews, stored_owner(owners), a_record())

    report = tick.run(datetime(2026, 8, 4, 1, 0, tzinfo=UTC))  # in the night: the latest slot was yesterday's

    assert [(one.on, one.subject) for one in report.sent] == [(date(2026, 8, 3), "Thank Dana Winter (Acme)")]


def test_an_owner_whom_the_index_names_too_late_is_skipped(owners: Owners, tick: Tick, ses: SesStandIn) -> None:
    stored_owner(owners)

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


def test_when_time_runs_short_the_rest_stays_due_and_the_log_says_so(
    owners: Owners, tick: Tick, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(5):
        stored_owner(owners, id=f"owner-{number}")
    answers = iter([True, True, False])

    with caplog.at_level(logging.WARNING, logger="chalicelib"):
        first = tick.run(MONDAY_8_AM, has_time=lambda: next(answers))
    rest = tick.run(MONDAY_8_AM)

    assert "Out of time after 2 owners" in caplog.text
    assert len(first.sent) == 2
    assert len(rest.sent) == 3
    assert {one.owner_id for one in first.sent + rest.sent} == {f"owner-{number}" for number in range(5)}
