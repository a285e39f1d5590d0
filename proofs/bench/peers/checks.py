"""Check the fields of an interview by hand: this refuses what Afterword refuses."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
CONTROL_BUT_BREAKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
EMAIL = re.compile(r"[A-Za-z0-9!#$'*+/=^_~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{1,63}")
PHONE = re.compile(r"\(?\+?[0-9 ()./-]{3,}(?: ?(?:ext\.?|x|#) ?\d{1,8})?")
COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TAG = re.compile(r"[A-Za-z0-9_-]{1,40}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"\d{2}:\d{2}")
ROLES = ("recruiter", "interviewer", "supervisor", "ceo", "office")
MOST_CONTACTS = 10
LAST_ROUND = 20

Check = Callable[[Any], Any]


def text(limit: int, forbidden: re.Pattern[str] = CONTROL) -> Check:
    """A check for a text without control characters; it is stripped and composed (NFC)."""

    def check(raw: Any) -> str:
        if not isinstance(raw, str) or not raw.strip() or forbidden.search(raw):
            raise ValueError("is not a text")
        if len(raw.encode()) > limit * 4:
            raise ValueError("is too long")
        return unicodedata.normalize("NFC", raw.strip())

    return check


def shaped(pattern: re.Pattern[str], limit: int) -> Check:
    """A check for a text that matches a pattern."""
    line = text(limit)

    def check(raw: Any) -> str:
        found: str = line(raw)
        if not pattern.fullmatch(found):
            raise ValueError("has not the right shape")
        return found

    return check


def one_of(*choices: str) -> Check:
    """A check for one of some words."""

    def check(raw: Any) -> str:
        if raw not in choices:
            raise ValueError(f"is not one of {', '.join(choices)}")
        return str(raw)

    return check


def day(raw: Any) -> str:
    """A day."""
    if not isinstance(raw, str) or not DAY.fullmatch(raw):
        raise ValueError("is not a day")
    return str(date.fromisoformat(raw))


def clock_time(raw: Any) -> str:
    """A time of day."""
    if not isinstance(raw, str) or not TIME.fullmatch(raw):
        raise ValueError("is not a time")
    return str(time.fromisoformat(raw))


def switch(raw: Any) -> bool:
    """True or false."""
    if not isinstance(raw, bool):
        raise ValueError("is neither true nor false")
    return raw


def round_number(raw: Any) -> int:
    """Which round it is."""
    if not isinstance(raw, int) or not 1 <= raw <= LAST_ROUND:
        raise ValueError("is not a round")
    return raw


def address(raw: Any) -> str:
    """A web address."""
    found: str = text(2000)(raw)
    if urlsplit(found).scheme not in {"http", "https"}:
        raise ValueError("is not a web address")
    return found


def contacts(raw: Any) -> list[dict[str, Any]]:
    """The contacts."""
    if not isinstance(raw, list) or len(raw) > MOST_CONTACTS:
        raise ValueError("is not a list of at most ten")
    return [read(contact, CONTACT, frozenset(), {"role": "recruiter"}) for contact in raw]


CONTACT: Mapping[str, Check] = {
    "role": one_of(*ROLES),
    "name": text(200),
    "phone": shaped(PHONE, 60),
    "extension": shaped(re.compile(r"[0-9*#]{1,10}"), 10),
    "email": shaped(EMAIL, 254),
}
INTERVIEW: Mapping[str, Check] = {
    "company": text(200),
    "position": text(200),
    "interview_on": day,
    "interview_time": clock_time,
    "round": round_number,
    "contacts": contacts,
    "contact_name": text(200),
    "contact_role": one_of(*ROLES),
    "contact_phone": shaped(PHONE, 60),
    "contact_email": shaped(EMAIL, 254),
    "answer_expected_on": day,
    "answer_channel": one_of("phone", "email"),
    "may_call": switch,
    "persistence_expected": switch,
    "background_check": switch,
    "test_task": switch,
    "employer_country": shaped(COUNTRY, 6),
    "language": shaped(LANGUAGE, 60),
    "notes": text(4096, CONTROL_BUT_BREAKS),
    "url": address,
    "process_id": shaped(TAG, 40),
}
REQUIRED = frozenset({"company", "position", "interview_on"})
DEFAULTS = {"round": 1, "contacts": [], "background_check": False, "test_task": False}


class Refused(Exception):
    """The faults of a request, by field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(faults)
        self.faults = faults


def interview(raw: Any) -> dict[str, Any]:
    """Check an interview. Raises Refused, which names every fault."""
    if not isinstance(raw, dict):
        raise Refused({"body": "is not an object"})
    return read(raw, INTERVIEW, REQUIRED, DEFAULTS)


def read(raw: Any, checks: Mapping[str, Check], required: frozenset[str], defaults: dict[str, Any]) -> dict[str, Any]:
    """Check the fields of an object one by one. Raises Refused."""
    faults = {name: "is not a field here" for name in raw if name not in checks}
    found = dict(defaults)
    for name, check in checks.items():
        if raw.get(name) is None:
            if name in required:
                faults[name] = "is required"
            continue
        try:
            found[name] = check(raw[name])
        except ValueError as error:
            faults[name] = str(error)
    if faults:
        raise Refused(faults)
    return found
