"""``/agenda``, ``/digest`` and ``/interviews/{id}/plan``."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


@pytest.fixture
def four(alex: Gateway, clock: Clock) -> None:
    """On Monday 10 August: one overdue since the 7th, one due that day, one on the 12th, one on the 31st."""
    recorded(alex, company="Overdue", interview_on="2026-07-31")
    recorded(alex, company="Today")
    recorded(alex, company="Week", answer_expected_on="2026-08-11")
    recorded(alex, company="Waiting", answer_expected_on="2026-08-28")
    clock.now += timedelta(days=7)


def test_the_agenda_sorts_open_records_into_the_digest_s_sections(alex: Gateway, four: None) -> None:
    agenda = alex.get("/agenda").data

    assert agenda["on"] == "2026-08-10"
    for section in ("overdue", "today", "week", "waiting"):
        assert [item["company"] for item in agenda[section]] == [section.capitalize()]


def test_what_is_due_says_whom_to_call_and_what_to_say(alex: Gateway, four: None) -> None:
    item = alex.get("/agenda").data["today"][0]

    assert (item["step"]["kind"], item["step"]["due_on"]) == ("status_call", "2026-08-10")
    assert (item["to"]["name"], item["waiting_since"]) == ("Dana Winter", "2026-08-03")
    assert item["draft"] == f"/api/interviews/{item['id']}/drafts/status_call"
    assert item["drafts"][0]["tel"] == "tel:+493023125021"
    assert "Alex Example" in item["drafts"][0]["text"]


def test_what_is_not_due_yet_comes_without_its_drafts(alex: Gateway, four: None) -> None:
    item = alex.get("/agenda").data["waiting"][0]

    assert (item["drafts"], item["step"]["kind"]) == ([], "status_call")


def test_a_step_without_words_has_no_draft(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    clock.now += timedelta(days=24)
    happened(alex, record["id"], kind="letter_sent", on="2026-08-07")
    happened(alex, record["id"], kind="called", result="no_answer", on="2026-08-10")
    happened(alex, record["id"], kind="called", result="no_answer", on="2026-08-24")
    clock.now += timedelta(days=14)

    item = alex.get("/agenda").data["overdue"][0]

    assert (item["step"]["kind"], item["draft"], item["drafts"], item["to"]) == ("move_on", None, [], None)


def test_the_digest_is_a_page_that_runs_nothing(alex: Gateway, four: None) -> None:
    reply = alex.get("/digest")

    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
    assert "Overdue" in reply.text
    assert "<script" not in reply.text


def test_the_plan_is_the_whole_road_if_nobody_answers(alex: Gateway) -> None:
    record = recorded(alex)

    steps = alex.get(f"/interviews/{record['id']}/plan").data["items"]

    assert steps[0] == record["next_step"] | {"is_supposed": False}
    assert all(step["is_supposed"] for step in steps[1:])
    assert steps[-1]["kind"] == "move_on"
    assert [step["due_on"] for step in steps] == sorted(step["due_on"] for step in steps)
    assert all(step["why"] and step["rules"] for step in steps)


def test_an_ended_record_has_no_road_ahead(alex: Gateway) -> None:
    record = happened(alex, recorded(alex)["id"], kind="closed")

    assert alex.get(f"/interviews/{record['id']}/plan").data == {"items": []}
    assert alex.get(f"/interviews/{record['id']}/drafts").data == {"items": []}


def test_m1_the_agenda_says_how_many_processes_are_alive_and_at_which_stage(alex: Gateway, four: None) -> None:
    search = alex.get("/agenda").data["search"]

    assert (search["alive"], search["at_least"], search["nudge"]) == (4, 3, None)
    assert search["stages"] == {"ahead": 0, "waiting": 4, "asked": 0, "closing": 0, "offer": 0}
    assert len(search["processes"]) == 4


def test_m1_below_three_the_agenda_and_the_digest_nudge_unless_the_owner_wants_fewer(alex: Gateway) -> None:
    recorded(alex)

    assert "Keep looking" in alex.get("/agenda").data["search"]["nudge"]
    assert "Keep looking" in alex.get("/digest").text
    alex.patch("/owner", {"processes_at_least": 1})
    assert alex.get("/agenda").data["search"]["nudge"] is None
    assert "Keep looking" not in alex.get("/digest").text


def test_r_a_silence_is_explained_in_the_agenda_the_record_and_the_digest(alex: Gateway, four: None) -> None:
    item = alex.get("/agenda").data["today"][0]

    assert [cause["rule"] for cause in item["why_silent"]] == ["R3", "R1"]
    assert alex.get(f"/interviews/{item['id']}").data["why_silent"] == item["why_silent"]
    assert item["why_silent"][0]["why"] in alex.get("/digest").text


def test_e_the_figures_stand_beside_the_step(alex: Gateway, four: None) -> None:
    evidence = alex.get("/agenda").data["today"][0]["step"]["evidence"]

    assert [figure["rules"] for figure in evidence] == [["E1"], ["E2"]]
    assert "54% of candidates would not call" in evidence[1]["text"]
    assert evidence[0]["text"] in alex.get("/digest").text  # one at most (D7)
