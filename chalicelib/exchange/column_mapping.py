"""Which column holds which of our fields, guessed from its header in English or Russian."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from chalicelib.exchange.json_records import KeptWithRecord
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.texts import shown

Columns = Mapping[str, str | None]

OUTCOME = "outcome"
_NOT_IN_A_CELL = {"contacts", "events", "dated_on", "created_at", "version"}
FIELDS = frozenset({*InterviewFields.__struct_fields__, *KeptWithRecord.__struct_fields__, OUTCOME} - _NOT_IN_A_CELL)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NOTHING = ("", "-")

_SYNONYMS: Mapping[str, str] = {
    "company": "company name, employer, employer name, firm, organisation, organization, business, "
    "компания, название компании, работодатель, фирма, организация",
    "position": "job title, title, job, role, vacancy, post, position title, должность, позиция, вакансия, роль",
    "interview_on": "date, day, interview date, date of interview, interview day, interviewed on, when, "
    "дата, день, дата собеседования, собеседование, дата интервью, когда",
    "interview_time": "time, interview time, start time, at, время, время собеседования, время интервью, начало",
    "round": "stage number, interview round, round number, раунд, этап, номер этапа, тур",
    "contact_name": "contact, name, contact person, recruiter, hr, hr manager, recruiter name, person, "
    "контакт, контактное лицо, имя, имя контакта, рекрутер, hr менеджер, фио",
    "contact_role": "contact position, role of contact, роль контакта, кто это",
    "contact_phone": "phone, phone number, telephone, tel, mobile, cell, recruiter phone, contact number, "
    "телефон, номер телефона, тел, мобильный, телефон контакта, телефон рекрутера",
    "contact_email": "email, e mail, mail, email address, recruiter email, contact e mail, "
    "почта, электронная почта, эл почта, адрес почты, имейл, емейл",
    "answer_expected_on": "answer by, answer expected, answer date, reply by, decision by, decision date, "
    "ответ до, дата ответа, срок ответа, обещали ответить, ждать ответа до",
    "answer_channel": "answer by phone or email, channel, канал, канал ответа",
    "may_call": "call allowed, can call, may i call, можно звонить, можно ли звонить",
    "persistence_expected": "persistence, sales role, настойчивость",
    "background_check": "security check, проверка, проверка безопасности, проверка сб",
    "test_task": "test assignment, assignment, take home, homework, тестовое, тестовое задание",
    "employer_country": "country, страна, страна работодателя",
    "language": "letter language, язык, язык писем",
    "notes": "note, comment, comments, remarks, заметки, заметка, комментарий, комментарии, примечание, примечания",
    "url": "link, web address, website, job link, vacancy link, job url, ссылка, ссылка на вакансию, сайт",
    "process_id": "process, процесс",
    OUTCOME: "result, final result, итог, исход, результат",
}


def guessed(headers: Iterable[str]) -> dict[str, str | None]:
    """Each header with its field, None where it tells nothing; of two for one field the first has it."""
    columns: dict[str, str | None] = {}
    for header in headers:
        field = _BY_NAME.get(_plain(header))
        columns[header] = None if field in columns.values() else field
    return columns


def corrected(columns: Columns, corrections: Mapping[str, object]) -> dict[str, str | None]:
    """The guess with what the sender says instead: a field's name, or null (in a form ``-``) for a column that is to be
    left out. A field that is given to another column is taken from the one it was guessed for. Raises ``Invalid``."""
    faults = [fault for header, field in corrections.items() for fault in _faults(columns, header, field)]
    if faults:
        raise Invalid(*faults)
    said = {header: None if field in (None, *_NOTHING) else str(field) for header, field in corrections.items()}
    kept = {header: None if field in said.values() else field for header, field in columns.items()}
    settled = {**kept, **said}
    twice = {field for field in said.values() if field and list(settled.values()).count(field) > 1}
    if twice:
        raise Invalid(*(Fault("columns", "give {field} to two columns", {"field": field}) for field in sorted(twice)))
    return settled


def _faults(columns: Columns, header: str, field: object) -> Iterable[Fault]:
    place = f"columns.{shown(header)}"
    if header not in columns:
        yield Fault(place, "is not a header of this file")
    elif field is not None and field not in (*FIELDS, *_NOTHING):
        yield Fault(place, "is not one of: {choices}", {"choices": ", ".join(sorted(FIELDS))})


def _plain(header: str) -> str:
    """A header as it is looked up: case, punctuation, and how its spaces are written make no difference."""
    return " ".join(_BETWEEN_WORDS.split(unicodedata.normalize("NFKC", header).casefold())).strip()


_BY_NAME: Mapping[str, str] = {
    _plain(name): field for field in sorted(FIELDS) for name in (field, *_SYNONYMS.get(field, "").split(","))
}
