"""The items that the first release wrote, and what this one must read from them: two owners and their records.

The items of ``alex`` were written by that release's own code and have everything that it could write. Those of ``bo``
lack everything that may be missing. These items never change; only the code that reads them does. Contacts and events
had no ids then; they are identified by their positions. The offers that were stored with ``alex`` are not read any
more: a record whose last word is an offer is open, and the offer is its next step.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel, Format
from chalicelib.playbook.owner import Owner, Tone, Weekday
from chalicelib.playbook.planning_context import Pacing
from chalicelib.records.owners import EPOCH, Account
from tests.records.given import an_id

FROZEN = Path(__file__).parent / "first_release.json"
NOW = datetime(2026, 8, 24, 6, 0, tzinfo=UTC)  # Monday, 8:00 in Berlin
EVENING = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)


def at_noon(kind: EventKind, on: date, **facts: Any) -> Event:
    """Something that happened on a day, and was written down at noon (UTC), to the microsecond."""
    return Event(kind=kind, on=on, recorded_at=datetime(on.year, on.month, on.day, 12, 0, 0, 123456, UTC), **facts)


def an_interview(number: int, company: str, *events: Event, **facts: Any) -> Interview:
    """A record as that release wrote it: of Monday 3 August 2026, in a process of its own."""
    known: dict[str, Any] = {
        "id": an_id(number),
        "company": company,
        "position": "Data Engineer",
        "interview_on": date(2026, 8, 3),
        "dated_on": date(2026, 8, 3),
        "created_at": EVENING,
        "process_id": an_id(number),
        "events": events,
        "version": 1,
    }
    return Interview(**_identified(known | facts))


def _identified(facts: dict[str, Any]) -> dict[str, Any]:
    for name, begin in (("contacts", "c"), ("events", "e")):
        parts = enumerate(facts.get(name, ()), start=1)
        facts[name] = tuple(replace(part, id=f"{begin}{number}") for number, part in parts)
    return facts


THANKED = at_noon(EventKind.THANK_YOU_SENT, date(2026, 8, 4))
FULL = an_interview(
    1,
    "Müller & Söhne",
    THANKED,
    at_noon(EventKind.CALLED, date(2026, 8, 10), result=Result.WRONG_NUMBER, phone="+49 30 23125 029"),
    at_noon(EventKind.CALLED, date(2026, 8, 11), result=Result.NO_ANSWER, note="Rang for a minute.\nThen silence."),
    at_noon(
        EventKind.CALLED,
        date(2026, 8, 12),
        result=Result.NO_DECISION,
        call_again_on=date(2026, 8, 25),
        call_again_time=time(11, 30),
    ),
    at_noon(EventKind.NOTE, date(2026, 8, 13), note="Сказали: «скоро»"),
    at_noon(EventKind.SNOOZED, date(2026, 8, 14), until=date(2026, 8, 17)),
    interview_time=time(15, 0),
    round=2,
    contacts=(
        Contact(
            role=Role.RECRUITER, name="Dana Winter", phone="+49 30 23125 021", extension="7", email="dana@acme.example"
        ),
        Contact(role=Role.CEO, name="Jo Müller"),
    ),
    answer_expected_on=date(2026, 8, 10),
    answer_channel=Channel.PHONE,
    may_call=True,
    persistence_expected=False,
    background_check=True,
    test_task=True,
    employer_country="DE-BY",
    language="ru",
    notes="They build bridges.",
    url="https://acme.example/jobs/1",
)
REFUSED = an_interview(
    2,
    "Refusing Ltd",
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 5), result=Result.REFUSAL, reasons_given=False),
    at_noon(EventKind.REASONS_REQUESTED, date(2026, 8, 6)),
    at_noon(EventKind.REASONS_RECEIVED, date(2026, 8, 7), note="Too early for them."),
)
OFFERING = an_interview(
    3,
    "Offering Ltd",
    THANKED,
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 20), result=Result.OFFER, until=date(2026, 8, 28)),
)
WITHDRAWN = an_interview(4, "Left Ltd", at_noon(EventKind.WITHDRAWN, date(2026, 8, 5)))
CLOSED = an_interview(
    5, "Closed Ltd", at_noon(EventKind.LETTER_SENT, date(2026, 8, 11)), at_noon(EventKind.CLOSED, date(2026, 8, 12))
)
WAITING = an_interview(
    6,
    "Waiting Ltd",
    THANKED,
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 6), result=Result.TOLD_TO_WAIT, until=date(2026, 9, 1)),
)
FIRST_ROUND = an_interview(
    7,
    "Rounds Ltd",
    at_noon(EventKind.CALLED, date(2026, 8, 10), result=Result.VOICEMAIL),
    at_noon(
        EventKind.HEARD_BACK,
        date(2026, 8, 11),
        result=Result.NEXT_ROUND,
        interview_on=date(2026, 8, 18),
        interview_time=time(9, 0),
        next_interview_id=an_id(8),
    ),
    version=2,
)
SECOND_ROUND = an_interview(
    8,
    "Rounds Ltd",
    process_id=an_id(7),
    round=2,
    interview_on=date(2026, 8, 18),
    dated_on=date(2026, 8, 11),
    interview_time=time(9, 0),
    attempts_elsewhere=1,
)
AHEAD = an_interview(9, "Ahead Ltd", interview_on=date(2026, 8, 28), answer_channel=Channel.EMAIL, may_call=False)
ALL = (FULL, REFUSED, OFFERING, WITHDRAWN, CLOSED, WAITING, FIRST_ROUND, SECOND_ROUND, AHEAD)
OPEN = {FULL.id, WAITING.id, SECOND_ROUND.id, AHEAD.id}  # as that release planned them
OPEN_NOW = OPEN | {OFFERING.id}  # an offer is a step now

ALEX = Account(
    owner=Owner(
        id="alex",
        name="Alex Example",
        email="alex@example.org",
        phone="+49 30 23125 020",
        language="ru",
        tone=Tone.FRIENDLY,
        time_zone="Europe/Berlin",
        country="DE-BE",
        digest_at=time(7, 30),
        digest_days=(Weekday.MON, Weekday.THU),
        paused_until=date(2026, 8, 9),
        pacing=Pacing(attempts=3, days=5),
        processes_at_least=5,
    ),
    token_hash=bytes(range(224, 256)),
    next_digest_at=datetime(2026, 8, 24, 5, 30, tzinfo=UTC),
    version=2,
    digest_problem="MessageRejected",
    calendar_secret="calendar-secret",
    sessions=3,
    plan_version=1,
)
BO = Account(
    owner=Owner(id="bo", name="Bo", email="bo@example.org", time_zone="Europe/Berlin", country="DE"),
    token_hash=b"hash of bo's",
    next_digest_at=EPOCH,
    version=1,
    plan_version=1,
)
OF_BO = an_interview(1, "Plain Ltd", version=1)
ENDED_OF_BO = an_interview(2, "Over Ltd", at_noon(EventKind.CLOSED, date(2026, 8, 5)), version=1)

# What this release writes: the same records with their facts in one map, and one with every fact that there is today.
FACTS_IN_ONE_MAP = Path(__file__).parent / "facts_in_one_map.json"
EVERYTHING = replace(
    FULL,
    contacts=tuple(
        replace(contact, salutation="Frau Winter", title="Leiterin", met=True, notes="Sie sucht\nseit März.")
        for contact in FULL.contacts
    ),
    salary="80–90 T€",
    place="Haus 7, Raum «Ost»",
    format=Format.VIDEO,
    meeting_url="https://meet.example/1?a=b",
    interview_minutes=90,
    interview_time_zone="Asia/Tokyo",
    referred_by="Kim",
    position_short="инженер",
)
ALL_OF_THIS_RELEASE = (EVERYTHING, *ALL[1:])
