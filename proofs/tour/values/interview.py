"""Valid and invalid values for the fields of a record."""

from __future__ import annotations

from typing import Any

from proofs.tour.values.odd import DAYS_BAD, NUMBERS_BAD, PLACES_BAD, SWITCHES_BAD, TEXTS_BAD, TIMES_BAD, Values

LEAST: dict[str, Any] = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}
INTERVIEW_GOOD: Values = {
    "company": (
        "Acme",
        "ООО «Ромашка»",
        " Globex\t",
        "e\u0301" * 100,
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
    ),
    "position": ("Data Engineer", "Vertrieb (m/w/d)", "Sales Manager", "{{7*7}}"),
    "interview_on": ("2026-08-03", "2026-08-12", "2000-01-01", "2099-12-31", "2026-07-01"),
    "interview_time": ("15:00", "00:00", "23:59:00", None, ""),
    "round": (1, 2, 20, None),
    "contacts": (
        [],
        [{}],
        [{"role": "office", "phone": "+49 30 23125 000", "extension": "7"}],
        [{"name": "Dana"}] * 10,
        None,
    ),
    "contact_name": ("Dana Winter", "", None),
    "contact_role": ("recruiter", "interviewer", "supervisor", "ceo", "office"),
    "contact_phone": ("+49 30 23125 021", "030 23125021", "+1 (212) 555-0142"),
    "contact_email": ("dana@acme.example", "d+tag@sub.acme.example"),
    "answer_expected_on": ("2026-08-14", "2026-09-01", None),
    "answer_channel": ("phone", "email", None),
    "may_call": (True, False, None),
    "persistence_expected": (True, False, None),
    "background_check": (True, False),
    "test_task": (True, False),
    "employer_country": ("DE", "DE-BY", "us", "CH", "RU", None),
    "language": ("en", "ru", "de", "pt-BR", None),
    "notes": ("liked: the way your team plans its week", "line one\r\nline two\tend", "touch: We laughed.", None),
    "url": ("https://acme.example/jobs/7", "http://acme.example/?a=1&b=2", None),
    "process_id": ("process-1", None),
}
INTERVIEW_BAD: Values = {
    "company": (None, "", " ", *TEXTS_BAD),
    "position": (None, "\u2029", *TEXTS_BAD),
    "interview_on": (None, "", *DAYS_BAD),
    "interview_time": TIMES_BAD,
    "round": (0, 100, *NUMBERS_BAD),
    "contacts": (
        "Dana",
        {},
        [1],
        [None],
        [{"nickname": "D"}],
        [{"email": "x"}, {"phone": "?", "role": "boss"}],
        [{"name": "D"}] * 11,
    ),
    "contact_name": TEXTS_BAD,
    "contact_role": ("boss", 1, "Recruiter"),
    "contact_phone": ("nobody", "+" + "9" * 40, 49, "12"),
    "contact_email": ("x", "a@b@c.example", "dana@[127.0.0.1]", "a" * 300 + "@x.example", 5),
    "answer_expected_on": ("2026-08-03", "2026-08-01", *DAYS_BAD),
    "answer_channel": ("fax", 1),
    "may_call": SWITCHES_BAD,
    "persistence_expected": SWITCHES_BAD,
    "background_check": SWITCHES_BAD,
    "test_task": SWITCHES_BAD,
    "employer_country": PLACES_BAD,
    "language": ("english!", "e", 1),
    "notes": ("\x07", 5, "a" * 20_000),
    "url": ("javascript:alert(1)", "acme", "https://acme.example/\x7f", 5, "ftp://acme.example"),
    "process_id": ("a b", "ü", "a" * 70, 5),
    "nickname": ("x",),
    "\x1b[31m" + "x" * 80: (1,),
}
