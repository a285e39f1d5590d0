"""Seen to arrive: a press in a digest says so once, for this address and this sender; till then pages ask for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import LIFETIME
from chalicelib.links.arrival import route_of, seen_at, with_question
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.owner import Arrival, Owner
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import LEASE, Digests
from chalicelib.records.mail_returns import MailReturn
from chalicelib.records.owners import Account, Owners
from chalicelib.web.http.application import Afterword
from tests.factories import THAT_EVENING, an_owner
from tests.web.browser import Browser
from tests.web.conftest import LINKS, SENDER, Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded
from tests.web.links import BROWSER, links_in, pressed
from tests.web.test_pausing import Overtaken

HERE = route_of(an_owner(), SENDER)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
ASKS, WILL_ASK = "No digest has been seen to arrive yet.", "The next digest asks for one press"

pytestmark = pytest.mark.usefixtures("token")


def account_of(owners: Owners) -> Account:
    account = owners.get("alex")
    assert account is not None
    return account


def change(owners: Owners, **changes: Any) -> None:
    """Change what is stored of the owner."""
    account = account_of(owners)
    owners.save(replace(account, owner=replace(account.owner, **changes)))


def asked(owners: Owners) -> None:
    """A digest went out, and asks to be pressed."""
    change(owners, arrival=with_question(account_of(owners).owner, HERE).arrival)


def press_of(at: datetime, route: str | None = HERE) -> str:
    """The path of the link in the digest of then."""
    return f"/act/{LINKS.token(ActionKind.SEEN, 'alex', at, route=route)}"


def seen(owners: Owners) -> datetime | None:
    return seen_at(account_of(owners).owner, SENDER)


def test_opening_the_link_stores_nothing_since_scanners_open_links(
    anybody: Gateway, owners: Owners, clock: Clock
) -> None:
    before = account_of(owners)

    page = anybody.get(press_of(clock.now))

    assert page.status == 200
    assert "Nothing is recorded before you press the button." in page.text
    assert account_of(owners) == before


def test_the_press_stores_when_it_came_and_is_thanked_for(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    asked(owners)

    page = pressed(anybody, press_of(clock.now - A_DAY))

    assert "Thank you: Afterword knows now that the digest reaches you." in page.text
    assert seen(owners) == THAT_EVENING


def test_a_browser_is_led_to_a_page_that_can_be_opened_again(anybody: Gateway, clock: Clock) -> None:
    path = press_of(clock.now)

    reply = pressed(anybody, path, **BROWSER)

    assert reply.status == 303
    assert "Thank you" in anybody.get(f"{path}?done=yes").text


def test_a_second_press_changes_nothing_and_says_that_it_is_known(
    anybody: Gateway, owners: Owners, clock: Clock
) -> None:
    pressed(anybody, press_of(clock.now))
    before = account_of(owners)
    clock.now += A_DAY

    page = pressed(anybody, press_of(THAT_EVENING))

    assert "Afterword knows already" in page.text
    assert account_of(owners) == before


@pytest.mark.parametrize("route", [None, route_of(an_owner(), "other@example.org"), "0123456789"])
def test_a_link_of_another_way_proves_nothing(
    anybody: Gateway, owners: Owners, clock: Clock, route: str | None
) -> None:
    page = pressed(anybody, press_of(clock.now, route))

    assert "So the link changed nothing" in page.text
    assert seen(owners) is None


def test_an_address_that_changes_is_asked_about_anew_and_the_old_mail_proves_nothing_for_it(
    anybody: Gateway, alex: Gateway, owners: Owners, clock: Clock
) -> None:
    pressed(anybody, press_of(clock.now))
    alex.patch("/owner", {"email": "alexa@example.net"})
    assert (alex.get("/owner").data["digest_seen_at"], anybody.get("/health").data["digest_seen_at"]) == (None, None)

    page = pressed(anybody, press_of(clock.now))

    assert "So the link changed nothing" in page.text
    assert seen(owners) is None


def test_the_same_address_in_other_letters_is_the_same(anybody: Gateway, alex: Gateway, clock: Clock) -> None:
    pressed(anybody, press_of(clock.now))

    changed = alex.patch("/owner", {"email": "Alex@example.org"}).data

    assert changed["digest_seen_at"] == "2026-08-03T16:00:00Z"


def test_a_sender_that_changes_is_asked_about_anew(app: Afterword, anybody: Gateway, clock: Clock) -> None:
    pressed(anybody, press_of(clock.now))
    parts = replace(app.services(), sender="digest@example.com")
    app.services = lambda: parts

    assert anybody.get("/health").data["digest_seen_at"] is None


def test_health_and_the_owner_say_when_it_was_seen(anybody: Gateway, alex: Gateway, clock: Clock) -> None:
    pressed(anybody, press_of(clock.now))

    assert alex.get("/owner").data["digest_seen_at"] == "2026-08-03T16:00:00Z"
    assert anybody.get("/health").data["digest_seen_at"] == "2026-08-03T16:00:00Z"


def test_nobody_sets_it_by_a_change_of_the_settings(alex: Gateway) -> None:
    alex.patch("/owner", {"digest_seen_at": "2026-08-03T16:00:00Z"})

    assert alex.get("/owner").data["digest_seen_at"] is None


@pytest.mark.parametrize("problem", MailReturn)
def test_what_had_refused_earlier_digests_is_over_with_the_first_one_that_is_seen(
    anybody: Gateway, owners: Owners, clock: Clock, problem: MailReturn
) -> None:
    refused = Arrival(refused_at=clock.now - A_DAY)
    owners.save(replace(account_of(owners), digest_problem=problem))
    change(owners, arrival=refused)

    pressed(anybody, press_of(clock.now - A_DAY - AN_HOUR))
    kept = account_of(owners).digest_problem
    pressed(anybody, press_of(clock.now - AN_HOUR))

    assert kept == problem
    assert account_of(owners).digest_problem is None
    assert seen(owners) == clock.now


def test_a_stop_is_ended_by_no_press(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    owners.save(replace(account_of(owners), digest_problem="complained"))

    pressed(anybody, press_of(clock.now))

    assert account_of(owners).digest_problem == "complained"


def test_a_press_and_a_change_of_the_settings_at_the_same_moment_both_count(
    app: Afterword, anybody: Gateway, owners: Owners, clock: Clock
) -> None:
    parts = replace(app.services(), owners=Overtaken("Alexa Example"))
    app.services = lambda: parts

    pressed(anybody, press_of(clock.now))

    assert (account_of(owners).owner.name, seen(owners)) == ("Alexa Example", clock.now)


def test_f23_the_press_is_over_after_thirty_days(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    assert pressed(anybody, press_of(clock.now - LIFETIME)).status == 410
    assert seen(owners) is None


class TestAnAnswerInTheMail:
    """Who answers in a mail has seen it. The links of pages prove nothing, and neither does what a scanner opens."""

    def answer(self, record: dict[str, Any], clock: Clock, route: str | None = HERE) -> str:
        """The path of a link of a digest that says that the letter was sent."""
        token = LINKS.token(ActionKind.THANKED, "alex", clock.now, record["id"], record["version"], route=route)
        return f"/act/{token}"

    def test_it_is_recorded_and_the_mail_was_seen(
        self, alex: Gateway, anybody: Gateway, owners: Owners, clock: Clock
    ) -> None:
        record = recorded(alex)

        page = pressed(anybody, self.answer(record, clock))

        assert "Recorded." in page.text
        assert seen(owners) == clock.now

    def test_opening_it_stores_nothing(self, alex: Gateway, anybody: Gateway, owners: Owners, clock: Clock) -> None:
        anybody.get(self.answer(recorded(alex), clock))

        assert seen(owners) is None

    def test_it_costs_one_write_the_first_time_and_nothing_afterwards(
        self, alex: Gateway, anybody: Gateway, clock: Clock, operations: list[str]
    ) -> None:
        first, second = recorded(alex), recorded(alex, company="Hooli")
        costs = []
        for record in (first, second):
            operations.clear()
            pressed(anybody, self.answer(record, clock))
            costs.append(operations.copy())

        assert costs == [["GetItem", "PutItem", "GetItem", "PutItem"], ["GetItem", "GetItem", "PutItem"]]

    def test_the_links_of_the_owner_s_pages_prove_nothing(
        self, alexs_browser: Browser, anybody: Gateway, alex: Gateway, owners: Owners, clock: Clock
    ) -> None:
        recorded(alex)
        clock.now += A_DAY
        page = alexs_browser.open("/")

        links = links_in(page.text, "/act/")
        for link in links:
            pressed(anybody, link)

        assert links
        assert seen(owners) is None

    def test_a_step_that_the_mail_opens_leads_to_answers_that_prove_the_same(
        self, alex: Gateway, anybody: Gateway, owners: Owners, clock: Clock
    ) -> None:
        record = recorded(alex)
        reading = ReadLinks(LINKS).token("alex", record["id"], StepKind.THANK_YOU_LETTER, clock.now, HERE)
        page = anybody.get(f"/read/{reading}")
        assert seen(owners) is None

        pressed(anybody, links_in(page.text, "/act/")[0])

        assert seen(owners) == clock.now

    @pytest.mark.parametrize(("route", "is_seen"), [(HERE, True), (None, False)], ids=["asking", "as ever"])
    def test_settling_what_a_digest_listed_proves_it_if_that_asked(
        self, alex: Gateway, anybody: Gateway, owners: Owners, digests: Digests, clock: Clock, route: str, is_seen: bool
    ) -> None:
        record, on = recorded(alex), clock.now.date()
        claim = digests.claim("alex", on, clock.now, LEASE)
        assert claim is not None
        digests.mark_sent(claim, "message-1", clock.now, {SettlePurpose.CLOSE: {record["id"]: record["version"]}})
        token = SettleLinks(LINKS).token("alex", on, SettlePurpose.CLOSE, clock.now, route)

        anybody.get(f"/settle/{token}")
        assert seen(owners) is None
        pressed(anybody, f"/settle/{token}", "all=close")

        assert (seen(owners) is not None) == is_seen

    def test_a_mail_program_s_unsubscribe_proves_nothing(self, anybody: Gateway, owners: Owners, clock: Clock) -> None:
        pause = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now, version=0)}"

        pressed(anybody, pause, "List-Unsubscribe=One-Click")

        assert seen(owners) is None


@pytest.mark.parametrize("path", ["/", "/settings"])
class TestThePages:
    def test_before_the_first_digest_they_only_say_what_it_will_ask(self, alexs_browser: Browser, path: str) -> None:
        page = alexs_browser.open(path).text

        assert WILL_ASK in page
        assert ASKS not in page

    def test_until_one_was_seen_they_say_so_and_how_to_look_into_spam(
        self, alexs_browser: Browser, owners: Owners, path: str
    ) -> None:
        asked(owners)

        page = alexs_browser.open(path).text

        assert ASKS in page
        assert f"add {SENDER} to your contacts" in page
        for program in ("Gmail", "Apple Mail", "Outlook", "Yahoo", "GMX", "Yandex"):
            assert f"<dt>{program}" in page

    def test_then_they_are_silent(
        self, alexs_browser: Browser, anybody: Gateway, owners: Owners, clock: Clock, path: str
    ) -> None:
        asked(owners)
        pressed(anybody, press_of(clock.now))

        page = alexs_browser.open(path).text

        assert ASKS not in page
        assert WILL_ASK not in page

    @pytest.mark.parametrize(
        ("problem", "said"),
        [
            (MailReturn.POLICY, "does not believe that the mail is from its sender"),
            (MailReturn.CONTENT, "refused the digest for what is in it"),
            (MailReturn.SUPPRESSED, "keeps your address on a list"),
        ],
    )
    def test_what_came_back_is_said_in_its_stead_with_what_to_do(
        self, alexs_browser: Browser, owners: Owners, path: str, problem: MailReturn, said: str
    ) -> None:
        owners.save(replace(account_of(owners), digest_problem=problem))

        page = alexs_browser.open(path).text

        assert said in page
        assert "the next digest is tried all the same" in page.replace("The next", "the next")
        assert WILL_ASK not in page
        assert 'action="/api/settings/mail"' not in page

    def test_who_has_paused_the_digest_is_not_told_that_one_comes(
        self, alexs_browser: Browser, alex: Gateway, path: str
    ) -> None:
        alex.patch("/owner", {"paused_until": "2026-08-09"})

        assert WILL_ASK not in alexs_browser.open(path).text


def test_an_owner_of_before_is_asked_once(owners: Owners) -> None:
    before: Owner = account_of(owners).owner

    after = with_question(before, HERE)

    assert after.arrival == Arrival(route=HERE)
    assert with_question(after, HERE) is after
