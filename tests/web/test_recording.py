"""``POST /interviews``: what is recorded, and what it answers."""

from __future__ import annotations

from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.records.interviews import Interviews
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import ACME, FLAT, recorded

EVERYTHING = {
    "company": "Acme",
    "position": "Data Engineer",
    "interview_on": "2026-08-03",
    "interview_time": "15:00",
    "round": 2,
    "contacts": [
        {
            "id": "dana",
            "role": "ceo",
            "name": "Dana Winter",
            "salutation": "Dana",
            "title": "Head of Data",
            "met": True,
            "notes": "They move to Hamburg.",
            "phone": "+49 30 23125 021",
            "extension": "12",
            "email": "dana@acme.example",
        }
    ],
    "answer_expected_on": "2026-08-14",
    "answer_channel": "email",
    "may_call": True,
    "persistence_expected": False,
    "background_check": True,
    "test_task": True,
    "employer_country": "DE-BY",
    "language": "de",
    "notes": "Talked about\n\tPython <b>and</b> AWS.",
    "url": "https://acme.example/jobs/1?a=b",
    "process_id": "acme-2026",
}


def test_a_record_comes_back_with_its_address_and_its_next_step(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME)

    record = reply.data
    assert reply.status == 201
    assert reply.headers["Location"] == f"/api/interviews/{record['id']}"
    assert reply.headers["ETag"] == '"1"'
    assert (record["status"], record["outcome"], record["version"]) == ("open", None, 1)
    assert record["process_id"] == record["id"]
    assert record["next_step"]["kind"] == "thank_you_letter"
    assert record["next_step"]["due_on"] == "2026-08-04"
    assert record["next_step"]["why"].startswith("A thank-you letter is always worth it")
    assert "W2" in record["next_step"]["rules"]


def test_every_field_comes_back_as_it_was_sent(alex: Gateway) -> None:
    record = alex.post("/interviews", EVERYTHING).data

    assert {name: record[name] for name in EVERYTHING} == EVERYTHING
    assert set(record) - set(EVERYTHING) - set(fields_of(InterviewFacts)) == {
        "id",
        "created_at",
        "events",
        "version",
        "status",
        "outcome",
        "attempts",
        "next_step",
        "why_silent",
        "next_interview_id",
    }


def test_the_address_answers_with_the_same_record(alex: Gateway) -> None:
    record = recorded(alex)

    reply = alex.get(f"/interviews/{record['id']}")

    assert reply.data == record
    assert reply.headers["ETag"] == '"1"'


def test_a_browser_s_form_is_sent_on_to_a_page_that_says_so(alex: Gateway, anybody: Gateway) -> None:
    sent = alex.post_form("/interviews", FLAT, Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    interview_id = alex.get("/interviews").data["items"][0]["id"]

    page = anybody.get(sent.headers["Location"].removeprefix("/api"))

    assert (sent.status, sent.headers["Location"]) == (303, f"/api/?recorded={interview_id}")
    assert "Recorded." in page.text
    assert "Acme" not in page.text.partition("2. Record an interview")[0]


def test_a_further_round_of_a_process_knows_its_attempts(alex: Gateway, interviews: Interviews) -> None:
    first = recorded(alex)

    second = recorded(alex, round=2, process_id=first["id"])

    assert second["process_id"] == first["process_id"]
    assert alex.get(f"/interviews/{second['id']}").data == second


def test_the_day_of_recording_is_the_owner_s(alex: Gateway, clock: Clock, interviews: Interviews) -> None:
    clock.now = clock.now.replace(hour=23)  # past midnight in Berlin

    record = recorded(alex)

    assert interviews.get("alex", record["id"]).dated_on.isoformat() == "2026-08-04"
