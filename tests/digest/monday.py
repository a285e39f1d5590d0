"""The records of a Monday's digest: overdue, for today (a thank-you and a letter), coming, and waiting."""

from __future__ import annotations

from datetime import date

from tests.digest.given import a_record, a_thanked
from tests.factories import a_contact

OVERDUE = a_thanked(1, company="Acme", interview_on=date(2026, 7, 31))
FRESH = a_record(2, company="Globex", position="Analytics Lead", interview_on=date(2026, 8, 9))
BY_LETTER = a_thanked(3, company="Initech", contacts=(a_contact(name="Bill Long", phone=None, email="bill@i.example"),))
COMING = a_thanked(4, company="Hooli", interview_on=date(2026, 8, 5), answer_expected_on=date(2026, 8, 12))
WAITING = a_thanked(5, company="Umbrella", interview_on=date(2026, 7, 20), answer_expected_on=date(2026, 8, 28))
ALL = (WAITING, COMING, BY_LETTER, FRESH, OVERDUE)
