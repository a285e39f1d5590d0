"""W12: the pages ask what was said in an interview, and one Save writes it down."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

TWO = [
    {"id": "dana", "name": "Dana Winter", "email": "dana.winter@acme.example"},
    {"id": "robin", "name": "Robin Hale", "role": "supervisor"},
]
ASKED = "What did they say?"


@pytest.fixture
def acme(alex: Gateway) -> dict[str, Any]:
    """Acme, interviewed today, with two people of whom nobody is marked yet."""
    return recorded(alex, contacts=TWO)


def names_in(page: str) -> set[str]:
    """The names of the inputs of the questions on a page."""
    form = re.search(r'<form [^>]*/debrief">.*?</form>', page, re.DOTALL)
    return set(re.findall(r' name="(\w+)"', form[0])) - {"made_from", "form_token"} if form else set()


def of(gateway: Gateway, record: dict[str, Any]) -> dict[str, Any]:
    """The record as it is now."""
    return dict(gateway.get(f"/interviews/{record['id']}").data)


def facts(record: dict[str, Any]) -> tuple[Any, ...]:
    """What the record says of the answer."""
    return record["answer_expected_on"], record["answer_channel"], record["may_call"]


def people(record: dict[str, Any]) -> list[tuple[bool, str | None]]:
    """Who was there, and what they said."""
    return [(one["met"], one["notes"]) for one in record["contacts"]]


def saved(browser: Browser, record: dict[str, Any], **fields: str) -> str:
    """The page after Save on the record's page."""
    browser.open(f"/interviews/{record['id']}")
    return browser.send(f"/interviews/{record['id']}/debrief", fields).text


def test_w12_the_record_s_page_asks_first_what_was_said(alexs_browser: Browser, acme: dict[str, Any]) -> None:
    page = alexs_browser.open(f"/interviews/{acme['id']}").text

    assert page.index(f"<h2>{ASKED}</h2>") < page.index("What is next")
    assert f">{ASKED}</a>" not in page  # the form is there, and needs no link
    assert names_in(page) == {
        *("when", "answer_expected_on", "answer_channel", "may_call"),
        *("met_dana", "notes_dana", "met_robin", "notes_robin"),
    }
    for label, day in (("Tomorrow", "04"), ("This week", "07"), ("Next week", "14"), ("In two weeks", "17")):
        assert re.search(rf'name="when" value="2026-08-{day}"> <span>{label}<br><span class="small">[A-Z]\w+day', page)
    assert page.count("They did not say") == 3
    assert "required" not in page.partition('/debrief">')[2].partition("</form>")[0].replace("is required", "")


def test_w12_one_save_gives_the_record_all_answers_in_one_write(
    alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
) -> None:
    page = saved(
        alexs_browser,
        acme,
        when="2026-08-14",
        answer_channel="email",
        may_call="no",
        met_robin="on",
        notes_robin="how the team plans its week",
    )

    after = of(alex, acme)
    assert facts(after) == ("2026-08-14", "email", False)
    assert people(after) == [(False, None), (True, "how the team plans its week")]
    assert after["version"] == acme["version"] + 1
    assert [event["kind"] for event in after["events"]] == ["note"]
    assert "<strong>Recorded.</strong> I wrote down what was said in the interview." in page
    assert names_in(page) == set()


def test_w12_undo_takes_the_answers_back_and_the_page_asks_again(
    alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
) -> None:
    saved(alexs_browser, acme, when="2026-08-14", answer_channel="phone", met_dana="on", notes_dana="x")

    page = alexs_browser.send(f"/interviews/{acme['id']}/undo").text

    after = of(alex, acme)
    assert (facts(after), people(after)) == ((None, None, None), [(False, None), (False, None)])
    assert after["events"] == []
    assert names_in(page) > {"when", "met_dana"}


def test_w12_a_typed_day_comes_before_a_tapped_one(alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]) -> None:
    saved(alexs_browser, acme, when="2026-08-14", answer_expected_on="20 August 2026")

    assert of(alex, acme)["answer_expected_on"] == "2026-08-20"


def test_w12_saved_once_with_they_did_not_say_it_is_asked_no_more(
    alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
) -> None:
    page = saved(alexs_browser, acme, when="", answer_channel="", may_call="")

    assert facts(of(alex, acme)) == (None, None, None)
    assert names_in(page) == set()
    assert ASKED not in alexs_browser.open("/").text


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({"answer_channel": "phone"}, {"when", "answer_expected_on", "may_call"}),
        ({"answer_expected_on": "2026-08-14", "answer_channel": "phone"}, {"may_call"}),
    ],
)
def test_w12_only_what_is_missing_is_asked(
    alexs_browser: Browser, alex: Gateway, known: dict[str, Any], asked: set[str]
) -> None:
    there = [{"name": "Dana Winter", "met": True, "notes": "how she works"}]
    record = recorded(alex, contacts=there, **known)

    assert names_in(alexs_browser.open(f"/interviews/{record['id']}").text) == asked


def test_w12_what_is_not_asked_is_not_overwritten(alexs_browser: Browser, alex: Gateway) -> None:
    record = recorded(alex, may_call=True)

    saved(alexs_browser, record, may_call="no", answer_channel="email")

    assert facts(of(alex, record)) == (None, "email", True)


def test_w12_it_is_asked_until_the_status_step_is_due(
    alexs_browser: Browser, acme: dict[str, Any], clock: Clock
) -> None:
    clock.now += timedelta(days=6)
    the_day_before = alexs_browser.open(f"/interviews/{acme['id']}").text
    clock.now += timedelta(days=1)  # Monday 10 August
    on_the_day = alexs_browser.open(f"/interviews/{acme['id']}").text

    assert names_in(the_day_before)
    assert not names_in(on_the_day)


def test_w12_nothing_is_asked_before_the_interview_is_over(alexs_browser: Browser, alex: Gateway) -> None:
    record = recorded(alex, interview_time="17:00")  # it is six in the evening

    assert not names_in(alexs_browser.open(f"/interviews/{record['id']}").text)


def test_w12_w13_nothing_is_asked_while_a_day_is_to_come(alexs_browser: Browser, alex: Gateway) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="interview_moved")

    assert not names_in(alexs_browser.open(f"/interviews/{record['id']}").text)


def test_w12_today_s_page_asks_above_the_routine_about_the_two_latest(
    alexs_browser: Browser, alex: Gateway, clock: Clock
) -> None:
    for number, company in enumerate(("Oldest", "Middle", "Newest")):
        recorded(alex, company=company, interview_on=f"2026-08-0{number + 3}")
    clock.now += timedelta(days=3)  # Thursday

    page = alexs_browser.open("/").text

    asked = page.partition("<article")[0]  # above the routine
    assert re.findall(r"<strong>(\w+)</strong>", asked) == ["Newest", "Middle"]
    assert page.count(f"<h2>{ASKED}</h2>") == asked.count(f"<h2>{ASKED}</h2>") == 2
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


class TestWhatDoesNotFit:
    """It goes through the same checks as the form that changes a record."""

    def test_comes_back_as_it_was_filled_in_with_the_reason_beside_it(
        self, alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
    ) -> None:
        page = saved(
            alexs_browser,
            acme,
            answer_expected_on="2026-08-03",
            may_call="yes",
            met_dana="on",
            notes_dana="a zebra",
            notes_robin="x" * 1001,
        )

        assert alexs_browser.page.status == 422
        assert "Is not after the day of the interview." in page
        assert "Is longer than 1000 characters." in page
        assert 'name="may_call" value="yes" checked' in page
        assert 'name="met_dana" checked' in page
        assert 'value="a zebra"' in page
        assert of(alex, acme) == acme

    def test_is_also_a_form_of_an_earlier_version(
        self, alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
    ) -> None:
        alexs_browser.open(f"/interviews/{acme['id']}")
        alex.patch(f"/interviews/{acme['id']}", {"may_call": True})

        page = alexs_browser.send(f"/interviews/{acme['id']}/debrief", {"may_call": "no", "answer_channel": "phone"})

        assert page.status == 422
        assert "This was changed elsewhere while the form was open" in page.text
        assert "may_call" not in names_in(page.text)
        assert 'value="phone" checked' in page.text
        alexs_browser.send(f"/interviews/{acme['id']}/debrief", {"answer_channel": "phone"})
        assert facts(of(alex, acme)) == (None, "phone", True)


def test_w12_a_form_that_is_sent_twice_writes_once(alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]) -> None:
    alexs_browser.open(f"/interviews/{acme['id']}")
    sent = {"may_call": "yes", "made_from": str(acme["version"])}

    pages = [alexs_browser.send(f"/interviews/{acme['id']}/debrief", sent) for _ in range(2)]

    assert [page.status for page in pages] == [200, 200]
    assert of(alex, acme)["version"] == acme["version"] + 1


def test_w12_a_record_with_a_note_of_what_was_said_goes_out_and_comes_back(
    alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]
) -> None:
    saved(alexs_browser, acme, when="2026-08-14", may_call="yes", met_dana="on", notes_dana="x")
    before, exported = of(alex, acme), alex.get("/export.json").text
    alex.delete(f"/interviews/{acme['id']}")

    alex.send("POST", "/import", exported, **{"Content-Type": "application/json"})
    alex.delete(f"/interviews/{acme['id']}/events/last")

    assert facts(before) == ("2026-08-14", None, True)
    assert (facts(of(alex, acme)), people(of(alex, acme))) == ((None, None, None), [(False, None), (False, None)])


@pytest.mark.parametrize(
    ("debrief", "reason"),
    [
        ("yes", "is not an object"),
        ({"may_call": "yes"}, "is neither true nor false"),
        ({"answer_channel": "post"}, "is not one of: phone, email"),
        ({"people": [{"met": True}]}, "is required"),
        ({"notes": "x"}, "is not a field here"),
    ],
)
def test_w12_answers_in_a_file_that_do_not_fit_are_named(alex: Gateway, debrief: object, reason: str) -> None:
    event = {"kind": "note", "on": "2026-08-03", "recorded_at": "2026-08-03T12:00:00Z", "debrief": debrief}
    record = {"company": "Acme", "position": "Cook", "interview_on": "2026-08-03", "events": [event]}

    report = alex.post("/import", {"format": "afterword", "format_version": 2, "interviews": [record]}).data

    assert [problem["reason"] for problem in report["rows"][0]["problems"]] == [reason]


def test_w12_only_a_note_gives_answers(alex: Gateway) -> None:
    event = {"kind": "letter_sent", "on": "2026-08-03", "recorded_at": "2026-08-03T12:00:00Z", "debrief": {}}
    record = {"company": "Acme", "position": "Cook", "interview_on": "2026-08-03", "events": [event]}

    report = alex.post("/import", {"format": "afterword", "format_version": 2, "interviews": [record]}).data

    assert [problem["reason"] for problem in report["rows"][0]["problems"]] == ["does not belong to letter_sent"]


def test_w12_in_russian(alexs_browser: Browser, alex: Gateway, acme: dict[str, Any]) -> None:
    alex.patch("/owner", {"language": "ru"})

    page = alexs_browser.open(f"/interviews/{acme['id']}").text

    assert "<h2>Что сказали?</h2>" in page
    for words in ("На этой неделе", "Кто был на собеседовании?", "Можно ли звонить?", "Не сказали", "Или другой день"):
        assert words in page
