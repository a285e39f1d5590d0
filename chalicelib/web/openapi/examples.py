"""Requests to copy, for each schema that a route takes. The tests send every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from chalicelib.exchange.uploads import TableFields
from chalicelib.schemas.capture_fields import CaptureFields
from chalicelib.schemas.contact_form import PersonFields
from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.owner_fields import OwnerFields, PauseFields
from chalicelib.schemas.queries import ListQuery

ExampleBody = Mapping[str, Any]


class Example(Struct, frozen=True):
    """A request: ``sent`` is its body or query; ``after`` are the events without which it would be refused."""

    summary: str
    sent: ExampleBody
    after: tuple[ExampleBody, ...] = ()

    @property
    def is_flat(self) -> bool:
        """Whether a form can carry it: a form has no lists, and no nulls, as its empty fields count as absent."""
        return not any(value is None or isinstance(value, list | dict) for value in self.sent.values())


_ACME = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}
_DANA = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example"}
_OFFICE = {"role": "office", "phone": "+49 30 23125 000", "extension": "7"}
_REFUSED = {"kind": "heard_back", "result": "refusal", "reasons_given": False}
_OFFERED = {"kind": "heard_back", "result": "offer"}


def _called(summary: str, result: str, **more: object) -> Example:
    return Example(summary, {"kind": "called", "result": result, **more})


def _heard(summary: str, result: str, **more: object) -> Example:
    return Example(summary, {"kind": "heard_back", "result": result, **more})


RECORDED = {
    "least": Example("What is required", _ACME),
    "flat": Example(
        "As forms and shortcuts send it",
        {**_ACME, "contact_name": "Dana Winter", "contact_phone": _DANA["phone"], "contact_email": _DANA["email"]},
    ),
    "contacts": Example("With a recruiter and the main line", {**_ACME, "contacts": [_DANA, _OFFICE]}),
    "ahead": Example(
        "An interview that is still to come", {**_ACME, "interview_on": "2026-08-12", "interview_time": "15:00"}
    ),
    "answer_agreed": Example(
        "They said when, how, and that you may call",
        {**_ACME, "answer_expected_on": "2026-08-14", "answer_channel": "phone", "may_call": True},
    ),
    "sales": Example("Where persistence is part of the job (W5)", {**_ACME, "persistence_expected": True}),
    "abroad": Example(
        "An employer in Bavaria, drafts in English, a check running",
        {**_ACME, "employer_country": "DE-BY", "language": "en", "background_check": True, "test_task": True},
    ),
    "notes": Example(
        "With what you want to keep",
        {**_ACME, "url": "https://acme.example/jobs/7", "notes": "liked: the way your team plans its week"},
    ),
}
CHANGED_RECORD = {
    "moved": Example("The interview was moved", {"interview_on": "2026-08-05", "interview_time": "10:30"}),
    "cleared": Example("Nothing is agreed any more", {"answer_expected_on": None, "answer_channel": None}),
    "contacts": Example("Other contacts than before", {"contacts": [_OFFICE]}),
}
HAPPENED = {
    "thank_you_sent": Example("The thank-you letter went off", {"kind": "thank_you_sent"}),
    "thank_you_sent_on": Example("… on another day", {"kind": "thank_you_sent", "on": "2026-08-03"}),
    "thank_you_sent_to": Example(
        "… to one of those who were there", {"kind": "thank_you_sent", "contact": "4f7a09c2d1"}
    ),
    "letter_sent": Example("The status letter went off", {"kind": "letter_sent"}),
    "letter_sent_note": Example("… and what to remember of it", {"kind": "letter_sent", "note": "CV attached anew"}),
    "no_answer": _called("Nobody picked up", "no_answer"),
    "voicemail": _called("A message was left", "voicemail", note="said until when I can be reached"),
    "wrong_number": _called("It is not their number", "wrong_number"),
    "no_decision": _called("Nothing is decided", "no_decision"),
    "call_again": _called(
        "Nothing is decided, and a day was agreed",
        "no_decision",
        call_again_on="2026-08-17",
        call_again_time="10:00",
    ),
    "arrived": _called("They have the letter", "arrived"),
    "called_told_to_wait": _called("They will be in touch", "told_to_wait", until="2026-08-20"),
    "offer": _heard("An offer", "offer"),
    "offer_until": _heard("An offer, and by when they want an answer", "offer", until="2026-08-14"),
    "offer_accepted": Example("You said yes", {"kind": "offer_accepted"}, after=(_OFFERED,)),
    "offer_declined": Example("You said no", {"kind": "offer_declined"}, after=(_OFFERED,)),
    "refusal": _heard("A refusal without reasons", "refusal", reasons_given=False),
    "refusal_with_reasons": _heard("A refusal with reasons", "refusal", reasons_given=True, note="another stack"),
    "wrote_to_wait": _heard("They wrote that it takes longer", "told_to_wait", until="2026-08-20"),
    "next_round": _heard("The next round", "next_round", interview_on="2026-08-12", interview_time="15:00"),
    "invited": _heard("The next round, and no day yet", "next_round"),
    "moved": Example("They moved the interview, and the day is to come", {"kind": "interview_moved"}),
    "moved_to": Example(
        "They moved the interview to another day",
        {"kind": "interview_moved", "interview_on": "2026-08-12", "interview_time": "15:00"},
    ),
    "snoozed": Example("Not now", {"kind": "snoozed", "until": "2026-08-12"}),
    "reasons_requested": Example("Asked for the reasons", {"kind": "reasons_requested"}, after=(_REFUSED,)),
    "reasons_received": Example("Got the reasons", {"kind": "reasons_received"}, after=(_REFUSED,)),
    "withdrawn": Example("You do not want it any more", {"kind": "withdrawn"}),
    "closed": Example("Stop following up", {"kind": "closed"}),
    "note": Example("Anything else", {"kind": "note", "note": "they have a new office"}),
}
SOMEBODY = {
    "supervisor": Example(
        "Whom you met",
        {
            "contact_name": "Kim Moss",
            "contact_role": "supervisor",
            "contact_email": "kim.moss@acme.example",
            "contact_met": "on",
            "contact_notes": "how the team plans its week",
        },
    ),
}
CHANGED_EVENT = {
    "day": Example("It was on another day", {"on": "2026-08-03"}),
    "kind": Example("It was a call, and the voicemail answered", {"kind": "called", "result": "voicemail"}),
    "no_note": Example("Without the note", {"note": None}),
}
CHANGED_OWNER = {
    "morning": Example("The digest at half past seven", {"digest_at": "07:30"}),
    "weekdays": Example("No digest at the weekend", {"digest_days": ["mon", "tue", "wed", "thu", "fri"]}),
    "place": Example("You moved", {"time_zone": "Europe/Vienna", "country": "AT"}),
    "pause": Example("No digest for a while", {"paused_until": "2026-08-24"}),
    "go_on": Example("The digest again", {"paused_until": None}),
    "pacing": Example("Fewer attempts, further apart", {"attempts_at_most": 3, "days_between_attempts": 5}),
    "drafts": Example("Letters that are less stiff", {"language": "en", "tone": "friendly"}),
}
SETTINGS = {
    "all": Example(
        "All settings at once, as the page sends them",
        {
            "name": "Alex Example",
            "email": "alex@example.org",
            "time_zone": "Europe/Berlin",
            "country": "DE-BY",
            "digest_at": "07:30",
            "digest_days": "mon tue wed thu fri",
        },
    ),
}
LISTED = {
    "this_week": Example("What is due this week", {"due": "week"}),
    "search": Example("A number that called, in whatever notation", {"q": "030 23125 021", "status": "all"}),
    "ended": Example("What has ended, ten to a page", {"status": "ended", "limit": 10}),
}
PAUSED = {"week": Example("No digest for a week", {"days": 7})}
IMPORTED = {
    "guessed": Example(
        "A table whose headers say what they are", {"text": "Employer;Job title;Date\nAcme;Data Engineer;03.08.2026"}
    ),
    "corrected": Example(
        "One that needs a word of help",
        {
            "text": "Where,Title,Date\nAcme,Data Engineer,08/03/2026",
            "columns": {"Where": "company"},
            "date_format": "MM/DD/YYYY",
        },
    ),
}
BROUGHT_IN = {
    "invited": Example(
        "An invitation, pasted",
        {"text": "We would like to interview you for Data Engineer at Acme on 12 August at 3 pm. Dana Winter"},
    ),
    "waiting": Example(
        "They ask for patience",
        {"text": "Dear Alex, nothing is decided yet; please bear with us until Friday, 14 August. Dana Winter, Acme"},
    ),
}

_EXAMPLES: Mapping[tuple[type, bool], Mapping[str, Example]] = {
    (InterviewFields, False): RECORDED,
    (InterviewFields, True): CHANGED_RECORD,
    (PersonFields, False): SOMEBODY,
    (EventFields, False): HAPPENED,
    (EventFields, True): CHANGED_EVENT,
    (OwnerFields, False): SETTINGS,
    (OwnerFields, True): CHANGED_OWNER,
    (ListQuery, False): LISTED,
    (TableFields, False): IMPORTED,
    (CaptureFields, False): BROUGHT_IN,
    (PauseFields, False): PAUSED,
}


def examples_of(kind: type, *, is_change: bool = False) -> Mapping[str, Example]:
    """The examples of a schema as it is sent in full, or as a change."""
    return _EXAMPLES.get((kind, is_change), {})
