"""Every way in which a digest can fail: none is lost, and none comes twice but for the one call in between."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.tick import Tick
from chalicelib.errors import StorageUnavailable
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import LEASE, NOTHING, Claim, Digests, DigestState, ToSettle
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.view_models.day_view import DayView
from tests.digest.given import MONDAY_8_AM, ONE_DAY, QUARTER, a_composer, a_thanked, read, stored, stored_owner
from tests.digest.ses_stand_in import Fate, SesStandIn

THE_TENTH = date(2026, 8, 10)


@pytest.fixture
def owner(owners: Owners, interviews: Interviews) -> Owner:
    """An owner with a call due on Monday."""
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())
    return owner


def state_of(digests: Digests) -> tuple[DigestState, str | None] | None:
    latest = digests.latest("alex")
    return (latest.state, latest.reason) if latest else None


def account_of(owners: Owners) -> Account:
    account = owners.get("alex")
    assert account is not None
    return account


def test_a_throttle_releases_the_claim_and_the_next_tick_sends(
    owner: Owner, digests: Digests, tick: Tick, ses: SesStandIn, caplog: pytest.LogCaptureFixture
) -> None:
    ses.fates = [Fate.THROTTLED]

    with caplog.at_level(logging.WARNING):
        throttled = tick.run(MONDAY_8_AM)

    assert [one.reason for one in throttled.skipped] == [
        "throttled: TooManyRequestsException; the next tick tries again"
    ]
    assert "No digest for owner alex: " in caplog.text
    assert state_of(digests) is None
    assert len(tick.run(MONDAY_8_AM + timedelta(seconds=1)).sent) == 1


@pytest.mark.parametrize("fate", [Fate.BROKEN, Fate.NEVER_ANSWERED, Fate.TAKEN_BUT_THE_ANSWER_IS_LOST])
def test_a_lost_answer_keeps_the_claim_until_its_lease_ends(
    owner: Owner, digests: Digests, tick: Tick, ses: SesStandIn, fate: Fate
) -> None:
    ses.fates = [fate]

    lost = tick.run(MONDAY_8_AM)
    meanwhile = tick.run(MONDAY_8_AM + LEASE - timedelta(seconds=1))

    assert lost.sent == ()
    assert lost.skipped[0].reason.startswith("answer lost: ")
    assert [one.reason for one in meanwhile.skipped] == ["another tick has the digest of 2026-08-10"]
    assert state_of(digests) == (DigestState.CLAIMED, None)
    assert len(ses.requests) == 1


def test_after_a_lost_answer_the_next_tick_sends_once_and_a_doubled_mail_can_be_told(
    owner: Owner, tick: Tick, ses: SesStandIn
) -> None:
    ses.fates = [Fate.TAKEN_BUT_THE_ANSWER_IS_LOST]

    reports = [tick.run(MONDAY_8_AM + quarter * QUARTER) for quarter in range(8)]

    assert [len(report.sent) for report in reports] == [0, 1, 0, 0, 0, 0, 0, 0]
    ids = [read(mail).message["X-Afterword-Digest"] for mail in ses.taken]
    assert ids == ["alex.2026-08-10", "alex.2026-08-10"]


def test_a_refusal_rests_until_the_next_day_s_digest_and_is_noted(
    owner: Owner, owners: Owners, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    ses.fates = [Fate.REFUSED]

    refused = tick.run(MONDAY_8_AM)
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY
    same_day = [tick.run(MONDAY_8_AM + timedelta(hours=hour)) for hour in range(1, 24)]

    assert [one.reason for one in refused.skipped] == ["refused: MessageRejected"]
    assert state_of(digests) == (DigestState.FAILED, "MessageRejected")
    assert account_of(owners).digest_problem == "MessageRejected"
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY
    assert not any(report.sent for report in same_day)
    assert len(ses.requests) == 1


def test_a_refused_day_rests_even_if_the_owner_is_looked_at_anew(
    owner: Owner, owners: Owners, tick: Tick, ses: SesStandIn
) -> None:
    ses.fates = [Fate.REFUSED]
    tick.run(MONDAY_8_AM)
    owners.save(replace(account_of(owners), next_digest_at=MONDAY_8_AM + QUARTER))

    report = tick.run(MONDAY_8_AM + QUARTER)

    assert [one.reason for one in report.skipped] == ["the digest of 2026-08-10 is failed already"]
    assert len(ses.requests) == 1


def test_a_mail_that_somebody_can_unblock_is_tried_by_each_later_tick_of_the_day_and_the_reason_is_seen_meanwhile(
    owner: Owner, owners: Owners, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    ses.fates = [Fate.NOT_VERIFIED, Fate.NOT_VERIFIED]

    blocked = [tick.run(MONDAY_8_AM + quarter * QUARTER) for quarter in range(2)]

    assert [report.skipped[0].reason for report in blocked] == ["blocked: NotVerified; the next tick tries again"] * 2
    assert state_of(digests) == (DigestState.FAILED, "NotVerified")
    assert account_of(owners).digest_problem == "NotVerified"
    assert account_of(owners).next_digest_at <= MONDAY_8_AM

    verified = tick.run(MONDAY_8_AM + 2 * QUARTER)

    assert len(verified.sent) == 1
    assert state_of(digests) == (DigestState.SENT, None)
    assert account_of(owners).digest_problem is None
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY


def test_the_next_digest_that_goes_through_clears_the_note(
    owner: Owner, owners: Owners, tick: Tick, ses: SesStandIn
) -> None:
    ses.fates = [Fate.REFUSED]
    tick.run(MONDAY_8_AM)

    next_day = tick.run(MONDAY_8_AM + ONE_DAY)

    assert [one.subject for one in next_day.sent] == ["Call Acme (overdue)"]
    assert account_of(owners).digest_problem is None


def test_an_impossible_address_is_a_refusal_and_others_get_theirs(
    owners: Owners, interviews: Interviews, tick: Tick, ses: SesStandIn
) -> None:
    for owner_id, address in (("a", "a@example.org"), ("b", "no address"), ("c", "c@example.org")):
        stored(interviews, stored_owner(owners, id=owner_id, email=address), a_thanked())

    report = tick.run(MONDAY_8_AM)

    assert {one.owner_id for one in report.sent} == {"a", "c"}
    assert [(one.owner_id, one.reason) for one in report.skipped] == [("b", "refused: NoAddress")]
    assert len(ses.taken) == 2


def test_a_claim_whose_holder_died_is_taken_over_when_its_lease_ends_and_sent_once(
    owner: Owner, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    digests.claim("alex", THE_TENTH, MONDAY_8_AM, LEASE)

    reports = [tick.run(MONDAY_8_AM + quarter * QUARTER) for quarter in range(4)]

    assert [one.reason for one in reports[0].skipped] == ["another tick has the digest of 2026-08-10"]
    assert [len(report.sent) for report in reports] == [0, 1, 0, 0]
    assert len(ses.taken) == 1


def test_the_lease_outlives_the_function_and_ends_before_the_next_tick() -> None:
    assert timedelta(seconds=120) < LEASE < QUARTER


def test_a_tick_that_died_after_marking_is_tidied_up_without_a_second_mail(
    owner: Owner, owners: Owners, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    claim = digests.claim("alex", THE_TENTH, MONDAY_8_AM, LEASE)
    assert claim is not None
    digests.mark_sent(claim, "0100", MONDAY_8_AM)

    report = tick.run(MONDAY_8_AM + QUARTER)

    assert [one.reason for one in report.skipped] == ["the digest of 2026-08-10 is sent already"]
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY
    assert account_of(owners).last_digest_at == MONDAY_8_AM
    assert ses.requests == []


def test_a_tick_that_died_after_a_refusal_is_tidied_up_with_its_note(
    owner: Owner, owners: Owners, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    claim = digests.claim("alex", THE_TENTH, MONDAY_8_AM, LEASE)
    assert claim is not None
    digests.mark_failed(claim, "MessageRejected", until=MONDAY_8_AM + ONE_DAY)

    report = tick.run(MONDAY_8_AM + QUARTER)

    assert [one.reason for one in report.skipped] == ["the digest of 2026-08-10 is failed already"]
    assert account_of(owners).digest_problem == "MessageRejected"
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY
    assert ses.requests == []


def test_a_tick_that_dies_between_sending_and_marking_doubles_the_mail_and_only_then(
    owner: Owner, owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    class DiesBeforeMarking(Digests):
        def mark_sent(self, claim: Claim, message_id: str, now: datetime, to_settle: ToSettle = NOTHING) -> None:
            raise StorageUnavailable

    dying = Tick(owners, interviews, DiesBeforeMarking(), a_composer(), tick._post)

    report = dying.run(MONDAY_8_AM)
    later = [tick.run(MONDAY_8_AM + quarter * QUARTER) for quarter in range(1, 4)]

    assert [one.reason for one in report.skipped] == ["error: StorageUnavailable; a later tick tries again"]
    assert [len(one.sent) for one in later] == [1, 0, 0]
    assert len(ses.taken) == 2


def test_settings_changed_while_the_mail_was_on_its_way_are_kept(
    owner: Owner,
    owners: Owners,
    interviews: Interviews,
    digests: Digests,
    tick: Tick,
    ses: SesStandIn,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def renaming(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        owners.save(account_of(owners))
        return a_composer()(owner, day, on, now)

    with caplog.at_level(logging.WARNING):
        report = Tick(owners, interviews, digests, renaming, tick._post).run(MONDAY_8_AM)
    next_tick = tick.run(MONDAY_8_AM + QUARTER)

    assert len(report.sent) == 1
    assert "Owner alex not moved on: " in caplog.text
    assert [one.reason for one in next_tick.skipped] == ["the digest of 2026-08-10 is sent already"]
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY
    assert len(ses.taken) == 1


def test_one_owner_s_unexpected_trouble_stops_nobody_else_and_is_logged_without_personal_data(
    owners: Owners,
    interviews: Interviews,
    digests: Digests,
    tick: Tick,
    ses: SesStandIn,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for owner_id in ("a", "b", "c"):
        stored(interviews, stored_owner(owners, id=owner_id), a_thanked())

    def compose(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        if owner.id == "b":
            raise RuntimeError("Alex Example, alex@example.org")
        return a_composer()(owner, day, on, now)

    with caplog.at_level(logging.WARNING):
        report = Tick(owners, interviews, digests, compose, tick._post).run(MONDAY_8_AM)
    later = tick.run(MONDAY_8_AM + QUARTER)

    assert {one.owner_id for one in report.sent} == {"a", "c"}
    assert [(one.owner_id, one.reason) for one in report.skipped] == [
        ("b", "error: RuntimeError; a later tick tries again")
    ]
    assert [one.owner_id for one in later.sent] == ["b"]
    assert "owner b: RuntimeError at test_tick_failures.py:" in caplog.text
    assert "example.org" not in caplog.text


def test_two_ticks_at_once_send_one_digest(
    owner: Owner, owners: Owners, interviews: Interviews, digests: Digests, tick: Tick, ses: SesStandIn
) -> None:
    def overtaken(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        others.append(tick.run(MONDAY_8_AM + timedelta(seconds=20)))
        return a_composer()(owner, day, on, now)

    others: list[object] = []
    report = Tick(owners, interviews, digests, overtaken, tick._post).run(MONDAY_8_AM)

    assert len(report.sent) == 1
    assert len(others) == 1
    assert len(ses.taken) == 1
