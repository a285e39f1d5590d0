"""What cannot happen to a record as it stands is a conflict that names why, and all stays as it was (T)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.bad_input.refused import problem
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.new_events import AHEAD, AN_OFFER, DANA, MOVED

NO_OFFER = "needs an offer that is still open"
TOO_LATE = "cannot follow a call or a letter that asked for the result"
AFTER_THE_END = "cannot follow the end"
REFUSED = {"kind": "heard_back", "result": "refusal", "reasons_given": True}
INVITED = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20"}
NOBODY = {"kind": "called", "result": "no_answer"}
VOICEMAIL = {"kind": "called", "result": "voicemail"}
WRONG_NUMBER = {"kind": "called", "result": "wrong_number"}
UNDECIDED = {"kind": "called", "result": "no_decision"}
WROTE = {"kind": "letter_sent"}
Events = tuple[dict[str, Any], ...]


def refused(alex: Gateway, clock: Clock, before: Events, event: dict[str, Any], reason: str) -> None:
    """Assert that after these events, a week after the interview, the event is a conflict with this reason."""
    record = recorded(alex)
    clock.now += timedelta(days=7)
    for happening in before:
        record = happened(alex, record["id"], **happening)
    record = alex.get(f"/interviews/{record['id']}").data

    reply = alex.post(f"/interviews/{record['id']}/events", event)

    assert problem(reply) == (409, {"kind": f"{event['kind']} {reason}"})
    assert alex.get(f"/interviews/{record['id']}").data == record


@pytest.mark.parametrize("kind", ["offer_accepted", "offer_declined"])
@pytest.mark.parametrize(
    "before",
    [
        (),
        (NOBODY,),
        (REFUSED,),
        (AN_OFFER, REFUSED),
        (AN_OFFER, {"kind": "offer_accepted"}),
        (AN_OFFER, {"kind": "offer_declined"}),
        (AN_OFFER, {"kind": "closed"}),
        (INVITED,),
        ({"kind": "withdrawn"},),
    ],
    ids=lambda before: "-".join(event.get("result", event["kind"]) for event in before) or "nothing",
)
def test_m2_an_offer_that_nobody_made_or_that_is_answered_cannot_be_answered(
    alex: Gateway, clock: Clock, before: Events, kind: str
) -> None:
    refused(alex, clock, before, {"kind": kind}, NO_OFFER)


@pytest.mark.parametrize(
    "before",
    [(NOBODY,), (VOICEMAIL,), (WRONG_NUMBER,), (WROTE,), (UNDECIDED, WROTE)],
    ids=lambda before: "-".join(event.get("result", event["kind"]) for event in before),
)
@pytest.mark.parametrize("event", [MOVED, MOVED | {"interview_on": "2026-08-20"}], ids=["open", "named"])
def test_t_an_interview_whose_result_was_asked_for_cannot_be_moved(
    alex: Gateway, clock: Clock, before: Events, event: dict[str, Any]
) -> None:
    refused(alex, clock, before, event, TOO_LATE)


@pytest.mark.parametrize(
    "before", [(REFUSED,), (INVITED,), ({"kind": "closed"},)], ids=["refused", "invited", "closed"]
)
def test_t_nothing_is_moved_after_the_end(alex: Gateway, clock: Clock, before: Events) -> None:
    refused(alex, clock, before, MOVED, AFTER_THE_END)


@pytest.mark.parametrize("asked", [NOBODY, VOICEMAIL, WROTE], ids=["call", "voicemail", "letter"])
def test_w13_to_ask_for_the_day_never_stands_in_the_way_of_it(
    alex: Gateway, clock: Clock, asked: dict[str, Any]
) -> None:
    record = recorded(alex, **AHEAD)
    happened(alex, record["id"], **MOVED)
    clock.now += timedelta(days=3)
    happened(alex, record["id"], **asked)

    moved = happened(alex, record["id"], **MOVED, interview_on="2026-08-20")

    assert (moved["interview_on"], moved["next_step"]["kind"]) == ("2026-08-20", "closing_question")


def test_t_what_was_asked_before_the_day_was_set_anew_is_over(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="heard_back", result="next_round")
    clock.now += timedelta(days=3)
    happened(alex, record["id"], **NOBODY)

    moved = happened(alex, record["id"], **MOVED, interview_on="2026-08-20")

    assert moved["next_step"]["kind"] == "closing_question"


@pytest.mark.parametrize("is_form", [False, True], ids=["json", "form"])
def test_w2_a_contact_of_another_record_is_not_one_of_this(alex: Gateway, is_form: bool) -> None:
    record, other = recorded(alex), recorded(alex, company="Globex", contacts=[DANA])
    event = {"kind": "thank_you_sent", "contact": other["contacts"][0]["id"]}
    path = f"/interviews/{record['id']}/events"

    reply = alex.post_form(path, event) if is_form else alex.post(path, event)

    assert problem(reply) == (422, {"contact": "is that of no contact of this record"})
    assert alex.get(f"/interviews/{record['id']}").data == record
