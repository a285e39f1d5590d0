"""Valid and invalid events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EVENTS_BAD: tuple[Mapping[str, Any], ...] = (
    {}, {"kind": None}, {"kind": "danced"}, {"kind": 1}, {"kind": "called"}, {"kind": "called", "result": "offer"},
    {"kind": "called", "result": "no_answer", "until": "2026-08-20"}, {"kind": "heard_back"},
    {"kind": "heard_back", "result": "voicemail"}, {"kind": "heard_back", "result": "arrived"},
    {"kind": "heard_back", "result": "next_round", "interview_time": "15:00"},
    {"kind": "interview_moved", "until": "2026-08-20"}, {"kind": "interview_moved", "interview_on": "x"},
    {"kind": "offer_accepted", "result": "offer"}, {"kind": "offer_declined", "until": "2026-08-20"},
    {"kind": "thank_you_sent", "contact": "nobody"}, {"kind": "letter_sent", "contact": "c1"},
    {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-01"},
    {"kind": "heard_back", "result": "refusal", "reasons_given": "perhaps"},
    {"kind": "heard_back", "result": "offer", "until": "2026-07-01"}, {"kind": "snoozed"},
    {"kind": "snoozed", "until": "tomorrow"}, {"kind": "snoozed", "until": "2026-08-12", "result": "offer"},
    {"kind": "called", "result": "no_decision", "call_again_time": "10:00"},
    {"kind": "called", "result": "no_decision", "call_again_on": "2026-02-30", "call_again_time": "25:00"},
    {"kind": "note", "note": "a" * 20_000}, {"kind": "note", "note": "\x00"}, {"kind": "note", "on": "2026-12-01"},
    {"kind": "note", "on": "1999-01-01"}, {"kind": "letter_sent", "reasons_given": True},
    {"kind": "note", "nickname": 1},
    {"kind": "closed", "until": "2026-08-12", "result": "offer", "interview_on": "x", "note": 5},
)  # fmt: skip
EVENTS_GOOD: tuple[Mapping[str, Any], ...] = (
    {"kind": "thank_you_sent"}, {"kind": "thank_you_sent", "on": "2026-08-03"}, {"kind": "letter_sent", "note": "CV"},
    {"kind": "called", "result": "no_answer"}, {"kind": "called", "result": "voicemail"},
    {"kind": "called", "result": "wrong_number"}, {"kind": "called", "result": "no_decision"},
    {"kind": "called", "result": "no_decision", "call_again_on": "2026-08-17", "call_again_time": "10:00"},
    {"kind": "called", "result": "arrived"}, {"kind": "heard_back", "result": "next_round"},
    {"kind": "interview_moved"}, {"kind": "interview_moved", "interview_on": "2026-08-20", "interview_time": "10:00"},
    {"kind": "offer_accepted"}, {"kind": "offer_declined"},
    {"kind": "called", "result": "told_to_wait", "until": "2026-08-20"}, {"kind": "snoozed", "until": "2026-08-12"},
    {"kind": "heard_back", "result": "told_to_wait"}, {"kind": "note", "note": "they have a new office"},
    {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}, {"kind": "heard_back", "result": "offer"},
    {"kind": "heard_back", "result": "refusal"}, {"kind": "heard_back", "result": "refusal", "reasons_given": True},
    {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-12", "interview_time": "15:00"},
    {"kind": "reasons_requested"}, {"kind": "reasons_received"}, {"kind": "withdrawn"}, {"kind": "closed"},
)  # fmt: skip
