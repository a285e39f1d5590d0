"""People whom sentences introduce: "with our CTO, Neil Sharma", "Hier ist Mara von …", «проведёт Артур Валеев»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.capture.words import labels
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.person_found import PersonFound
from chalicelib.capture.words.person_words import NAME, is_person, name_as_written, role_by
from chalicelib.playbook.contact import Role

_ENGLISH = bounded_pattern(
    rf"(?<!\w)(?i:with|meet|meeting|interviewed\s+by|joined\s+by|ask\s+for|speak\s+(?:to|with)|talk\s+to"
    rf"|contact|interviewers?(?:\s+(?:will\s+be|is|are))?:?"
    rf"|your\s+host\s+is)\s+(?P<name>{NAME})(?:\s*[,(]\s*(?:our\s+|the\s+"
    rf"|your\s+)?(?P<title>[^,.()\n]{{3,60}}))?(?:\s+and\s+(?P<second>{NAME}))?"
)
_TITLE_FIRST = bounded_pattern(
    rf"(?<!\w)(?i:with|meet)\s+(?:our|the|my)\s+(?P<title>[^,.()\n]{{2,50}}),\s+(?P<name>{NAME})(?P<second>(?!))?"
)
# "This is Marco from …", "Hier ist Mara von …", «Это Оксана из …», and at the end "Dev from Bluewick".
_ONESELF = bounded_pattern(
    rf"(?<!\w)(?:(?i:this\s+is|it['’]?s|i['’]?m|i\s+am|my\s+name\s+is|hier\s+(?:ist|schreibt)|ich\s+bin"
    rf"|mein\s+name\s+ist|это|меня\s+зовут)\s+(?P<name>{NAME})(?=\s+(?:from|at|with|of|von|vom|bei|aus|из|с)\b"
    rf"|[,.!])"
    rf"|(?<=[.!?\n])\s*(?P<last>{NAME})\s+(?:from|at|von|vom|bei"
    rf"|из)\s+[^.!?\n]{{2,50}}$)(?P<title>(?!))?(?P<second>(?!))?"
)
_GERMAN = bounded_pattern(
    rf"(?<!\w)(?i:mit|bei|an|von|durch|ansprechpartner(?:in)?(?:\s+ist)?:?|ist)\s+(?:(?:unserer?m?|Ihrer?m?|der"
    rf"|dem)\s+(?P<title>[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?)\s+)?(?P<name>(?:Frau|Herrn?|Dr\."
    rf"|Prof\.)\s+{NAME})(?:\s+und\s+(?P<second>(?:Frau|Herrn?|Dr\.)\s+{NAME}))?"
)
_RUSSIAN = bounded_pattern(
    rf"(?<!\w)(?i:провед[её]т|проводит|проводить\s+будет|меня\s+зовут|это|спросите|контакт(?:ное\s+лицо)?:?"
    rf"|встретит(?:\s+вас)?|вас\s+(?:встретит|ждёт)|на\s+связи)\s+(?P<name>{NAME})(?:\s*[,(]\s*(?:(?:он"
    rf"|она)\s+же\s+|наш\w*\s+)?(?P<title>[^,.()\n«]{{3,60}}))?(?:\s+и\s+(?P<second>{NAME}))?"
)
_INTERVIEWING = bounded_pattern(r"(?i)провед|провод|with|meet|interview|joined|mit|встретит")


def introduced_in(said: str) -> Iterator[PersonFound]:
    """The people whom a text introduces: behind a label first, then in its sentences."""
    if person := _behind_a_label(said):
        yield person
    for pattern in (_ONESELF, _ENGLISH, _TITLE_FIRST, _GERMAN, _RUSSIAN):
        for found in pattern.finditer(said):
            yield from _named_by(found)


def _behind_a_label(said: str) -> PersonFound | None:
    span = labels.labelled(said, labels.PERSON)
    if span is None:
        return None
    name, _, title = said[span.start : span.end].partition(",")
    bare = name.strip().removesuffix(")")
    if not is_person(bare, is_introduced=True):
        return None
    return PersonFound(name_as_written(bare), bare, role_by(title), title.strip(), at=span.start)


def _named_by(found: re.Match[str]) -> Iterator[PersonFound]:
    is_self = "last" in found.re.groupindex
    for group in ("name", "second", "last") if is_self else ("name", "second"):
        name = found[group] or ""
        if name and is_person(name, is_introduced=" " in name.strip() or is_self):
            title = (found["title"] or "").strip() if group == "name" else ""
            role = role_by(title)
            supposed = Role.INTERVIEWER if _INTERVIEWING.match(found[0]) else None
            written = name_as_written(name)
            yield PersonFound(written, name.strip(), role or supposed, title if role else "", at=found.start(group))
