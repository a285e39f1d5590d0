"""``/read/{token}``: a line of the mail opens its step whole, without signing in, and nothing else (D2)."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import LIFETIME
from chalicelib.playbook.step import StepKind
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.description import OPERATIONS, misfits
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import events, link, links_in, pressed, reading
from tests.web.test_unreadable import spoil

LETTER = re.compile(r'<pre class="words"[^>]*>(.*?)</pre>', re.DOTALL)
BRANCH = re.compile(r"<details>\n<summary>(.*?)</summary>\n<p[^>]*>(.*?)</p>", re.DOTALL)
LATE = timedelta(days=7)  # on Monday 10 August the status call is due


@pytest.fixture
def called(alex: Gateway, clock: Clock, record: dict[str, Any]) -> str:
    """The link to Acme's status call, in the mail of the day on which it is due."""
    happened(alex, record["id"], kind="thank_you_sent")
    clock.now += LATE
    return reading(StepKind.STATUS_CALL, record, clock)


@pytest.fixture
def thanking(clock: Clock, record: dict[str, Any]) -> str:
    """The link to the thank-you letter to Acme, in the mail of the day on which it is due."""
    clock.now += timedelta(days=1)
    return reading(StepKind.THANK_YOU_LETTER, record, clock)


def test_d2_a_call_is_its_script_with_every_branch_to_tap_through(
    anybody: Gateway, alex: Gateway, record: dict[str, Any], called: str
) -> None:
    page = anybody.get(called)

    said = alex.get(f"/interviews/{record['id']}/drafts/status_call").data["passages"]
    branches = [(unescape(heading), unescape(text)) for heading, text in BRANCH.findall(page.text)]
    assert page.status == 200
    assert branches[: len(said)] == [(one["heading"], one["text"]) for one in said if one["heading"]]
    assert all(one["text"] in unescape(page.text) for one in said)
    assert 'href="tel:+493023125021"' in page.text


def test_d2_a_letter_is_there_to_copy_to_mail_and_as_a_file(
    anybody: Gateway, alex: Gateway, record: dict[str, Any], thanking: str
) -> None:
    page = anybody.get(thanking).text

    own = f"/interviews/{record['id']}/drafts/thank_you_letter"
    letter = alex.get(own).data
    assert [unescape(text) for text in LETTER.findall(page)] == [letter["text"]]
    assert f'href="{letter["mailto"]}"' in unescape(page)
    assert "data-copy" in page
    (file,) = links_in(page, "/read/")
    message, owners = anybody.get(file), alex.get(f"{own}.eml")
    assert (message.status, message.text) == (200, owners.text)
    assert message.headers["Content-Type"] == "message/rfc822"
    assert message.headers["Content-Disposition"] == owners.headers["Content-Disposition"]


def test_d2_every_answer_of_the_step_is_one_tap_away(
    anybody: Gateway, alex: Gateway, record: dict[str, Any], called: str
) -> None:
    clicks = links_in(anybody.get(called).text, "/act/")

    assert len(clicks) == 10  # three of the call, three answers, three snoozes, stop
    assert all(anybody.get(click).status == 200 for click in clicks)
    pressed(anybody, clicks[0])
    assert [event["result"] for event in events(alex, record)] == [None, "no_answer"]


@pytest.mark.parametrize("accept", ["", "application/json", "text/html", "*/*"])
def test_it_is_a_page_whatever_accept_says_and_kept_by_nobody(anybody: Gateway, called: str, accept: str) -> None:
    page = anybody.get(called, Accept=accept)

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "<nav" not in page.text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("ending", ["", ".eml"])
def test_reading_asks_for_the_owner_and_the_record_and_changes_nothing(
    anybody: Gateway, thanking: str, operations: list[str], method: str, ending: str
) -> None:
    operations.clear()

    reply = anybody.send(method, f"{thanking}{ending}")

    assert (reply.status, bool(reply.text)) == (200, method == "GET")
    assert operations == ["GetItem", "GetItem"]


@pytest.mark.parametrize(("name", "ending"), [("read_step", ""), ("read_step_eml", ".eml")])
def test_it_answers_as_the_api_s_description_says(
    anybody: Gateway, clock: Clock, thanking: str, name: str, ending: str
) -> None:
    (operation,) = (one for one in OPERATIONS if one.name == name)
    good, torn = anybody.get(f"{thanking}{ending}"), anybody.get(f"{thanking}A{ending}")
    clock.now += LIFETIME

    replies = [good, torn, anybody.get(f"{thanking}{ending}")]

    assert [reply.status for reply in replies] == [200, 404, 410]
    assert [misfits(reply, operation) for reply in replies] == [[], [], []]


def test_nothing_is_posted_there(anybody: Gateway, called: str) -> None:
    assert anybody.send("POST", called).status == 405


class TestAfterTheMail:
    """The page plans afresh: it shows what is due now, and says so if that is something else."""

    def test_another_step_is_due(self, anybody: Gateway, alex: Gateway, called: str, record: dict[str, Any]) -> None:
        happened(alex, record["id"], kind="heard_back", result="offer", until="2026-08-10")

        page = anybody.get(called).text

        assert "Something has changed since the mail: this is what is due now." in page
        assert "I accepted" in page
        assert "nobody answered" not in page

    def test_time_alone_makes_another_step(self, anybody: Gateway, clock: Clock, thanking: str) -> None:
        clock.now += LATE

        page = anybody.get(thanking).text

        assert "Something has changed since the mail: this is what is due now." in page
        assert "I called: nobody answered" in page

    def test_nothing_is_due_for_now(
        self, anybody: Gateway, alex: Gateway, record: dict[str, Any], thanking: str
    ) -> None:
        happened(alex, record["id"], kind="thank_you_sent")

        page = anybody.get(thanking).text

        assert "Nothing is due here now. This is what comes next." in page
        assert "On Monday 10 August" in page
        assert ".eml" not in page

    def test_it_has_ended(self, anybody: Gateway, alex: Gateway, record: dict[str, Any], called: str) -> None:
        happened(alex, record["id"], kind="heard_back", result="refusal", reasons_given=True)

        page = anybody.get(called)

        assert page.status == 200
        assert "There is nothing left to do here. <strong>Refusal</strong>" in page.text
        assert links_in(page.text, "/act/") == []

    def test_the_record_has_been_removed(
        self, anybody: Gateway, alex: Gateway, record: dict[str, Any], called: str
    ) -> None:
        alex.delete(f"/interviews/{record['id']}")

        for path in (called, f"{called}.eml"):
            page = anybody.get(path)
            assert (page.status, "has been removed" in page.text) == (404, True)

    def test_the_record_cannot_be_read(self, anybody: Gateway, record: dict[str, Any], called: str) -> None:
        spoil(record["id"], contacts={"L": [{"S": "Dana"}]})

        for path in (called, f"{called}.eml"):
            page = anybody.get(path)
            assert (page.status, page.headers["Content-Type"][:9]) == (409, "text/html")
            assert "This record cannot be shown." in page.text

    def test_its_letter_is_no_longer_due(
        self, anybody: Gateway, alex: Gateway, record: dict[str, Any], thanking: str
    ) -> None:
        happened(alex, record["id"], kind="thank_you_sent")

        page = anybody.get(f"{thanking}.eml")

        assert (page.status, "This letter is no longer due." in page.text) == (410, True)


@pytest.mark.parametrize("ending", ["", ".eml"])
def test_it_lasts_for_thirty_days_from_its_mail_and_not_a_second_longer(
    anybody: Gateway, clock: Clock, record: dict[str, Any], thanking: str, ending: str
) -> None:
    sent_at = clock.now
    clock.now = sent_at + LIFETIME - timedelta(seconds=1)
    assert anybody.get(thanking).status == 200

    clock.now = sent_at + LIFETIME

    assert anybody.get(f"{thanking}{ending}").status == 410


def test_what_the_page_offers_ends_with_its_mail(anybody: Gateway, clock: Clock, called: str) -> None:
    sent_at = clock.now
    clock.now = sent_at + LIFETIME - timedelta(seconds=1)
    offered = links_in(anybody.get(called).text, "/(?:act|read)/")

    clock.now = sent_at + LIFETIME

    assert offered
    assert {anybody.get(one).status for one in offered} == {410}


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: token + "A", lambda token: "A" + token[1:]])
def test_a_token_that_was_tampered_with_leads_nowhere(anybody: Gateway, called: str, change: Any) -> None:
    assert anybody.get(f"/read/{change(called.removeprefix('/read/'))}").status == 404


def test_a_click_s_token_reads_nothing_and_a_reader_s_does_nothing(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], called: str
) -> None:
    click = link(ActionKind.STOP, record, clock)

    assert anybody.get(click.replace("/act/", "/read/")).status == 404
    assert pressed(anybody, called.replace("/read/", "/act/")).status == 404
    assert [event["kind"] for event in events(alex, record)] == ["thank_you_sent"]


def test_a_record_of_another_owner_is_not_there(
    anybody: Gateway, alex: Gateway, browser: Browser, clock: Clock, kims_token: str
) -> None:
    kims = recorded(anybody.signed_in(kims_token), company="Umbrella")
    clock.now += timedelta(days=1)
    path = reading(StepKind.THANK_YOU_LETTER, kims, clock)  # Alex's link, about Kim's record

    for reply in (anybody.get(path), browser.open(path), anybody.get(f"{path}?owner_id=kim")):
        assert (reply.status, "Umbrella" in reply.text) == (404, False)


@pytest.mark.parametrize("kind", StepKind)
def test_nothing_else_of_the_owner_s_is_on_it(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], kind: StepKind
) -> None:
    offered = recorded(alex, company="Globex", position="Poet")
    happened(alex, offered["id"], kind="heard_back", result="offer", until="2026-08-14")
    clock.now += LATE

    page = anybody.get(reading(kind, record, clock))

    assert page.status == 200
    assert "Acme" in page.text
    assert not any(word in page.text for word in ("Globex", "Poet", offered["id"]))


def test_m2_what_can_be_answered_to_an_offer_opens_without_signing_in(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    happened(alex, record["id"], kind="heard_back", result="offer", until="2026-08-14")
    page = anybody.get(reading(StepKind.ANSWER_OFFER, record, clock)).text

    letters = [anybody.get(path) for path in links_in(page, "/read/")]

    assert [letter.status for letter in letters] == [200, 200, 200]
    assert all(LETTER.search(letter.text) for letter in letters)
    declining = next(letter.text for letter in letters if "Decline the offer" in letter.text)
    pressed(anybody, links_in(declining, "/act/")[0])
    assert events(alex, record)[-1]["kind"] == "offer_declined"


def test_m2_the_letter_about_an_offer_elsewhere_is_there_while_it_stands(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], called: str
) -> None:
    path = reading(StepKind.OFFER_LETTER, record, clock)
    assert anybody.get(f"{path}.eml").status == 410
    assert "offer elsewhere" not in anybody.get(path).text

    happened(alex, recorded(alex, company="Globex")["id"], kind="heard_back", result="offer", until="2026-08-20")

    assert "Tell Acme that you have an offer elsewhere" in anybody.get(path).text
    assert anybody.get(f"{path}.eml").status == 200


def test_it_speaks_the_owner_s_language(anybody: Gateway, alex: Gateway, thanking: str) -> None:
    alex.patch("/owner", {"language": "ru"})

    page = anybody.get(thanking).text

    assert '<html lang="ru">' in page
    assert "Что пора сделать" in page
    assert "What is due now" not in page


def test_a_token_of_somebody_who_is_gone_leads_nowhere(anybody: Gateway, clock: Clock) -> None:
    path = reading(StepKind.STATUS_CALL, {"id": "01K1S0M3000000000000000009"}, clock)

    assert anybody.get(path).status == 404
