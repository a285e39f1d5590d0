"""Lines such as "Where: Mill Road 1", cells such as «Телефон | +7 …»: a label, and what stands behind it."""

from __future__ import annotations

import re

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span, sentences_of

PLACE = (
    "where|place|location|address|venue|ort|adresse|wo|treffpunkt|veranstaltungsort|где|адрес|место|место встречи"
    "|место проведения|адрес офиса"
)
COMPANY = "company|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|компания|организация|работодатель"
POSITION = "position|role|job title|job|vacancy|opening|stelle|stellenbezeichnung|вакансия|должность|позиция"
PERSON = (
    "contact|contact person|interviewer|interviewers|with|your interviewer|recruiter|hiring manager"
    "|ansprechpartner(?:in)?|ansprechperson|gesprächspartner(?:in)?"
    "|kontakt|kontaktperson|teilnehmer|контакт|контактное лицо|собеседование проводит|интервьюер|проводит|рекрутер|hr"
)
_LONGEST_VALUE = 160


def labelled(text: str, labels: str) -> Span | None:
    """The value behind the first of these labels, in the same line or cell or in the next one; None without one."""
    pattern = _pattern(labels)
    for found in pattern.finditer(text):
        start, end = found.span("value")
        end = next((min(end, one.end) for one in sentences_of(text) if one.start <= start < one.end), end)
        value = text[start:end]
        if value.strip(" -–|\t:"):
            lead = len(value) - len(value.lstrip(" -–|\t:"))
            return Span(start + lead, start + len(value.rstrip(" -–|\t")))
    return None


def _pattern(labels: str) -> re.Pattern[str]:
    return bounded_pattern(
        rf"(?:^|(?<=[.!?;|\t]))[^\S\n]*[\W_]{{0,3}}(?:{labels})[^\S\n]*(?::|\t|\||[^\S\n]{{2,}}"
        rf"|\n(?=[^\n]))[^\S\n]*(?:\n[^\S\n]*)?(?P<value>[^\n|\t]{{1,{_LONGEST_VALUE}}})",
        re.IGNORECASE | re.MULTILINE,
    )
