"""``/settle/{token}``: what a digest listed is kept or closed together, each record once, with undo (D9, D10, M2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.links.action_links import LIFETIME
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.records.digest_claims import LEASE, Digests
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import BROWSER, events, pressed
from tests.web.test_unreadable import spoil

TUESDAY = date(2026, 8, 4)
COMPANIES = ("Acme", "Globex", "Initech")
READS = {"GetItem", "Query"}


@pytest.fixture
def records(alex: Gateway) -> list[dict[str, Any]]:
    """Three records, as the digest lists them."""
    return [recorded(alex, company=company) for company in COMPANIES]


@pytest.fixture
def listed(digests: Digests, records: list[dict[str, Any]], clock: Clock) -> None:
    """Tuesday's digest, which was sent and lists them for each purpose."""
    clock.now += timedelta(days=1)
    lists(digests, clock, dict.fromkeys(SettlePurpose, records))


def lists(digests: Digests, clock: Clock, records: Mapping[str, list[dict[str, Any]]]) -> None:
    """Have Tuesday's digest sent, with these lists."""
    claim = digests.claim("alex", TUESDAY, clock.now, LEASE)
    assert claim
    versions = {purpose: {one["id"]: one["version"] for one in some} for purpose, some in records.items()}
    digests.mark_sent(claim, "message-1", clock.now, versions)


def settling(clock: Clock, purpose: SettlePurpose = SettlePurpose.CLOSE, on: date = TUESDAY) -> str:
    """The path of Alex's link of a digest that is sent now."""
    return f"/settle/{SettleLinks(LINKS).token('alex', on, purpose, clock.now)}"


def kinds(alex: Gateway, records: list[dict[str, Any]]) -> list[list[str]]:
    """The kinds of the events of each record."""
    return [[event["kind"] for event in events(alex, record)] for record in records]


@pytest.mark.usefixtures("listed")
class TestSettling:
    """A mail of Tuesday lists three records."""

    @pytest.mark.parametrize("purpose", SettlePurpose)
    def test_looking_lists_each_with_its_two_choices_and_changes_nothing(
        self, anybody: Gateway, clock: Clock, operations: list[str], purpose: SettlePurpose
    ) -> None:
        for method in ("GET", "HEAD"):
            operations.clear()
            page = anybody.send(method, settling(clock, purpose), Accept="application/json")
            assert (page.status, page.headers["Content-Type"][:9]) == (200, "text/html")
            assert operations == ["GetItem", "GetItem", "GetItem", "GetItem", "GetItem"]  # owner, digest, three records

        page = anybody.get(settling(clock, purpose))
        assert all(company in page.text for company in COMPANIES)
        assert page.text.count('type="radio"') == 6
        assert 'name="all" value="close"' in page.text

    def test_d10_all_are_closed_at_once(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        page = pressed(anybody, settling(clock), "all=close")

        assert page.status == 200
        assert kinds(alex, records) == [["closed"]] * 3
        assert page.text.count(": Closed.</li>") == 3

    def test_d9_each_is_kept_or_closed_and_what_nothing_is_said_of_waits(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        acme, globex, _ = records

        page = pressed(anybody, settling(clock, SettlePurpose.PICK_UP), f"{acme['id']}=keep&{globex['id']}=close")

        assert kinds(alex, records) == [["note"], ["closed"], []]
        assert events(alex, acme)[0]["note"] == "Still on."
        assert page.text.count('type="radio"') == 2

    def test_m2_a_withdrawal_ends_them_as_withdrawn(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        pressed(anybody, settling(clock, SettlePurpose.WITHDRAW), "all=close")

        assert kinds(alex, records) == [["withdrawn"]] * 3

    def test_it_acts_once(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]], operations: list[str]
    ) -> None:
        path = settling(clock)
        pressed(anybody, path, "all=close")
        operations.clear()

        page = pressed(anybody, path, "all=close")

        assert READS.issuperset(operations)
        assert kinds(alex, records) == [["closed"]] * 3
        assert 'type="radio"' not in page.text

    def test_what_changed_since_is_left_alone_and_named(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        path = settling(clock)
        happened(alex, records[0]["id"], kind="heard_back", result="offer")

        page = pressed(anybody, path, f"all=close&{records[0]['id']}=close").text

        assert kinds(alex, records) == [["heard_back"], ["closed"], ["closed"]]
        assert "Acme" in page.partition("Left alone")[2]
        assert "Globex" not in page.partition("Left alone")[2]

    def test_what_is_gone_or_cannot_be_read_is_counted(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        alex.delete(f"/interviews/{records[0]['id']}")
        spoil(records[1]["id"], contacts={"L": [{"S": "Dana"}]})

        page = pressed(anybody, settling(clock), "all=close").text

        assert "2 records of the mail have been removed, or cannot be read." in page
        assert kinds(alex, records[2:]) == [["closed"]]

    def test_undo_takes_back_what_the_link_did_and_nothing_else(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        path = settling(clock)
        pressed(anybody, path, "all=close")
        happened(alex, records[0]["id"], kind="note", note="the owner's own")

        page = pressed(anybody, path, "undo=on")

        assert kinds(alex, records) == [["closed", "note"], [], []]
        assert 'type="radio"' not in page.text  # once is once: what was taken back is not settled by it again

    def test_a_browser_is_sent_on_to_the_page_that_shows_what_was_done(self, anybody: Gateway, clock: Clock) -> None:
        path = settling(clock)

        sent_on = pressed(anybody, path, "all=close", **BROWSER)

        assert (sent_on.status, sent_on.headers["Location"]) == (303, f"/api{path}?done=yes")
        assert anybody.get(f"{path}?done=yes").text.count(": Closed.</li>") == 3

    def test_what_is_no_choice_of_a_listed_record_records_nothing(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        other = recorded(alex, company="Umbrella")

        page = pressed(anybody, settling(clock), f"{other['id']}=close&{records[0]['id']}=remove")

        assert page.status == 200
        assert kinds(alex, [*records, other]) == [[], [], [], []]

    def test_it_lasts_for_thirty_days_from_its_mail(
        self, anybody: Gateway, alex: Gateway, clock: Clock, records: list[dict[str, Any]]
    ) -> None:
        path = settling(clock)
        clock.now += LIFETIME - timedelta(seconds=1)
        assert anybody.get(path).status == 200

        clock.now += timedelta(seconds=1)

        assert (anybody.get(path).status, pressed(anybody, path, "all=close").status) == (410, 410)
        assert kinds(alex, records) == [[], [], []]

    def test_one_that_was_tampered_with_or_is_for_something_else_leads_nowhere(
        self, anybody: Gateway, clock: Clock
    ) -> None:
        path = settling(clock)

        assert pressed(anybody, f"{path}A", "all=close").status == 404
        for root in ("/act/", "/read/"):
            assert anybody.get(path.replace("/settle/", root)).status == 404

    def test_it_speaks_the_owner_s_language(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        alex.patch("/owner", {"language": "ru"})

        page = pressed(anybody, settling(clock), "all=close").text

        assert "Закрыть то, что закончилось" in page
        assert not re.search(r">[^<]*\b(Closed|Recorded|Undo)\b", page)


def test_a_digest_that_listed_nothing_or_is_not_there_says_so(
    anybody: Gateway, alex: Gateway, clock: Clock, digests: Digests, records: list[dict[str, Any]]
) -> None:
    lists(digests, clock, {SettlePurpose.PICK_UP: records})

    for path in (settling(clock), settling(clock, SettlePurpose.PICK_UP, TUESDAY - timedelta(days=1))):
        page = pressed(anybody, path, "all=close")
        assert (page.status, "is not known any more" in page.text) == (404, True)
    assert kinds(alex, records) == [[], [], []]


def test_a_record_of_another_owner_is_not_settled_whatever_is_listed(
    anybody: Gateway, alex: Gateway, clock: Clock, digests: Digests, kims_token: str
) -> None:
    kim = anybody.signed_in(kims_token)
    hers = recorded(kim, company="Umbrella")
    lists(digests, clock, {SettlePurpose.CLOSE: [hers]})

    page = pressed(anybody, settling(clock), "all=close")

    assert "Umbrella" not in page.text
    assert kinds(kim, [hers]) == [[]]
