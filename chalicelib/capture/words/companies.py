"""Which firm invites: the name that the most, and the clearest, places of a message agree on.

A sender's domain is never a firm's name; it only speaks for one that is written somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.capture.found import Found
from chalicelib.capture.words import labels
from chalicelib.capture.words.known_words import BOARD_ENDINGS, BOARDS, JOB_WORDS, LEGAL_FORMS, RUSSIAN_ORG
from chalicelib.capture.words.named_sources import Sources, letters_of
from chalicelib.capture.words.person_words import NAME, is_person
from chalicelib.capture.words.subject_parts import firms_in_subject
from chalicelib.capture.words.bounded import bounded_pattern

COMPANY = "company"
_ENOUGH = 3
_CAPS = r"[A-ZÄÖÜ0-9][\w&'’.+-]*(?:[ \t](?:(?:&|and|und|of|for|the|de|et|\+)[ \t])?[A-ZÄÖÜ0-9&][\w&'’+-]*){0,5}"
_WITH_LEGAL_FORM = bounded_pattern(rf"(?<!\w)(?P<name>(?:[A-ZÄÖÜ0-9&][\w&'’.+-]*[ \t]){{1,6}}?{LEGAL_FORMS})(?!\w)")
_RUSSIAN_QUOTED = bounded_pattern(
    rf"(?<!\w)(?P<org>{RUSSIAN_ORG})\s+(?P<inner>(?:{RUSSIAN_ORG}\s+)?(?:[А-ЯЁ][\w-]+\s+){{0,2}}[«„\"“](?P<name>[^»“”\"\n]{{2,60}})[»“”\"])"
)
_RUSSIAN_FROM = bounded_pattern(r"(?<!\w)(?:в|из|от|к\s+нам\s+в|на)\s+[«„\"“](?P<name>[^»“”\"\n]{2,60})[»“”\"]")
_RUSSIAN_PLAIN = bounded_pattern(
    r"(?<!\w)(?:[Кк]омпани[яиюей]+|[Фф]ирм[аыуе])\s+(?P<name>[A-ZА-ЯЁ][\w.&-]*(?:[ \t][A-ZА-ЯЁ][\w.&-]*){0,3})|(?<!\w)из\s+(?:компании\s+)?(?P<latin>[A-Z][\w.&-]+(?:[ \t][A-Z][\w.&-]+){0,2})"
)
_AT = bounded_pattern(
    rf"(?<![\w@])(?:at|join|joining|interest\s+in|applying\s+(?:to|at|with)|application\s+(?:to|at|with)|on\s+behalf\s+of|here\s+at|team\s+at|position\s+with|role\s+with)\s+(?:the\s+)?(?P<name>{_CAPS})"
)
_ONESELF = bounded_pattern(
    rf"(?:(?<!\w)(?i:this\s+is|it['’]?s|i['’]?m|i\s+am|hier\s+ist|ich\s+bin|это)\s+|(?:^|(?<=[.!?\n]))[ \t]*){NAME}[ \t]+(?:from|at|with|von(?:[ \t]+(?:der|dem))?|vom|bei(?:[ \t]+der)?|из)[ \t]+(?:the[ \t]+)?(?P<name>{_CAPS})",
    re.MULTILINE,
)
_INTERVIEW_WITH = bounded_pattern(
    rf"(?<!\w)(?:[Ii]nterview\w*|[Pp]osition|[Rr]ole|[Jj]ob|[Oo]pening|[Vv]acancy)\s[^.!?\n]{{0,80}}?\b(?:with|at)\s+(?:the\s+)?(?P<name>{_CAPS})"
)
_WITH = bounded_pattern(
    rf"(?<!\w)(?:with|from|of|for|by|[Bb]ei|[Vv]on|[Ff]ür)\s+(?:the\s+|der\s+|dem\s+|die\s+|das\s+|uns\s+bei\s+(?:der\s+)?)?(?P<name>{_CAPS})"
)
_SENDER_PARTS = bounded_pattern(r"\s+(?:at|from|from the|bei|von|über|via|@|из|/|\||–|—|-)\s+|\s*[|(,]\s*")
_SENDER_TEAM = bounded_pattern(
    r"(?i)\s+(?:careers?|recruiting|recruitment|talent(?:\s+acquisition)?|jobs|hr|hiring|people)(?:\s+team)?$|^(?:hr|the)\s+|\s+team$|\s+hr$"
)
_NO_COMPANY = bounded_pattern(
    r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^(?:am|pm|est|cet|the|our|your|you|we|this|that|a|an|i|us|room|floor|gate|suite|street|monday|europe|germany|berlin|london|moscow|munich|hamburg|new york|human resources|personnel|talent|ihre?|ihnen|unsere?r?|frau|herrn?|freitag|montag|dienstag|mittwoch|donnerstag|position|stelle|interview|bewerbung|gespräch|dear|hi|hello|regards|best|kind|product|team)\b|^\d|^[A-Z]$"
)
_OF_A_HOUSE = bounded_pattern(r"(?i)(?:street|road|lane|avenue|square|branch|office|station|building|campus|floor|room)$")
_TRAILING = bounded_pattern(r"[\s,.;:!?'’–—-]+$")
_ADVICE_OF_A_LEGAL_FORM = bounded_pattern(rf"^(?:.*[ \t])?(?:[Dd]er|[Dd]ie|[Dd]as|[Bb]ei|[Ff]ür|The|[Vv]on)[ \t](?=\S)")


class _Candidate(Struct, frozen=True):
    name: str
    quote: str
    weight: int


def company_in(sources: Sources) -> Found | None:
    """The firm that invites; None if none is named clearly enough."""
    candidates = [one for one in _candidates(sources) if _may_be_company(one.name, sources)]
    domain = sources.domain_words()
    best, most = None, 0
    for one in candidates:
        weight = one.weight + _support(one, candidates) + (2 if _is_of_domain(one.name, domain) else 0)
        if weight > most:
            best, most = one, weight
    return Found(best.name, best.quote) if best and most >= _ENOUGH else None


def _candidates(sources: Sources) -> Iterator[_Candidate]:
    said = sources.passage.said
    if span := labels.labelled(said, labels.COMPANY):
        yield _candidate(said[span.start : span.end], 5)
    for text in (said, sources.subject):
        yield from _quoted(text)
        yield from (
            _candidate(_ADVICE_OF_A_LEGAL_FORM.sub("", found["name"]), 4) for found in _WITH_LEGAL_FORM.finditer(text)
        )
        yield from (_candidate(found["name"] or found["latin"], 3) for found in _RUSSIAN_PLAIN.finditer(text))
        yield from (_candidate(found["name"], 3) for found in _AT.finditer(text) if not is_person(found["name"]))
        yield from (
            _candidate(found["name"], 3)
            for found in _INTERVIEW_WITH.finditer(text)
            if not is_person(found["name"], is_introduced=len(found["name"].split()) == 2)
        )  # noqa: PLR2004 - a person's
        yield from (_candidate(found["name"], 3) for found in _ONESELF.finditer(text))
        yield from (
            _candidate(found["name"], 1)
            for found in _WITH.finditer(text)
            if not is_person(
                found["name"],
                is_introduced=" " in found["name"] and not _is_of_domain(found["name"], sources.domain_words()),
            )
        )
    if sources.signature and sources.signature.company:
        yield from _of_signature(sources.signature.company)
    yield from _of_sender(sources)
    for part, is_sure in firms_in_subject(sources):
        if not is_person(part, is_introduced=_is_sender(part, sources)):
            yield _candidate(part, 3 if is_sure else 1)


def _is_sender(part: str, sources: Sources) -> bool:
    return sources.sender is not None and part in sources.sender.name


def _quoted(text: str) -> Iterator[_Candidate]:
    """Russian firms in quotes. A word with a capital before them is a part of the name: «Лаборатория „Вереск“»."""
    for found in _RUSSIAN_QUOTED.finditer(text):
        inner = found["inner"]
        before = inner[: inner.index(found["name"]) - 1].strip()
        is_part = before[:1].isupper() and before not in ("ООО", "АО", "ПАО", "ЗАО", "ОАО", "ИП", "ГК", "ПК", "ТД")
        own = (
            found["org"]
            if not before
            and found["org"][:1].isupper()
            and found["org"].lower()[:7] not in ("компани", "фирма")
            and found.start()
            and not found["org"].isupper()
            and text[found.start() - 2 : found.start() - 1] not in ".!?"
            else ""
        )
        whole = f"{own} «{found['name']}»" if own else f"{before} «{found['name']}»" if is_part else found["name"]
        yield _Candidate(whole, found[0], 4)
    for found in _RUSSIAN_FROM.finditer(text):
        yield _candidate(found["name"], 3)


def _of_signature(written: str) -> Iterator[_Candidate]:
    quoted = list(_quoted(f" {written}"))
    if quoted:
        yield from (_Candidate(one.name, written, 4) for one in quoted)
    elif found := re.search(r"[«„\"“]([^»“”\"\n]{2,60})[»“”\"]", written):
        yield _Candidate(found[1], written, 4)
    else:
        yield _candidate(written, 4)


def _of_sender(sources: Sources) -> Iterator[_Candidate]:
    """ "Emma from Acme", "Acme Recruiting Team", "Kestrel Logistics" as the name of a robot."""
    sender = sources.sender
    if sender is None or not sender.name:
        return
    parts = [part.strip(" )\"'") for part in _SENDER_PARTS.split(sender.name)]
    for part in parts:
        bare = _SENDER_TEAM.sub("", part).strip()
        is_firm = sources.has_robot_sender or len(parts) > 1 or bare != part
        if bare and is_firm and not is_person(bare, is_introduced=not sources.has_robot_sender):
            yield _Candidate(bare, bare, 2)


def _candidate(written: str, weight: int) -> _Candidate:
    name = _TRAILING.sub("", written.strip())
    return _Candidate(" ".join(name.split()), name, weight)


def _support(one: _Candidate, candidates: list[_Candidate]) -> int:
    """How many other places name the same firm."""
    key = letters_of(one.name)
    return min(
        3,
        sum(
            1
            for other in candidates
            if other is not one
            and letters_of(other.name) == key
            and other.quote != one.quote
            or (other is not one and letters_of(other.name) == key and other.weight != one.weight)
        ),
    )


def _is_of_domain(name: str, domain: str) -> bool:
    key = letters_of(re.sub(rf"\b{LEGAL_FORMS}$", "", name).replace("&", ""))
    return len(key) > 2 and bool(domain) and (key == domain or (len(domain) > 4 and (domain in key or key in domain)))  # noqa: PLR2004 - too short to tell


def _may_be_company(name: str, sources: Sources) -> bool:
    words = [word.strip(".,").lower() for word in name.split()]
    if not 1 < len(name) <= 80 or not words or words[0] in BOARDS or BOARD_ENDINGS.search(name):  # noqa: PLR2004
        return False
    is_position = words[-1] in JOB_WORDS and not _is_of_domain(name, sources.domain_words()) and len(words) > 1
    return not (
        _NO_COMPANY.search(name)
        or _OF_A_HOUSE.search(name)
        or sources.is_owner(name)
        or is_position
        or words[-1] in BOARDS
    )
