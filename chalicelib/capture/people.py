"""Who is a person to call or to write to: not robots, not group calendars, not rooms, and not the owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from chalicelib.capture.found import Mailbox
from chalicelib.drafts.names.name_field import named_in
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.owner import Owner

_ROBOT = lazy_pattern(
    r"^(?:[a-z0-9._-]{0,60}[._-])?(?:no-?_?\.?reply|do-?_?not-?_?reply|noreply\w{0,20}|mailer-daemon|postmaster|bounces?|"
    r"notifications?|notify|calendar-notification|calendar-server|unknownorganizer|automail|alerts?|news|newsletter|"
    r"invitations?|mailer|robot|daemon|system|support|nicht-antworten|keine-antwort)(?:[._+-][a-z0-9._+-]{0,60})?@"
)
_CALENDAR_HOST = lazy_pattern(r"@(?:[\w.-]{1,100}\.)?(?:group|resource|import)\.calendar\.google\.com$")
_VIA = lazy_pattern(r"\s+(?:via|über|through|через|par)\s+.{1,200}$", re.IGNORECASE)
_WORD = lazy_pattern(r"\w+")
_FEWEST_WORDS = 2


def is_robot(address: str) -> bool:
    """Whether nobody reads what is sent to this address, or it is a calendar's or a room's."""
    return bool(_ROBOT.match(address.lower()[:300]) or _CALENDAR_HOST.search(address.lower()[-200:]))


def is_owner(box: Mailbox, owner: Owner) -> bool:
    """Whether this is the owner: by the address, or under another one by the whole name."""
    return box.address == owner.email.lower() or is_same_name(box.name, owner.name)


def is_same_name(name: str, other: str) -> bool:
    """Whether two names have the same words, in any order; one of a single word is not enough to tell."""
    words, others = words_of(name), words_of(other)
    fewer = min(len(words), len(others))
    return fewer >= _FEWEST_WORDS and (words <= others or others <= words)


def words_of(text: str) -> set[str]:
    """The words of a name, without regard to case."""
    return {word.casefold().replace("ё", "е") for word in _WORD.findall(text[:300])}


def person_in(box: Mailbox, role: str) -> dict[str, str] | None:
    """A contact, as an interview has it; None for a robot.

    The name is written as one writes it: "Okafor, Tom" is Tom Okafor. An office keeps its words.
    """
    if is_robot(box.address):
        return None
    name = _VIA.sub("", box.name).strip()
    known = {"role": role, "name": "" if "@" in name else name, "email": box.address}
    return named({field: value for field, value in known.items() if value})


def named(person: Mapping[str, Any]) -> dict[str, Any]:
    """A contact with the name as one writes it, the given name first. A patronymic goes to how one addresses them."""
    name = str(person.get("name", ""))
    people = named_in(name, "en").people if name and "@" not in name else ()
    if len(people) != 1 or not people[0].parts.whole:
        return {**person}
    parts = people[0].parts
    if not parts.patronymic or not parts.family:
        return {**person, "name": parts.whole}
    return {"salutation": f"{parts.given} {parts.patronymic}", **person, "name": f"{parts.given} {parts.family}"}


def merged(ours: Iterable[Mapping[str, Any]], theirs: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The people of two lists, each once: known by the address, the number, or the name. What ``ours`` says stands,
    but for a name that ``theirs`` has in the words of a signature."""
    people = [dict(person) for person in ours]
    for other in theirs:
        same = next((person for person in people if _is_same(person, other)), None)
        if same is None:
            people.append(dict(other))
        else:
            same.update({**other, **same, **_signed_name(same, other)})
    return tuple(people)


def _is_same(person: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if person.get("email") and person.get("email") == other.get("email"):
        return True
    if person.get("email") and other.get("email"):
        return False
    name, other_name = words_of(str(person.get("name", ""))), words_of(str(other.get("name", "")))
    return bool(name and other_name) and (name <= other_name or other_name <= name)


def _signed_name(person: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    name, signed = str(person.get("name", "")), str(other.get("name", ""))
    is_whole = len(words_of(signed)) >= _FEWEST_WORDS
    return {"name": signed} if signed and (is_whole or not name) else {}
