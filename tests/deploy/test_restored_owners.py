"""A restore brings back owners, their digests and what they asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.owner import Arrival
from chalicelib.records.digest_claims import Claim, Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import EPOCH, Account, EndedSession, Owners
from infra.deploy.account_merge import VERSION_GAP
from tests.add_interview import add_interview
from tests.deploy.given import (
    NOW,
    OFFERED,
    ONE_HOUR,
    TOMORROW_8_AM,
    account,
    changed,
    notes,
)
from tests.deploy.operator import (
    Operator,
)
from tests.factories import THAT_EVENING, an_event, an_owner
from tests.records.given import OWNER, a_key, a_record, an_id, recorded

YESTERDAY = date(2026, 8, 10)


class TestOwners:
    def test_their_settings_are_as_they_were(self, operator: Operator, alex: Account, owners: Owners) -> None:
        operator.backs_up()
        owners.save(replace(alex, owner=replace(OWNER, name="Another", language="ru"), calendar_secret="since"))

        operator.restores()

        there = account(owners)
        assert (there.owner, there.token_hash, there.calendar_secret) == (OWNER, b"first", None)
        assert there.version == 3

    def test_the_token_of_that_time_opens_again_and_that_is_said(
        self, operator: Operator, alex: Account, owners: Owners, capsys: pytest.CaptureFixture[str]
    ) -> None:
        operator.backs_up()
        owners.save(replace(alex, token_hash=b"second"))

        operator.restores()

        assert account(owners).token_hash == b"first"
        assert "Token and calendar address are those of the backup again for alex." in capsys.readouterr().out

    def test_who_signed_out_everywhere_stays_signed_out(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        owners.save(replace(alex, sessions=4, token_hash=b"second"))

        operator.restores()

        assert account(owners).sessions == 4

    def test_who_signed_out_of_one_browser_stays_signed_out_of_it(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        first, since = (EndedSession(own_id, TOMORROW_8_AM) for own_id in ("first", "since"))
        alex = owners.save(replace(alex, ended_sessions=(first,)))
        operator.backs_up()
        owners.save(replace(alex, ended_sessions=(since,)))

        operator.restores()

        assert account(owners).ended_sessions == (since, first)

    def test_a_link_that_paused_the_digest_since_pauses_it_no_more(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        paused = owners.save(replace(alex, owner=alex.owner.with_pause(TOMORROW_8_AM.date(), by="a link")))

        operator.restores()

        assert account(owners).owner.paused_until is None
        assert account(owners).owner.pauses == paused.owner.pauses

    def test_a_link_that_paused_the_digest_pauses_it_no_more_when_all_was_lost(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        operator.loses_everything()

        operator.restores()

        assert account(owners).owner.pauses == VERSION_GAP

    def test_a_browser_s_session_does_not_outlive_the_loss_of_its_owner(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        operator.loses_everything()

        operator.restores()

        assert account(owners).sessions == alex.sessions + 1

    def test_an_address_that_mail_came_back_from_is_not_tried_again(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        owners.save(replace(alex, owner=replace(OWNER, name="Another"), digest_problem="bounced"))

        operator.restores()

        assert (account(owners).owner.name, account(owners).digest_problem) == (OWNER.name, "bounced")

    def test_a_digest_that_was_seen_since_need_not_be_seen_anew(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        operator.backs_up()
        seen = Arrival(route="0123456789", seen_at=NOW)
        owners.save(replace(alex, owner=replace(OWNER, name="Another", arrival=seen)))

        operator.restores()

        assert (account(owners).owner.name, account(owners).owner.arrival) == (OWNER.name, seen)

    def test_what_was_seen_comes_back_when_all_was_lost(
        self, operator: Operator, alex: Account, owners: Owners
    ) -> None:
        seen = Arrival(route="0123456789", seen_at=NOW, refused_at=NOW - ONE_HOUR)
        owners.save(replace(alex, owner=replace(OWNER, arrival=seen)))
        operator.backs_up()
        operator.loses_everything()

        operator.restores()

        assert account(owners).owner.arrival == seen

    @pytest.mark.parametrize("next_digest_at", [EPOCH, NOW - ONE_HOUR, NOW + timedelta(days=30)])
    def test_the_next_digest_comes_at_the_next_time_for_it(
        self, operator: Operator, alex: Account, owners: Owners, next_digest_at: datetime
    ) -> None:
        owners.put_off(alex, next_digest_at)
        operator.backs_up()
        owners.save(replace(account(owners), owner=replace(OWNER, name="Another")))

        operator.restores()

        assert account(owners).next_digest_at == TOMORROW_8_AM

    def test_who_is_as_they_were_stays_due_when_they_are(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1))
        operator.backs_up()
        owners.put_off(alex, NOW - ONE_HOUR)  # a tick is about to come
        changed(interviews, 1, notes="since")

        operator.restores()

        assert account(owners).next_digest_at == NOW - ONE_HOUR

    def test_m2_an_offer_that_was_made_since_stays_with_its_record(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews
    ) -> None:
        operator.backs_up()
        recorded(interviews, a_record(1, events=OFFERED))
        owners.save(replace(alex, owner=replace(OWNER, name="Another")))

        operator.restores()

        assert operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"]["next_step"] == {"S": "answer_offer"}

    def test_m2_an_offer_goes_with_the_record_that_told_of_it(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1))
        operator.backs_up()
        changed(interviews, 1, events=OFFERED)

        operator.restores()

        assert operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"]["next_step"] == {"S": "status_call"}

    def test_what_was_added_since_is_planned_for_the_settings_of_that_time(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews
    ) -> None:
        operator.backs_up()
        elsewhere = replace(OWNER, country="IL", time_zone="Asia/Jerusalem")
        owners.save(replace(alex, owner=elsewhere))
        thanked = an_event(EventKind.THANK_YOU_SENT, date(2026, 8, 8))
        friday = a_record(1, interview_on=date(2026, 8, 7), dated_on=date(2026, 8, 7), events=(thanked,))
        add_interview(interviews, elsewhere, friday, a_key("request"), lambda _: "answer", NOW)
        assert operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"]["next_due_on"] == {"S": "2026-08-13"}

        operator.restores()

        assert operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"]["next_due_on"] == {"S": "2026-08-14"}


def _claimed(digests: Digests) -> Claim:
    claim = digests.claim(OWNER.id, YESTERDAY, NOW, ONE_HOUR)
    assert claim is not None
    return claim


class TestDigestsAndRequests:
    def test_a_digest_that_was_sent_since_stays_sent(
        self, operator: Operator, alex: Account, digests: Digests, capsys: pytest.CaptureFixture[str]
    ) -> None:
        claim = _claimed(digests)
        operator.backs_up()
        digests.mark_sent(claim, "0100", NOW)
        sent = operator.stored()

        operator.restores()

        assert operator.stored() == sent
        assert "nothing to change" in capsys.readouterr().out

    def test_one_that_was_sent_then_is_sent_in_an_empty_table_too(
        self, operator: Operator, alex: Account, digests: Digests
    ) -> None:
        digests.mark_sent(_claimed(digests), "0100", NOW)
        operator.backs_up()
        operator.loses_everything()

        operator.restores()

        latest = digests.latest(OWNER.id)
        assert latest is not None
        assert (latest.on, latest.state) == (YESTERDAY, DigestState.SENT)
        assert digests.claim(OWNER.id, YESTERDAY, NOW + ONE_HOUR, ONE_HOUR) is None

    def test_one_that_was_sent_then_is_sent_though_its_claim_is_newer(
        self, operator: Operator, alex: Account, digests: Digests
    ) -> None:
        digests.mark_sent(_claimed(digests), "0100", NOW)
        operator.backs_up()
        sent = operator.stored()[OWNER.id, "DIGEST#2026-08-10"]
        operator.puts({**sent, "state": {"S": "failed"}})

        operator.restores()

        assert operator.stored()[OWNER.id, "DIGEST#2026-08-10"] == sent

    def test_a_repeated_request_is_known_again_until_its_time_is_over(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        add_interview(interviews, OWNER, a_record(1), a_key("lasting", now=NOW), lambda _: "answer", NOW)
        add_interview(interviews, OWNER, a_record(2), a_key("over", now=THAT_EVENING), lambda _: "answer", THAT_EVENING)
        operator.backs_up()
        operator.loses_everything()

        operator.restores()

        assert [item_id for _, item_id in operator.stored() if item_id.startswith("REQUEST")] == ["REQUEST#lasting"]

    def test_a_request_keeps_its_last_answer(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        add_interview(interviews, OWNER, a_record(1), a_key("key", now=NOW), lambda _: "then", NOW)
        operator.backs_up()
        interviews.remove(OWNER.id, an_id(1), None)
        add_interview(interviews, OWNER, a_record(2), a_key("key", now=NOW), lambda _: "since", NOW)

        operator.restores()

        assert operator.stored()[OWNER.id, "REQUEST#key"]["answer"] == {"S": "since"}


def test_two_owners_are_restored_each_for_themselves(
    operator: Operator, alex: Account, owners: Owners, interviews: Interviews
) -> None:
    kim = an_owner(id="kim", name="Kim", time_zone="Asia/Tokyo")
    owners.add(kim, b"kim's")
    add_interview(interviews, kim, a_record(1, notes="of kim"), a_key("one"), lambda _: "answer", THAT_EVENING)
    recorded(interviews, a_record(1, notes="of alex"))
    operator.backs_up()
    interviews.remove("kim", an_id(1), None)
    changed(interviews, 1, notes="since")

    operator.restores()

    assert interviews.get("kim", an_id(1)).notes == "of kim"
    assert notes(interviews, 1) == ["of alex"]
