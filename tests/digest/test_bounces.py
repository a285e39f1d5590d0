"""Mail that came back: who is marked, who is not, and that nothing more is sent there until the owner says so."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.digest.bounces import BounceHandler
from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.view_models.day_view import DayView
from tests.digest.given import MONDAY_8_AM, ONE_DAY, QUARTER, a_composer, a_thanked, stored, stored_owner
from tests.digest.ses_stand_in import SesStandIn
from tests.digest.test_tick_failures import account_of


@pytest.fixture
def owner(owners: Owners, interviews: Interviews) -> Owner:
    """Alex, who has something to do on Monday."""
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())
    return owner


def event(kind: str, details: dict[str, Any], owner_id: str = "alex") -> str:
    """An event as SES publishes it: what we read is a small part of it."""
    return json.dumps(
        {
            "eventType": kind,
            kind.lower(): {"feedbackId": "0100-feedback", "timestamp": "2026-08-10T06:00:09.000Z", **details},
            "mail": {
                "timestamp": "2026-08-10T06:00:01.000Z",
                "source": "afterword@example.org",
                "sendingAccountId": "123456789012",
                "messageId": "0100-message",
                "destination": ["alex@example.org"],
                "headersTruncated": False,
                "headers": [{"name": "Subject", "value": "Call Acme"}],
                "commonHeaders": {"subject": "Call Acme", "to": ["Alex Example <alex@example.org>"]},
                "tags": {"ses:configuration-set": ["afterword-dev"], "owner": [owner_id]},
            },
        }
    )


def bounce(kind: str = "Permanent", address: str = "alex@example.org", owner_id: str = "alex") -> str:
    """A bounce of the digest."""
    recipient = {"emailAddress": address, "action": "failed", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1"}
    details = {"bounceType": kind, "bounceSubType": "General", "bouncedRecipients": [recipient]}
    return event("Bounce", details, owner_id)


def complaint() -> str:
    """The digest, called spam."""
    recipients = [{"emailAddress": "Alex@Example.org"}]
    return event("Complaint", {"complainedRecipients": recipients, "complaintFeedbackType": "abuse"})


@pytest.mark.parametrize(("message", "problem"), [(bounce(), "bounced"), (complaint(), "complained")])
def test_a_permanent_bounce_and_a_complaint_mark_the_owner(
    owner: Owner, owners: Owners, message: str, problem: str
) -> None:
    BounceHandler(owners).take(message)

    assert account_of(owners).digest_problem == problem


@pytest.mark.parametrize("kind", ["Transient", "Undetermined"])
def test_a_bounce_that_may_pass_marks_nobody(owner: Owner, owners: Owners, kind: str) -> None:
    BounceHandler(owners).take(bounce(kind))

    assert account_of(owners).digest_problem is None


def test_a_bounce_of_an_address_that_the_owner_has_left_marks_nobody(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(bounce(address="alex@old.example"))

    assert account_of(owners).digest_problem is None


def test_an_owner_who_is_none_of_ours_is_no_trouble(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(bounce(owner_id="nobody"))
    BounceHandler(owners).take(bounce(owner_id="no id at all"))

    assert account_of(owners).digest_problem is None


@pytest.mark.parametrize(
    "message",
    [
        "Successfully validated SNS topic for Amazon SES event publishing.",
        "",
        "[]",
        "[" * 100_000,
        "\udc00",
        '{"eventType": "Bounce"}',
        '{"eventType": "Bounce", "mail": {"tags": {}}, "bounce": {}}',
        '{"notificationType": "Bounce", "mail": {"destination": ["alex@example.org"]}}',
        event("Delivery", {"recipients": ["alex@example.org"]}),
        event("Bounce", {"bounceType": "Permanent", "bouncedRecipients": "alex@example.org"}),
    ],
)
def test_what_is_no_bounce_that_is_known_is_ignored_and_not_quoted_in_the_log(
    owner: Owner, owners: Owners, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    BounceHandler(owners).take(message)

    assert account_of(owners).digest_problem is None
    assert "alex@" not in caplog.text


def test_the_same_event_twice_is_one_change(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(bounce())
    version = account_of(owners).version

    BounceHandler(owners).take(bounce())

    assert account_of(owners).version == version


def test_no_digest_is_sent_to_a_marked_owner_day_after_day(
    owner: Owner, owners: Owners, tick: Tick, ses: SesStandIn
) -> None:
    BounceHandler(owners).take(bounce())

    reports = [tick.run(MONDAY_8_AM + day * ONE_DAY) for day in range(3)]

    assert [one.reason for report in reports for one in report.skipped] == ["mail is stopped: bounced"] * 3
    assert ses.requests == []
    assert account_of(owners).digest_problem == "bounced"


def test_a_marked_owner_is_not_due_again_before_the_next_day(owner: Owner, owners: Owners, tick: Tick) -> None:
    BounceHandler(owners).take(bounce())
    tick.run(MONDAY_8_AM)

    assert tick.run(MONDAY_8_AM + QUARTER).skipped == ()
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY


def test_once_the_mark_is_gone_the_day_s_digest_goes(owner: Owner, owners: Owners, tick: Tick) -> None:
    BounceHandler(owners).take(bounce())
    tick.run(MONDAY_8_AM)
    owners.save(replace(account_of(owners), digest_problem=None, next_digest_at=MONDAY_8_AM + QUARTER))

    report = tick.run(MONDAY_8_AM + QUARTER)

    assert [one.owner_id for one in report.sent] == ["alex"]


def test_a_bounce_that_arrives_while_the_tick_is_at_it_is_not_lost(
    owner: Owner, owners: Owners, interviews: Interviews, digests: Digests, tick: Tick
) -> None:
    def bouncing(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        BounceHandler(owners).take(bounce())
        return a_composer()(owner, day, on, now)

    first = Tick(owners, interviews, digests, bouncing, tick._post).run(MONDAY_8_AM)
    later = [tick.run(MONDAY_8_AM + quarter * QUARTER) for quarter in range(1, 4)]

    assert len(first.sent) == 1
    assert not any(report.sent for report in later)
    assert account_of(owners).digest_problem == "bounced"


class ChangingMeanwhile(Owners):
    """The owner saves new settings right after their account was read for the first time."""

    def __init__(self, **changes: str) -> None:
        self._changes = changes

    def get(self, owner_id: str) -> Account | None:
        account = super().get(owner_id)
        if account and self._changes:
            self.save(replace(account, owner=replace(account.owner, **self._changes)))
            self._changes = {}
        return account


def test_settings_that_are_saved_at_the_same_moment_are_kept_beside_the_mark(owner: Owner, owners: Owners) -> None:
    BounceHandler(ChangingMeanwhile(name="Alexa")).take(bounce())

    after = account_of(owners)
    assert (after.owner.name, after.digest_problem) == ("Alexa", "bounced")


def test_an_address_that_is_changed_at_the_same_moment_is_not_marked(owner: Owner, owners: Owners) -> None:
    BounceHandler(ChangingMeanwhile(email="alex@example.net")).take(bounce())

    assert account_of(owners).digest_problem is None
