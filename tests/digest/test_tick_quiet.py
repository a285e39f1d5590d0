"""The tick on a day on which nothing is due: no digest, but for one note a week."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import Weekday
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from tests.digest.given import MONDAY_8_AM, ONE_DAY, TUESDAY_8_AM, a_thanked, stored, stored_owner
from tests.digest.ses_stand_in import SesStandIn


def test_a_quiet_day_sends_nothing_and_moves_on(
    owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    stored(interviews, stored_owner(owners), a_thanked())

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
    stored_owner(owners, country=country)

    report = tick.run(day)

    assert [one.subject for one in report.sent] == ["All is well, and no interview is open"] * is_noted
    assert len(ses.taken) == is_noted


def test_the_note_belongs_to_the_day_of_its_digest_even_if_midnight_passes_before_the_tick(
    owners: Owners, tick: Tick
) -> None:
    stored_owner(owners, time_zone="America/New_York", digest_at=time(23, 50))

    report = tick.run(datetime(2026, 8, 11, 4, 5, tzinfo=UTC))  # there it is Tuesday, five past midnight

    assert [one.on for one in report.sent] == [date(2026, 8, 10)]


def test_a_quiet_week_s_note_comes_on_the_owner_s_own_days(owners: Owners, tick: Tick) -> None:
    stored_owner(owners, digest_days=(Weekday.WED, Weekday.FRI))
    tick.run(MONDAY_8_AM - 3 * ONE_DAY)

    reports = [tick.run(MONDAY_8_AM + days * ONE_DAY) for days in range(7)]

    assert [one.on for report in reports for one in report.sent] == [date(2026, 8, 12)]
