"""A restore sends no mail a second time, and the next day's digest comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
import time_machine
from msgspec.structs import replace

from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import EPOCH, Owners
from tests.deploy.given import account, changed
from tests.deploy.operator import Operator
from tests.digest.given import MONDAY_8_AM, a_composer, a_thanked, read
from tests.digest.given import stored as recorded
from tests.records.given import OWNER

ONE_DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)
TUESDAY_8_AM, WEDNESDAY_8_AM = MONDAY_8_AM + ONE_DAY, MONDAY_8_AM + 2 * ONE_DAY


@dataclass
class Sent:
    """An outbox that keeps what it was given, by the day that it came on."""

    now: datetime = MONDAY_8_AM
    mails: list[tuple[date, str]] = field(default_factory=list)

    def send(self, owner: Owner, mime: bytes) -> str:
        self.mails.append((self.now.date(), read(mime).subject))
        return f"mail {len(self.mails)}"

    def close(self) -> None:
        """There is nobody on the line."""


@dataclass
class Days:
    """Ticks, every quarter of an hour, at the instants that are told."""

    tick: Tick
    sent: Sent

    def pass_(self, begin: datetime, end: datetime) -> None:
        """Let the time pass."""
        while begin <= end:
            self.sent.now = begin
            self.tick.run(begin)
            begin += QUARTER


@pytest.fixture
def days(owners: Owners, interviews: Interviews, digests: Digests) -> Days:
    """The tick as it is shipped, but for SES."""
    sent = Sent()
    return Days(Tick(owners, interviews, digests, a_composer(), sent), sent)


MONDAY, TUESDAY, WEDNESDAY = (MONDAY_8_AM.date() + days * ONE_DAY for days in range(3))


def test_after_a_digest_a_backup_another_digest_and_a_restore_the_third_comes_in_the_morning(
    operator: Operator, owners: Owners, interviews: Interviews, days: Days
) -> None:
    owners.add(OWNER, b"hash")
    recorded(interviews, OWNER, a_thanked())
    days.pass_(MONDAY_8_AM, MONDAY_8_AM + ONE_DAY / 6)
    operator.backs_up()
    days.pass_(MONDAY_8_AM + ONE_DAY / 4, TUESDAY_8_AM + QUARTER)
    changed(interviews, 1, company="Another")
    owners.save(replace(account(owners), owner=replace(OWNER, name="Another")))

    with time_machine.travel(TUESDAY_8_AM + 2 * QUARTER, tick=False):
        operator.restores()
    days.pass_(TUESDAY_8_AM + 2 * QUARTER, WEDNESDAY_8_AM + ONE_DAY / 2)

    assert days.sent.mails == [
        (MONDAY, "Call Acme"),
        (TUESDAY, "Call Acme (overdue)"),
        (WEDNESDAY, "Call Acme (overdue)"),
    ]


def test_settings_that_are_changed_after_the_restore_do_not_bring_the_day_s_digest_again(
    operator: Operator, owners: Owners, interviews: Interviews, days: Days
) -> None:
    owners.add(OWNER, b"hash")
    recorded(interviews, OWNER, a_thanked())
    operator.backs_up()
    days.pass_(MONDAY_8_AM, MONDAY_8_AM + QUARTER)
    owners.save(replace(account(owners), owner=replace(OWNER, name="Another")))

    with time_machine.travel(MONDAY_8_AM + 2 * QUARTER, tick=False):
        operator.restores()
    owners.save(replace(account(owners), next_digest_at=EPOCH))
    days.pass_(MONDAY_8_AM + 3 * QUARTER, TUESDAY_8_AM)

    assert [on for on, _ in days.sent.mails] == [MONDAY, TUESDAY]


def test_what_was_lost_and_restored_days_later_brings_no_mail_of_the_days_between(
    operator: Operator, owners: Owners, interviews: Interviews, days: Days
) -> None:
    owners.add(OWNER, b"hash")
    recorded(interviews, OWNER, a_thanked())
    operator.backs_up()
    days.pass_(MONDAY_8_AM, TUESDAY_8_AM)
    operator.loses_everything()

    with time_machine.travel(TUESDAY_8_AM + QUARTER, tick=False):
        operator.restores()
    days.pass_(TUESDAY_8_AM + QUARTER, WEDNESDAY_8_AM)

    assert [on for on, _ in days.sent.mails] == [MONDAY, TUESDAY, WEDNESDAY]
