"""The signature: who wrote, what they are, and for which firm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.known_words import CLOSINGS, LEGAL_FORMS, RUSSIAN_ORG, SALUTATION
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.person_words import is_person, is_title
from chalicelib.capture.words.sentences import Span

_CLOSING_LINE = bounded_pattern(
    rf"^[^\S\n]*{CLOSINGS}[^\S\n]*[,.!–—-]*[^\S\n]*(?=$|(?-i:[A-ZА-ЯЁÄÖÜ]))", re.IGNORECASE | re.MULTILINE
)
# "… за час. С уважением, Дмитрий Лебедев": in a message of one line.
_CLOSING_WITHIN = bounded_pattern(
    rf"(?<=[.!?)]\s)(?:{CLOSINGS}|lg|vg|gruß|gruss|grüße)\s*[,.!–—-]?\s+(?=(?-i:[A-ZА-ЯЁÄÖÜ]))", re.IGNORECASE
)
_MOST_LINES, _LONGEST_LINE, _LONGEST_INLINE = 12, 90, 80
_JOINT = bounded_pattern(r"\s*(?:[|·•\t]|\s[–—-]\s|,\s+|\n|;\s|\s(?:at|bei|bei der|@)\s)\s*")
_CONTACT_DATA = bounded_pattern(
    r"(?i)\d{3}|^(?:tel|t|m|phone|mobile|mob|fax|office|direct|e-?mail|web|тел|моб|раб|www|доб)\W*$"
)
_BLANK_LINE = bounded_pattern(r"\n[^\S\n]*(?=\n)")
_ENDS_A_SENTENCE = bounded_pattern(r"[.!?:]\s*$")
_QUOTED_FIRM = bounded_pattern(rf"(?:{RUSSIAN_ORG}\s+)?[«„\"“][^»“”\"\n]{{2,60}}[»“”\"]")
_LEGAL = bounded_pattern(rf"(?<!\w){LEGAL_FORMS}(?!\w)")
_NO_FIRM = bounded_pattern(
    r"(?i)^(?:office|direct|personnel|hr|personal|ceo|the\b.*team.*|your\b.*|(?:the\s+)?(?:recruiting|hiring"
    r"|talent|people|hr)\s+(?:team|department)|ihr\b.*|ваш\w*\b.*|dein\b.*|phd|mba|отдел\s.*|team|best"
    r"|dear\b.*|p\.?s\.?.*|с\s+уважением.*|she/her.*|he/him.*|\(?(?:she|he|they)/.*)$"
)
_THE_TEAM_AT = bounded_pattern(
    r"(?i)\b(?:team|department|abteilung|отдел\w*)\s+(?:at|of|bei|der|von)?\s*(?P<firm>[A-ZА-ЯЁÄÖÜ].*)$"
)


class Signature(Struct, frozen=True):
    """What a signature tells; what it does not is None. ``span`` is all of it, phones included."""

    span: Span
    name: str | None = None
    title: str | None = None
    company: str | None = None


def signature_of(passage: Passage, owner_name: str) -> Signature | None:
    """The signature at the end of a text; None without one."""
    span = _behind_a_closing(passage.said) or _last_lines(passage.said) or _last_sentence(passage)
    if span is None:
        return None
    return _read(passage.said, span, owner_name)


def _behind_a_closing(text: str) -> Span | None:
    ends = [found.end() for found in _CLOSING_LINE.finditer(text)]
    if ends and text[ends[-1] :].strip():
        return _limited(text, ends[-1])
    within = [found.end() for found in _CLOSING_WITHIN.finditer(text)]
    return Span(within[-1], len(text)) if within and len(text.rstrip()) - within[-1] <= _LONGEST_INLINE else None


def _last_lines(text: str) -> Span | None:
    """The last paragraph, if its lines are short and are no sentences."""
    end = len(text.rstrip())
    blank_lines = [found.end() for found in _BLANK_LINE.finditer(text, 0, end)]
    if not blank_lines:
        return None
    start = blank_lines[-1]
    lines = [line for line in text[start:end].splitlines() if line.strip()]
    first_end = _ENDS_A_SENTENCE.search(lines[0]) if lines else None
    is_prose = any(len(line) > _LONGEST_LINE for line in lines) or (first_end and len(lines[0].split()) > 3)  # noqa: PLR2004
    if not lines or is_prose or len(lines) > _MOST_LINES or SALUTATION.search(lines[0]):
        return None
    return Span(start, end)


def _last_sentence(passage: Passage) -> Span | None:
    """ "… Извините! Нина, «Горизонт-Сервис»": the last words of a short message."""
    sentences = passage.sentences()
    if len(sentences) < 2 or sentences[-1].end - sentences[-1].start > _LONGEST_INLINE:  # noqa: PLR2004
        return None
    said = passage.said[sentences[-1].start : sentences[-1].end]
    names = [part for part in _JOINT.split(said) if part.strip() and not _CONTACT_DATA.search(part)]
    return sentences[-1] if names and is_person(names[0], is_introduced=True) else None


def _limited(text: str, start: int) -> Span:
    lines, end = 0, start
    while lines < _MOST_LINES and 0 <= end < len(text):
        following = text.find("\n", end + 1)
        end = len(text) if following < 0 else following
        lines += 1
    return Span(start, end)


def _read(text: str, span: Span, owner_name: str) -> Signature:
    name = title = company = None
    for part in _parts(text, span):
        if (
            not name
            and not title
            and not company
            and is_person(part, is_introduced=True)
            and not _is_owner(part, owner_name)
        ) or (name and is_person(part, is_introduced=True) and part.startswith(name)):
            name = part
        elif not title and is_title(part) and not _QUOTED_FIRM.search(part):
            title, firm = _title_and_firm(part)
            company = company or firm
        elif not company and _is_firm(part, name):
            company = part
    return Signature(span, name, title, company)


def _parts(text: str, span: Span) -> Iterator[str]:
    at = span.start
    for joint in [*_JOINT.finditer(text, span.start, span.end), None]:
        end = joint.start() if joint else span.end
        part = text[at:end].strip(" ,.;:|\n\t*_-–—")
        if part and not _CONTACT_DATA.search(part):
            yield part
        elif (
            part
            and (
                words := re.match(
                    r"([A-ZА-ЯЁÄÖÜ][^\d+(]{3,60}?)[\s,:]*(?:(?:tel|phone|t|m|office|тел)\W*)?[+(\d]", part
                )
            )
            and len(words[1].split()) > 1
        ):
            yield words[1].strip()
        at = joint.end() if joint else span.end


def _title_and_firm(part: str) -> tuple[str, str | None]:
    """ "The recruiting team at Kestrel Logistics": what they are, and the firm."""
    found = _THE_TEAM_AT.search(part)
    return (part, found["firm"].strip()) if found else (part, None)


def _is_firm(part: str, name: str | None) -> bool:
    if _NO_FIRM.match(part) or part == name or SALUTATION.search(part):
        return False
    if _QUOTED_FIRM.search(part) or _LEGAL.search(part):
        return True
    is_short = len(part.split()) <= 5 and not _ENDS_A_SENTENCE.search(part)  # noqa: PLR2004 - a firm's name
    return name is not None and is_short and part[:1].isupper() and not is_person(part)


def _is_owner(part: str, owner_name: str) -> bool:
    return bool(owner_name) and {word.lower() for word in part.split()} <= {word.lower() for word in owner_name.split()}
