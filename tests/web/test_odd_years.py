"""A day far from the one on which it is set is taken, with a warning in the answer and a question on the page (T)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories import MONDAY
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import A_FORM, FLAT, happened, recorded

BACK = "is {days} days before you entered it: is the year right?"
AHEAD = "is {days} days after you entered it: is the year right?"
DAYS = [  # from the day on which it is set
    (-365, BACK),
    (-61, BACK),
    (-60, None),
    (0, None),
    (270, None),
    (271, AHEAD),
    (365, AHEAD),
]
every_day = pytest.mark.parametrize(("days", "reason"), DAYS)


def after(days: int, since: date = MONDAY) -> str:
    """The day so many days after."""
    return (since + timedelta(days=days)).isoformat()


def warned(record: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields that a record's answer warns of, and why."""
    return [(one["field"], one["reason"]) for one in record.get("warnings", [])]


def expected(days: int, reason: str | None) -> list[tuple[str, str]]:
    """The warning about a day so many days away."""
    return [("interview_on", reason.format(days=abs(days)))] if reason else []


@every_day
@pytest.mark.parametrize("is_form", [False, True], ids=["json", "form"])
def test_t_recording_warns(alex: Gateway, days: int, reason: str | None, is_form: bool) -> None:
    sent = FLAT | {"interview_on": after(days)}

    reply = alex.post_form("/interviews", sent) if is_form else alex.post("/interviews", sent)

    assert reply.status == 201
    assert warned(reply.data) == expected(days, reason)
    assert ("warnings" in reply.data) is bool(reason)
    assert alex.get(f"/interviews/{reply.data['id']}").data == reply.data


@every_day
def test_t_a_change_warns_and_so_does_the_change_back(
    alex: Gateway, clock: Clock, days: int, reason: str | None
) -> None:
    path = f"/interviews/{recorded(alex)['id']}"
    clock.now += timedelta(days=2)

    changed = alex.patch(path, {"interview_on": after(days + 2)}).data
    corrected = alex.patch(path, {"interview_on": after(1)}).data

    assert warned(changed) == expected(days, reason)
    assert warned(corrected) == []


@pytest.mark.parametrize(("days", "reason"), [(days, reason) for days, reason in DAYS if days >= 0])
@pytest.mark.parametrize("on", [3, 10])
def test_t_a_move_warns_counted_from_the_day_on_which_it_was_heard(
    alex: Gateway, clock: Clock, days: int, reason: str | None, on: int
) -> None:
    record = recorded(alex, interview_on="2026-08-12")
    clock.now += timedelta(days=14)
    heard_on = date(2026, 8, on)

    moved = happened(
        alex, record["id"], kind="interview_moved", on=f"{heard_on}", interview_on=after(days, since=heard_on)
    )

    assert warned(moved) == expected(days, reason)


def test_t_a_move_into_a_year_before_warns_too(alex: Gateway) -> None:
    record = recorded(alex, interview_on="2026-08-12")

    moved = happened(alex, record["id"], kind="interview_moved", interview_on="2025-08-20")
    back = alex.delete(f"/interviews/{record['id']}/events/last").data

    assert warned(moved) == expected(-348, BACK)
    assert warned(back) == []


@pytest.mark.parametrize(("days", "reason"), [(270, None), (271, AHEAD)])
def test_t_the_next_round_s_record_warns(alex: Gateway, days: int, reason: str | None) -> None:
    ended = happened(alex, recorded(alex)["id"], kind="heard_back", result="next_round", interview_on=after(days))

    opened = alex.get(f"/interviews/{ended['next_interview_id']}").data

    assert warned(opened) == expected(days, reason)
    assert warned(ended) == []


def test_t_recorded_weeks_late_or_looked_at_weeks_later_is_no_odd_year(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex, interview_on=after(-60))
    clock.now += timedelta(days=100)

    assert warned(alex.get(f"/interviews/{record['id']}").data) == []


@pytest.mark.parametrize(("days", "reason"), [(-61, BACK), (271, AHEAD)])
def test_t_the_warning_speaks_the_owner_s_language(alex: Gateway, days: int, reason: str) -> None:
    alex.patch("/owner", {"language": "ru"})

    ((field, said),) = warned(recorded(alex, interview_on=after(days)))

    assert field == "interview_on"
    assert str(abs(days)) in said
    assert said.endswith("?")
    assert not set("abcdefghijklmnopqrstuvwxyz") & set(said.lower())


@every_day
@pytest.mark.parametrize("language", ["en", "ru"])
def test_t_the_record_s_page_asks_and_leads_to_where_it_is_changed(
    alex: Gateway, alexs_browser: Browser, days: int, reason: str | None, language: str
) -> None:
    alex.patch("/owner", {"language": language})
    record = recorded(alex, interview_on=after(days))

    page = alexs_browser.open(f"/interviews/{record['id']}").text

    asked = [said for _, said in warned(record)]
    assert bool(asked) is bool(reason)
    assert [said for said in asked if said[:1].upper() + said[1:] in page] == asked
    assert (page.count(f"/interviews/{record['id']}/edit") == 2) is bool(reason)


def test_t_the_page_asks_about_the_day_that_a_move_set_until_something_else_is_recorded(
    alex: Gateway, alexs_browser: Browser
) -> None:
    path = f"/interviews/{recorded(alex, interview_on='2026-08-12')['id']}"
    asked = "Is 374 days after you entered it: is the year right?"

    alex.post(f"{path}/events", {"kind": "interview_moved", "interview_on": "2027-08-12"})
    after_the_move = alexs_browser.open(path).text
    alex.post(f"{path}/events", {"kind": "note", "note": "They confirmed it."})

    assert asked in after_the_move
    assert asked not in alexs_browser.open(path).text


def test_t_the_form_asks_on_the_page_that_follows(alexs_browser: Browser) -> None:
    alexs_browser.open("/record")

    page = alexs_browser.send("/interviews", A_FORM | {"interview_on": "2025-08-03"}).text

    assert "Is 365 days before you entered it: is the year right?" in page
