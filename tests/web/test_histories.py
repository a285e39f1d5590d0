"""Whatever happens to a search, in whatever order: the API answers, refuses by name, and every plan ends."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    multiple,
    rule,
    run_state_machine_as_test,
)

from chalicelib.records.owners import Owners
from chalicelib.schemas.simple_values import FIRST_DAY, LAST_DAY
from chalicelib.usecases.tokens import new_token
from tests.factories import MONDAY, THAT_EVENING, an_owner
from tests.web.conftest import Clock
from tests.web.gateway import Gateway, Reply
from tests.web.given import ACME

LONGEST_PLAN = 30
BOUNDED = settings(
    max_examples=20, stateful_step_count=12, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

plausible_days = some.integers(-45, 60).map(lambda days: MONDAY + timedelta(days=days))
odd_days = some.sampled_from([FIRST_DAY, date(2020, 2, 29), date(2026, 12, 31), LAST_DAY])
days = some.one_of(plausible_days, plausible_days, plausible_days, odd_days).map(date.isoformat)
past_days = some.integers(-30, 0).map(lambda days: (MONDAY + timedelta(days=days)).isoformat())
times = some.sampled_from(["00:00", "09:30", "21:59", "22:00", "22:01", "23:30"])
countries = some.sampled_from(["DE", "DE-BY", "US", "RU", "GB", "IL", "SA", "JP"])
zones = some.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
contacts = some.fixed_dictionaries(
    {"role": some.sampled_from(["recruiter", "interviewer", "office"])},
    optional={
        "phone": some.sampled_from(["+49 30 23125 021", "555-0100"]),
        "email": some.just("dana@acme.example"),
        "met": some.booleans(),
    },
)
facts = {
    "interview_time": times,
    "round": some.sampled_from([1, 2, 19, 20]),
    "contacts": some.lists(contacts, max_size=2),
    "answer_expected_on": days,
    "may_call": some.booleans(),
    "persistence_expected": some.booleans(),
    "background_check": some.booleans(),
    "employer_country": countries,
    "interview_time_zone": zones,
    "process_id": some.sampled_from(["acme", "globex"]),
}
records = some.fixed_dictionaries({"interview_on": days}, optional=facts)
changes = some.fixed_dictionaries({}, optional={"interview_on": days, **facts})
pacing = some.fixed_dictionaries(
    {},
    optional={
        "country": countries,
        "time_zone": zones,
        "attempts_at_most": some.integers(1, 10),
        "days_between_attempts": some.integers(1, 5),
    },
)


def happening(kind: str, result: str | None = None, **optional: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    """Events of a kind, with or without what may come with them."""
    required = {"kind": some.just(kind)} | ({"result": some.just(result)} if result else {})
    return some.fixed_dictionaries(required, optional={"on": past_days, **optional})


answers = some.one_of(
    happening("heard_back", "offer", until=days),
    happening("offer_accepted"),
    happening("offer_declined"),
    happening("interview_moved", interview_on=days),
    happening("interview_moved", interview_on=days).filter(lambda event: "interview_on" not in event),
    happening("heard_back", "refusal", reasons_given=some.booleans()),
    happening("heard_back", "told_to_wait", until=days),
    happening("heard_back", "next_round", interview_on=days, interview_time=times),
    happening("reasons_requested"),
    happening("reasons_received"),
)
contacting = some.one_of(
    happening("thank_you_sent"),
    happening("letter_sent"),
    *(happening("called", result) for result in ("no_answer", "voicemail", "wrong_number", "arrived")),
    happening("called", "no_decision", call_again_on=days, call_again_time=times),
    happening("called", "told_to_wait", until=days),
    happening("snoozed", until=days),
    happening("note", note=some.just("Met Dana.")),
)
endings = some.sampled_from(["withdrawn", "closed"]).flatmap(happening)


class Histories(RuleBasedStateMachine):
    """One owner's search: records, what happens to them, and what is asked in between."""

    interview_ids = Bundle("interview_ids")

    def __init__(self, alex: Gateway, clock: Clock) -> None:
        super().__init__()
        self._alex = alex
        self._clock = clock

    @rule(target=interview_ids, sent=records)
    def record(self, sent: dict[str, Any]) -> MultipleResults[str]:
        """An interview that was, or is to come."""
        reply = self._answered(self._alex.post("/interviews", ACME | sent))
        return self._known(reply.data["id"] if reply.status == 201 else None)

    @rule(interview_id=interview_ids, sent=changes)
    def change(self, interview_id: str, sent: dict[str, Any]) -> None:
        """Its facts were others."""
        self._answered(self._alex.patch(f"/interviews/{interview_id}", sent))
        self._plan_ends(interview_id)

    @rule(target=interview_ids, interview_id=interview_ids, event=some.one_of(contacting, contacting, answers, endings))
    def happens(self, interview_id: str, event: dict[str, Any]) -> MultipleResults[str]:
        """Something, and perhaps the next interview with it."""
        reply = self._answered(self._alex.post(f"/interviews/{interview_id}/events", event))
        self._plan_ends(interview_id)
        return self._known(reply.data["next_interview_id"] if reply.status == 201 else None)

    @rule(interview_id=interview_ids)
    def undo(self, interview_id: str) -> None:
        """It did not happen after all."""
        self._answered(self._alex.delete(f"/interviews/{interview_id}/events/last"))
        self._plan_ends(interview_id)

    @rule(
        target=interview_ids,
        interview_id=interview_ids,
        place=some.integers(0, 9),
        event=some.one_of(contacting, answers),
    )
    def happened_otherwise(self, interview_id: str, place: int, event: dict[str, Any]) -> MultipleResults[str]:
        """What happened was another thing, or on another day."""
        path = self._event_of(interview_id, place)
        reply = self._answered(self._alex.patch(path, event))
        self._plan_ends(interview_id)
        return self._known(reply.data["next_interview_id"] if reply.status == 200 else None)

    @rule(interview_id=interview_ids, place=some.integers(0, 9))
    def take_back(self, interview_id: str, place: int) -> None:
        """One of the earlier events did not happen after all."""
        reply = self._answered(self._alex.delete(self._event_of(interview_id, place)))
        assert reply.status in (200, 404, 409)
        self._plan_ends(interview_id)

    @rule(interview_id=interview_ids)
    def remove(self, interview_id: str) -> None:
        """The record, which others may still name."""
        self._answered(self._alex.delete(f"/interviews/{interview_id}"))

    @rule(sent=pacing)
    def move(self, sent: dict[str, Any]) -> None:
        """To another country, or to another pace."""
        assert self._answered(self._alex.patch("/owner", sent)).status == 200

    @rule(hours=some.sampled_from([5, 24, 24 * 7, 24 * 40]))
    def time_passes(self, hours: int) -> None:
        """Until later that evening, or for weeks."""
        self._clock.now += timedelta(hours=hours)

    @rule(
        path=some.sampled_from(["/agenda", "/digest", "/interviews", "/interviews?status=all", "/interviews?due=week"])
    )
    def look(self, path: str) -> None:
        """At the whole search."""
        assert self._answered(self._alex.get(path)).status == 200

    @rule(interview_id=interview_ids, name=some.sampled_from(["", "/plan", "/drafts", "/drafts/reasons_request.eml"]))
    def look_at_one(self, interview_id: str, name: str) -> None:
        """At one record, and what could be said."""
        self._answered(self._alex.get(f"/interviews/{interview_id}{name}"))

    def _event_of(self, interview_id: str, place: int) -> str:
        """The address of an event of the record, or of none."""
        events = self._alex.get(f"/interviews/{interview_id}").data.get("events")
        event_id = events[place % len(events)]["id"] if events else "none"
        return f"/interviews/{interview_id}/events/{event_id}"

    def _known(self, interview_id: str | None) -> MultipleResults[str]:
        if interview_id is None:
            return multiple()
        self._plan_ends(interview_id)
        return multiple(interview_id)

    def _plan_ends(self, interview_id: str) -> None:
        reply = self._answered(self._alex.get(f"/interviews/{interview_id}/plan"))
        assert reply.status == 404 or len(reply.data["items"]) < LONGEST_PLAN

    @staticmethod
    def _answered(reply: Reply) -> Reply:
        """An answer, or a problem that is told as one."""
        assert reply.status < 500, reply.text
        assert reply.status < 400 or reply.headers["Content-Type"] == "application/problem+json"
        return reply


def test_no_history_breaks_the_api_or_has_an_endless_plan(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    numbers = count(1)

    class Search(Histories):
        """That of a new owner, which begins that Monday evening."""

        def __init__(self) -> None:
            owner = an_owner(id=f"alex-{next(numbers)}")
            token, token_hash = new_token(owner.id)
            owners.add(owner, token_hash)
            clock.now = THAT_EVENING
            super().__init__(anybody.signed_in(token), clock)

    run_state_machine_as_test(Search, settings=BOUNDED)
