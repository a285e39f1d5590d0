"""The fields of a record by the names that their forms give them, for the page that reads tables."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.drafts.language import Language
from chalicelib.playbook.step import marked

_NAMES: Mapping[str, str] = {
    "company": marked("Company"),
    "position": marked("Position"),
    "interview_on": marked("Day of the interview"),
    "interview_time": marked("Time of the interview"),
    "contact_name": marked("Contact: name"),
    "contact_role": marked("Contact: what they are there"),
    "contact_phone": marked("Contact: phone"),
    "contact_email": marked("Contact: email"),
    "outcome": marked("How it ended"),
    "round": marked("Which round"),
    "answer_expected_on": marked("By which day will there be an answer?"),
    "answer_channel": marked("How will it reach you?"),
    "may_call": marked("May you call?"),
    "persistence_expected": marked("Is persistence part of the job, as in sales?"),
    "background_check": marked("A security check is running"),
    "test_task": marked("There was a test task"),
    "employer_country": marked("Country of the employer"),
    "language": marked("Language of the letters"),
    "url": marked("Link"),
    "notes": marked("Notes"),
    "process_id": marked("Process: its id, the same in all rounds"),
    "id": marked("Id of the record"),
    "date_format": marked("How days are written"),
    "row": marked("The row"),
    "file": marked("The file"),
}
_NO_COLUMNS = ("date_format", "row", "file")


def field_names(language: Language) -> dict[str, str]:
    """What each field is called."""
    return {field: language.say(name) for field, name in _NAMES.items()}


def columns(language: Language) -> list[tuple[str, str]]:
    """The fields that a column can hold, the usual ones first."""
    return [(field, name) for field, name in field_names(language).items() if field not in _NO_COLUMNS]
