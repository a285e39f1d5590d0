"""Records of which each is due on Monday 10 August 2026, at steps of every kind."""

from __future__ import annotations

from datetime import date

from chalicelib.playbook.event import EventKind, Result
from tests.digest.given import a_record, a_thanked
from tests.digest.monday import BY_LETTER, FRESH, OVERDUE
from tests.factories import a_call, a_letter, an_answer, an_event

SEVENTH = date(2026, 8, 7)
EVE = a_record(8, company="Tyrell", interview_on=date(2026, 8, 11), dated_on=date(2026, 8, 3))
OFFERED = a_thanked(9, company="Umbrella", events=(an_answer(SEVENTH, Result.OFFER, until=date(2026, 8, 10)),))
AGREED = a_thanked(10, company="Hooli", events=(a_call(SEVENTH, Result.NO_DECISION, call_again_on=date(2026, 8, 10)),))
RECEIPT = a_thanked(11, company="Cyberdyne", events=(a_letter(SEVENTH),))
FOLLOW_UP = a_thanked(12, company="Aperture", events=(a_letter(date(2026, 8, 6)), a_call(SEVENTH, Result.ARRIVED)))
CLOSING = a_thanked(
    13,
    company="Stark",
    interview_on=date(2026, 7, 20),
    events=(a_letter(date(2026, 7, 21)), a_call(date(2026, 7, 24), Result.NO_ANSWER)),
)
REFUSED = a_thanked(14, company="Wonka", events=(an_answer(SEVENTH, Result.REFUSAL),))
OVER = a_thanked(
    15,
    company="Soylent",
    interview_on=date(2026, 7, 1),
    events=tuple(a_call(date(2026, 7, day), Result.NO_ANSWER) for day in (8, 14, 20, 27)),
)
MOVED = a_thanked(16, company="Initrode", events=(an_event(EventKind.INTERVIEW_MOVED, date(2026, 8, 5)),))
EACH_STEP = (*(EVE, OFFERED, AGREED, FRESH, OVERDUE, BY_LETTER, RECEIPT, FOLLOW_UP, CLOSING, REFUSED, OVER, MOVED),)
