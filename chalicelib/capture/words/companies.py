"""Which firm invites: the name that the most, and the clearest, places of a message agree on.

A sender's domain is never a firm's name; it only speaks for one that is written somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.capture.found import Found
from chalicelib.capture.words import labels
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.firm_name import LIKELY, SUPPOSED, SURE, WEAK, FirmName, firm_name
from chalicelib.capture.words.known_words import BOARD_ENDINGS, BOARDS, JOB_WORDS
from chalicelib.capture.words.named_firms import named_firms
from chalicelib.capture.words.named_sources import Sources, is_of_domain, letters_of
from chalicelib.capture.words.person_words import is_person
from chalicelib.capture.words.russian_firms import firms_of_signature, russian_firms
from chalicelib.capture.words.subject_parts import firms_in_subject

COMPANY = "company"
_ENOUGH, _OF_THE_DOMAIN, _MOST_SUPPORT = 3, 2, 3
_LONGEST = 80
_SENDER_PARTS = bounded_pattern(r"\s+(?:at|from|from the|bei|von|über|via|@|из|/|\||–|—|-)\s+|\s*[|(,]\s*")
_SENDER_TEAM = bounded_pattern(
    r"(?i)\s+(?:careers?|recruiting|recruitment|talent(?:\s+acquisition)?|jobs|hr|hiring|people)(?:\s+team)?$"
    r"|^(?:hr|the)\s+|\s+team$|\s+hr$"
)
_NO_COMPANY = bounded_pattern(
    r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|^(?:am|pm|est|cet|the|our|your|you|we|this|that|a|an|i|us|room"
    r"|floor|gate|suite|street|monday|europe|germany|berlin|london|moscow|munich|hamburg|new york"
    r"|human resources|personnel|talent|ihre?|ihnen|unsere?r?|frau|herrn?|freitag|montag|dienstag|mittwoch"
    r"|donnerstag|position|stelle|interview|bewerbung|gespräch|dear|hi|hello|regards|best|kind|product|team)\b"
    r"|^\d|^[A-Z]$"
)
_OF_A_HOUSE = bounded_pattern(
    r"(?i)(?:street|road|lane|avenue|square|branch|office|station|building|campus|floor|room)$"
)


def company_in(sources: Sources) -> Found | None:
    """The firm that invites; None if none is named clearly enough."""
    names = [one for one in _names(sources) if _may_be_company(one.name, sources)]
    domain = sources.domain_words()
    places: dict[str, set[tuple[str, int]]] = {}
    for one in names:
        places.setdefault(letters_of(one.name), set()).add((one.quote, one.weight))

    def weight(one: FirmName) -> int:
        support = min(_MOST_SUPPORT, len(places[letters_of(one.name)]) - 1)
        return one.weight + support + (_OF_THE_DOMAIN if is_of_domain(one.name, domain) else 0)

    best = max(names, key=weight, default=None)
    return Found(best.name, best.quote) if best and weight(best) >= _ENOUGH else None


def _names(sources: Sources) -> Iterator[FirmName]:
    said = sources.passage.said
    if span := labels.labelled(said, labels.COMPANY):
        yield firm_name(said[span.start : span.end], SURE)
    for text in (said, sources.subject):
        yield from russian_firms(text)
        yield from named_firms(text, sources.domain_words())
    if sources.signature and sources.signature.company:
        yield from firms_of_signature(sources.signature.company)
    yield from _of_sender(sources)
    for part, is_sure in firms_in_subject(sources):
        is_sender = sources.sender is not None and part in sources.sender.name
        if not is_person(part, is_introduced=is_sender):
            yield firm_name(part, LIKELY if is_sure else WEAK)


def _of_sender(sources: Sources) -> Iterator[FirmName]:
    """ "Emma from Acme", "Acme Recruiting Team", "Kestrel Logistics" as the name of a robot."""
    if sources.sender is None or not sources.sender.name:
        return
    parts = [part.strip(" )\"'") for part in _SENDER_PARTS.split(sources.sender.name)]
    for part in parts:
        bare = _SENDER_TEAM.sub("", part).strip()
        is_firm = sources.has_robot_sender or len(parts) > 1 or bare != part
        if bare and is_firm and not is_person(bare, is_introduced=not sources.has_robot_sender):
            yield FirmName(bare, bare, SUPPOSED)


def _may_be_company(name: str, sources: Sources) -> bool:
    words = [word.strip(".,").lower() for word in name.split()]
    if not 1 < len(name) <= _LONGEST or not words or {words[0], words[-1]} & BOARDS:
        return False
    is_position = len(words) > 1 and words[-1] in JOB_WORDS and not is_of_domain(name, sources.domain_words())
    is_another = any(pattern.search(name) for pattern in (BOARD_ENDINGS, _NO_COMPANY, _OF_A_HOUSE))
    return not (is_another or is_position or sources.is_owner(name))
