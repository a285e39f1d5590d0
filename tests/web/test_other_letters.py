"""The letters that belong to no step: listed where they fit, read, kept, recorded with one click (S10 to S16)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import unquote

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

OFFER = {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}
REFUSAL = {"kind": "heard_back", "result": "refusal", "reasons_given": True}
AHEAD = {"interview_on": "2026-08-12"}
MONTH = timedelta(days=40)
Given = tuple[str, dict[str, Any], dict[str, Any] | None, timedelta, str, dict[str, Any]]
# What is recorded of Acme before, how much later it is, and what the one click records.
CASES: tuple[Given, ...] = (
    ("offer_time", {}, OFFER, timedelta(), "I asked for more time", {"kind": "note"}),
    ("offer_time_call", {}, OFFER, timedelta(), "I asked for more time", {"kind": "note"}),
    ("offer_acceptance", {}, OFFER, timedelta(), "I accepted", {"kind": "offer_accepted", "note": None}),
    ("offer_declining", {}, OFFER, timedelta(), "I declined", {"kind": "offer_declined", "note": None}),
    ("withdrawal", {}, None, timedelta(), "I withdrew", {"kind": "withdrawn", "note": None}),
    ("refusal_answer", {}, REFUSAL, timedelta(), "I sent the answer", {"kind": "note"}),
    ("reschedule", AHEAD, None, timedelta(), "I asked for another day", {"kind": "interview_moved"}),
    ("still_interested", {}, REFUSAL, MONTH, "I wrote to them", {"kind": "note"}),
)
NOTES = {
    "offer_time": "I asked for more time to answer the offer.",
    "offer_time_call": "I asked for more time to answer the offer.",
    "refusal_answer": "I thanked them for their word and answered the refusal.",
    "reschedule": "I asked for another day.",
    "still_interested": "I wrote that I am still interested.",
}
KINDS = [case[0] for case in CASES]


@pytest.fixture(params=CASES, ids=KINDS)
def case(request: pytest.FixtureRequest) -> Given:
    """One letter, with where it fits."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def record(alex: Gateway, clock: Clock, case: Given) -> dict[str, Any]:
    """A record that the letter fits."""
    _, facts, event, later, *_ = case
    made = recorded(alex, **facts)
    if event:
        happened(alex, made["id"], **event)
    clock.now += later
    return dict(alex.get(f"/interviews/{made['id']}").data)


@pytest.fixture
def path(case: Given, record: dict[str, Any]) -> str:
    """Where the letter is."""
    return f"/interviews/{record['id']}/drafts/{case[0]}"


def links(page: str, label: str) -> list[str]:
    """The one-click links with this label."""
    return re.findall(rf'href="/api(/act/[^"]+)">{label}</a>', page)


def test_s10_to_s16_a_letter_that_fits_is_listed_after_the_steps_and_can_be_read(
    alex: Gateway, record: dict[str, Any], path: str, case: Given
) -> None:
    listed = [draft["kind"] for draft in alex.get(path.rpartition("/")[0]).data["items"]]
    draft = alex.get(path).data

    assert case[0] in listed
    assert not {"thank_you_letter", "status_call"} & set(listed[listed.index(case[0]) :])
    assert draft["kind"] == case[0]
    assert draft["notice"].startswith("Draft - not sent.")
    assert (draft["eml"] is None) == (case[0] == "offer_time_call")


def test_s10_to_s16_its_page_and_the_record_s_lead_to_each_other(
    alexs_browser: Browser, token: str, record: dict[str, Any], path: str
) -> None:
    alexs_browser.sign_in(token)
    page = alexs_browser.open(f"/interviews/{record['id']}").text

    assert f'<a href="/api{path}">' in page.partition("<h2>Other letters</h2>")[2]
    assert alexs_browser.open(path).status == 200


def test_s10_to_s16_one_click_records_it_once_and_undo_takes_it_back(
    alex: Gateway, alexs_browser: Browser, token: str, record: dict[str, Any], path: str, case: Given
) -> None:
    kind, *_, label, written = case
    alexs_browser.sign_in(token)
    (click,) = links(alexs_browser.open(path).text, label)

    done = alexs_browser.send(click)
    after = alex.get(f"/interviews/{record['id']}").data
    again = alexs_browser.send(click)

    events = after["events"][len(record["events"]) :]
    assert [(event["kind"], event["note"]) for event in events] == [(written["kind"], NOTES.get(kind))]
    assert alex.get(f"/interviews/{record['id']}").data["events"] == after["events"]
    assert "This is recorded already." in again.text
    undo = re.search(r'action="(?:\./|/api/act/)([^"]+)"', done.text)
    assert undo
    alexs_browser.send(f"/act/{undo[1]}")
    assert alex.get(f"/interviews/{record['id']}").data["events"] == record["events"]


@pytest.mark.parametrize("kind", KINDS)
def test_s10_to_s16_a_letter_that_does_not_fit_is_not_there(alex: Gateway, kind: str) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="withdrawn")
    path = f"/interviews/{record['id']}/drafts"

    assert alex.get(f"{path}/{kind}").status == 404
    assert alex.get(f"{path}/{kind}.eml").status == 404
    assert kind not in [draft["kind"] for draft in alex.get(path).data["items"]]


def test_s15_a_day_asked_for_is_the_day_to_come(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, **AHEAD)
    (click,) = links(
        alexs_browser.open(f"/interviews/{record['id']}/drafts/reschedule").text, "I asked for another day"
    )

    alexs_browser.send(click)

    step = alex.get(f"/interviews/{record['id']}").data["next_step"]
    assert (step["kind"], step["due_on"]) == ("status_call", "2026-08-06")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_note_says_what_was_sent_in_the_owner_s_language(
    alex: Gateway, alexs_browser: Browser, language: str
) -> None:
    alex.patch("/owner", {"language": language})
    record = recorded(alex)
    happened(alex, record["id"], **OFFER)
    page = alexs_browser.open(f"/interviews/{record['id']}/drafts/offer_time").text
    label = {"en": "I asked for more time", "ru": "Просьба о времени отправлена"}[language]

    alexs_browser.send(links(page, label)[0])

    note = alex.get(f"/interviews/{record['id']}").data["events"][-1]["note"]
    assert (
        note
        == {
            "en": "I asked for more time to answer the offer.",
            "ru": "Отправлена просьба подождать с ответом на предложение.",
        }[language]
    )


class TestBesideAnOffer:
    @pytest.fixture
    def acme(self, alex: Gateway) -> dict[str, Any]:
        """Somebody who made an offer."""
        return happened(alex, recorded(alex)["id"], **OFFER)

    @pytest.mark.parametrize("days", [0, 11])
    def test_m2_today_s_page_and_the_digest_lead_to_the_drafts_of_an_answer(
        self, alexs_browser: Browser, anybody: Gateway, clock: Clock, acme: dict[str, Any], days: int
    ) -> None:
        clock.now += timedelta(days=days)
        today, digest = alexs_browser.open("/").text, alexs_browser.open("/digest").text
        for label, kind, said in (
            ("More time", "offer_time", "more time"),
            ("Accept", "offer_acceptance", "accept"),
            ("Decline", "offer_declining", "decline"),
        ):
            assert today.count(f'/interviews/{acme["id"]}/drafts/{kind}">{label}</a>') == 1
            (read,) = re.findall(rf'/api(/read/[^"]*)">{label}</a>', digest)
            opened = anybody.get(read)
            assert opened.status == 200
            assert said in opened.text.lower()

    def test_m2_s13_once_it_is_accepted_the_others_are_offered_a_withdrawal(
        self, alex: Gateway, alexs_browser: Browser, acme: dict[str, Any]
    ) -> None:
        globex = recorded(alex, company="Globex")
        happened(alex, recorded(alex, company="Initech")["id"], **REFUSAL)
        page = f"/interviews/{acme['id']}"
        letter = f'href="/api/interviews/{globex["id"]}/drafts/withdrawal">Tell Globex that you withdraw</a>'
        before = alexs_browser.open(page).text

        happened(alex, acme["id"], kind="offer_accepted")
        after = alexs_browser.open(page).text

        assert letter not in before
        assert letter in after
        assert "Tell Initech that you withdraw" not in after

    def test_m2_s13_the_page_of_the_click_that_accepts_offers_the_withdrawals_too(
        self, alex: Gateway, alexs_browser: Browser, acme: dict[str, Any]
    ) -> None:
        recorded(alex, company="Globex")
        path = f"/interviews/{acme['id']}/drafts/offer_acceptance"
        (click,) = links(alexs_browser.open(path).text, "I accepted")

        assert "Tell Globex that you withdraw" in alexs_browser.send(click).text


def test_s11_the_message_file_is_named_for_a_person_to_read(alex: Gateway) -> None:
    record = recorded(alex, company='Ácme "GmbH" / Co')
    happened(alex, record["id"], **OFFER)
    path = f"/interviews/{record['id']}/drafts/offer_acceptance.eml"

    english = alex.get(path)
    alex.patch("/owner", {"language": "ru"})
    russian = alex.get(path)

    assert english.headers["Content-Disposition"] == (
        'attachment; filename="offer-acceptance.eml"; '
        "filename*=UTF-8''Acceptance%20to%20Dana%20Winter%2C%20%C3%81cme%20GmbH%20Co.eml"
    )
    named = russian.headers["Content-Disposition"]
    assert named.isascii()
    assert unquote(named.partition("UTF-8''")[2]) == "Согласие на предложение, Dana Winter, Ácme GmbH Co.eml"


def test_h3_a_letter_about_an_offer_is_not_marked_as_important(alex: Gateway) -> None:
    record = recorded(alex)
    happened(alex, record["id"], **OFFER)

    reply = alex.get(f"/interviews/{record['id']}/drafts/offer_acceptance.eml")

    message = message_from_bytes(reply.text.encode(), policy=default)
    assert (message["X-Unsent"], message["Importance"]) == ("1", None)


def test_s16_it_is_there_thirty_days_after_the_last_word(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    path = f"/interviews/{record['id']}/drafts/still_interested"
    statuses = {}
    for day in (datetime(2026, 9, 1, 12, tzinfo=clock.now.tzinfo), datetime(2026, 9, 2, 12, tzinfo=clock.now.tzinfo)):
        clock.now = day
        statuses[day.day] = alex.get(path).status

    assert statuses == {1: 404, 2: 200}
