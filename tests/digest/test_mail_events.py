"""What each of SES's events about returned mail means: a dead address, a refusal on the way, or nothing to say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.digest.bounces import BounceHandler
from chalicelib.digest.mail_events import read_event
from chalicelib.digest.tick import Tick
from chalicelib.links.arrival import route_of, seen_at
from chalicelib.playbook.owner import Arrival, Owner
from chalicelib.records.interviews import Interviews
from chalicelib.records.mail_returns import MailReturn
from chalicelib.records.owners import MailStop, Owners
from tests.digest.given import MONDAY_8_AM, ONE_DAY, SENDER, a_thanked, stored, stored_owner
from tests.digest.test_bounces import event
from tests.digest.test_tick_failures import account_of

ALEX = "alex@example.org"
DMARC = "smtp; 550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy."


def bounced(
    status: str | None = "5.1.1", said: str | None = None, kind: str = "Permanent", sub: str | None = "General"
) -> str:
    """A bounce of Alex's digest."""
    recipient = {"emailAddress": ALEX, "action": "failed", "status": status, "diagnosticCode": said}
    named = {name: value for name, value in recipient.items() if value is not None}
    return event("Bounce", {"bounceType": kind, "bouncedRecipients": [named]} | ({"bounceSubType": sub} if sub else {}))


def complained(**details: str | None) -> str:
    """A complaint about Alex's digest."""
    return event("Complaint", {"complainedRecipients": [{"emailAddress": ALEX}], **details})


def rejected() -> str:
    """SES took the mail, and found a virus in it."""
    return event("Reject", {"reason": "Bad content"})


EVENTS: list[tuple[str, str | None]] = [
    (bounced(), MailStop.BOUNCED),
    (bounced(sub=None), MailStop.BOUNCED),
    (bounced(sub="NoEmail"), MailStop.BOUNCED),
    (bounced(status=None, said="smtp; 550 no such user"), MailStop.BOUNCED),
    (bounced("5.2.1"), MailStop.BOUNCED),
    # 5.7.x is about the mail, wherever it is said ...
    (bounced("5.7.1"), MailReturn.POLICY),
    (bounced("5.7.26", DMARC), MailReturn.POLICY),
    (bounced("5.7.0", sub=None), MailReturn.POLICY),
    (bounced("5.0.0", DMARC), MailReturn.POLICY),
    (bounced("5.3.0", "smtp; 554 5.7.9 Message not accepted for policy reasons."), MailReturn.POLICY),
    (bounced(None, DMARC), MailReturn.POLICY),
    (bounced("5.7.1", kind="Undetermined"), MailReturn.POLICY),
    (bounced("5.7.509", kind="Transient"), MailReturn.POLICY),
    # ... but where it is about the mailbox: disabled, or somebody else's now
    (bounced("5.7.13"), MailStop.BOUNCED),
    (bounced("5.7.17"), MailStop.BOUNCED),
    (bounced("5.7.18"), MailStop.BOUNCED),
    # what is definite is believed before the words, and an IP address is no status
    (bounced("5.1.1", DMARC), MailStop.BOUNCED),
    (bounced("5.0.0", "smtp; 550 from 5.7.1.44: no such user"), MailStop.BOUNCED),
    # the content, or the size
    (bounced("5.3.4", kind="Transient", sub="MessageTooLarge"), MailReturn.CONTENT),
    (bounced("5.6.1", kind="Transient", sub="ContentRejected"), MailReturn.CONTENT),
    (bounced("5.6.1", kind="Transient", sub="AttachmentRejected"), MailReturn.CONTENT),
    (bounced("5.6.1", sub="ContentRejected"), MailReturn.CONTENT),
    (bounced("5.7.1", kind="Transient", sub="ContentRejected"), MailReturn.POLICY),
    (rejected(), MailReturn.CONTENT),
    # the lists of SES
    (bounced("5.1.1", sub="Suppressed"), MailStop.BOUNCED),
    (bounced("5.1.1", sub="OnAccountSuppressionList"), MailReturn.SUPPRESSED),
    (bounced("5.7.1", sub="OnAccountSuppressionList"), MailReturn.SUPPRESSED),
    # what may pass
    (bounced(kind="Transient"), None),
    (bounced("5.2.2", kind="Transient", sub="MailboxFull"), None),
    (bounced("4.4.7", kind="Transient"), None),
    (bounced("4.7.1", kind="Transient"), None),
    (bounced(kind="Undetermined", sub="Undetermined"), None),
    (event("DeliveryDelay", {"delayType": "MailboxFull", "delayedRecipients": [{"emailAddress": ALEX}]}), None),
    (event("Delivery", {"recipients": [ALEX]}), None),
    (bounced(kind="OfAnotherTime"), None),
    # complaints
    (complained(), MailStop.COMPLAINED),
    (complained(complaintFeedbackType="abuse"), MailStop.COMPLAINED),
    (complained(complaintFeedbackType="other"), MailStop.COMPLAINED),
    (complained(complaintFeedbackType="not-spam"), None),
    (complained(complaintFeedbackType="auth-failure"), MailReturn.POLICY),
    (complained(complaintFeedbackType="virus"), MailReturn.CONTENT),
    (complained(complaintSubType="OnAccountSuppressionList"), MailReturn.SUPPRESSED),
]


@pytest.fixture
def owner(owners: Owners, interviews: Interviews) -> Owner:
    """Alex, who has seen a digest, and has something to do on Monday."""
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())
    account = account_of(owners)
    seen = Arrival(route=route_of(owner, SENDER), seen_at=MONDAY_8_AM - 3 * ONE_DAY)
    owners.save(replace(account, owner=replace(owner, arrival=seen), last_digest_at=MONDAY_8_AM - 3 * ONE_DAY))
    return owner


def of(message: str) -> str:
    """What is special about an event, for a test's name."""
    found: dict[str, Any] = json.loads(message)
    details = found.get(str(found["eventType"]).lower(), {})
    kinds = [str(value) for name, value in details.items() if "Type" in name]
    status = [one.get("status", "") for one in details.get("bouncedRecipients", [])]
    return " ".join([found["eventType"], *kinds, *status])


@pytest.mark.parametrize(("message", "problem"), EVENTS, ids=[of(message) for message, _ in EVENTS])
def test_each_event_means_this(owner: Owner, owners: Owners, message: str, problem: str | None) -> None:
    BounceHandler(owners).take(message)

    assert account_of(owners).digest_problem == problem
    assert account_of(owners).is_mail_stopped == (problem in tuple(MailStop))


@pytest.mark.parametrize("problem", MailReturn)
def test_the_next_digest_is_tried_and_asks_to_be_seen(
    owner: Owner, owners: Owners, tick: Tick, problem: MailReturn
) -> None:
    message = next(message for message, means in EVENTS if means == problem)
    BounceHandler(owners).take(message)
    assert seen_at(account_of(owners).owner, SENDER) is None

    assert [one.owner_id for one in tick.run(MONDAY_8_AM).sent] == ["alex"]

    assert account_of(owners).owner.arrival.route == route_of(owner, SENDER)
    assert account_of(owners).owner.arrival.seen_at is None


def test_a_complaint_shows_that_the_mail_arrived(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(complained())

    assert seen_at(account_of(owners).owner, SENDER) is not None


def test_a_dead_address_stays_one_whatever_is_refused_besides(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(bounced())
    before = account_of(owners)

    BounceHandler(owners).take(bounced("5.7.1"))

    assert account_of(owners) == before


def test_an_address_that_is_dead_after_all_is_marked_as_dead(owner: Owner, owners: Owners) -> None:
    for message in (bounced("5.7.1"), bounced()):
        BounceHandler(owners).take(message)

    assert account_of(owners).digest_problem == MailStop.BOUNCED


def test_news_that_comes_again_after_a_later_digest_was_seen_changes_nothing(owner: Owner, owners: Owners) -> None:
    BounceHandler(owners).take(bounced("5.7.1"))
    account = account_of(owners)
    seen = replace(account.owner.arrival, route=route_of(owner, SENDER), seen_at=MONDAY_8_AM + ONE_DAY)
    settled = owners.save(replace(account, owner=replace(account.owner, arrival=seen), digest_problem=None))

    BounceHandler(owners).take(bounced("5.7.1"))

    assert account_of(owners) == settled


@pytest.mark.parametrize("at", ["", "yesterday", "2026-08-10T06:00:01"])
def test_an_event_that_does_not_say_when_its_mail_was_sent_still_counts(owner: Owner, owners: Owners, at: str) -> None:
    changed = json.loads(bounced("5.7.1"))
    changed["mail"]["timestamp"] = at

    BounceHandler(owners).take(json.dumps(changed))

    assert account_of(owners).digest_problem == MailReturn.POLICY
    assert account_of(owners).owner.arrival.refused_at == MONDAY_8_AM - 3 * ONE_DAY


def test_a_mail_s_own_instant_is_known() -> None:
    returned = read_event(bounced("5.7.1"))

    assert returned is not None
    assert returned.sent_at == datetime(2026, 8, 10, 6, 0, 1, tzinfo=UTC)
