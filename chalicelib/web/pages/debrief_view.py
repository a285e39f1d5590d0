"""The questions after an interview as a form (W12): one tap or one line for each, and only what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import whom
from chalicelib.drafts.wording import capital
from chalicelib.playbook.answer_days import AnswerDay
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.debriefing import Questions
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Invalid
from chalicelib.schemas.debrief_form import WHEN, input_name
from chalicelib.schemas.event_form import MADE_FROM
from chalicelib.usecases.debrief import days_to_choose
from chalicelib.web.http.request_context import RequestContext

_FIELDS = fields_of(InterviewFacts)
_DAY = "answer_expected_on"
_UNSAID = translatable("They did not say")
_RULES = ("W12",)


class Chip(Struct, frozen=True):
    """One answer to tap; ``day`` is the day that it names, in words."""

    value: str
    label: str
    is_chosen: bool
    day: str = ""


class Taps(Struct, frozen=True, kw_only=True):
    """A question that one tap answers; ``typed`` is the name of the input for another day, if there is one."""

    name: str
    question: str
    chips: tuple[Chip, ...]
    fault: str
    typed: str = ""
    typed_value: str = ""


class Line(Struct, frozen=True, kw_only=True):
    """An input of a person: a box, or a line with its ``value``."""

    name: str
    value: str
    fault: str


class PersonAsked(Struct, frozen=True):
    """A contact: the box that says that they were there, and the line for one thing that they said, if asked."""

    whom: str
    met: Line | None
    notes: Line | None


class DebriefForm(Struct, frozen=True, kw_only=True):
    """The form of one record; ``id`` makes the names on its page unique."""

    id: str
    version: int
    company: str
    taps: tuple[Taps, ...]
    people: tuple[PersonAsked, ...]
    is_who_asked: bool
    rules: tuple[str, ...] = _RULES


def debrief_form(
    context: RequestContext,
    interview: Interview,
    questions: Questions,
    values: Mapping[str, object] | None = None,
    invalid: Invalid | None = None,
) -> DebriefForm:
    """The form with these questions; ``values`` are what was chosen and typed, if it is shown again."""
    faults = (
        {fault.field: context.language.say(fault.reason, fault.facts) for fault in invalid.faults} if invalid else {}
    )
    filled = _Filled({name: str(value) for name, value in (values or {}).items()}, faults)
    days = days_to_choose(context, interview) if _DAY in questions.facts else ()
    asked = {contact.id: contact for contact in (*questions.who, *questions.said)}
    return DebriefForm(
        id=interview.id,
        version=interview.version,
        company=interview.company,
        taps=tuple(_taps(questions, days, filled, context.language)),
        people=tuple(_person(contact, questions, filled, context.language) for contact in asked.values()),
        is_who_asked=bool(questions.who),
    )


class _Filled(Struct, frozen=True):
    """What stands in the form already, and what of it does not fit."""

    values: Mapping[str, str]
    faults: Mapping[str, str]

    def line(self, name: str) -> Line:
        return Line(name=name, value=self.values.get(name, ""), fault=self.faults.get(name, ""))


def _taps(questions: Questions, days: tuple[AnswerDay, ...], filled: _Filled, language: Language) -> Iterator[Taps]:
    for name in questions.facts:
        is_day = name == _DAY
        own = WHEN if is_day else name
        chosen, field = filled.values.get(own, ""), _FIELDS[name]
        options = _day_options(days, language) if is_day else _options(name, language)
        yield Taps(
            name=own,
            question=language.say(field.question or field.label),
            chips=tuple(Chip(value, label, value == chosen, day) for value, label, day in options),
            fault=filled.faults.get(name, ""),
            typed=name if is_day else "",
            typed_value=filled.values.get(name, "") if is_day else "",
        )


def _day_options(days: tuple[AnswerDay, ...], language: Language) -> list[tuple[str, str, str]]:
    named = [(one.day.isoformat(), language.say(one.label), language.say_day_alone(one.day)) for one in days]
    return [*named, ("", language.say(_UNSAID), "")]


def _options(name: str, language: Language) -> list[tuple[str, str, str]]:
    """The choices of a field as they are declared; that they did not say stands last, and is chosen at first."""
    said = [(value, language.say(label), "") for value, label in _FIELDS[name].options.items() if value]
    return [*said, ("", language.say(_UNSAID), "")]


def _person(contact: Contact, questions: Questions, filled: _Filled, language: Language) -> PersonAsked:
    return PersonAsked(
        capital(whom(contact, DraftChannel.CALL, language)),
        filled.line(input_name("met", contact)) if contact in questions.who else None,
        filled.line(input_name("notes", contact)) if contact in questions.said else None,
    )


def is_changed_elsewhere(invalid: Invalid | None) -> bool:
    """Whether the form is shown again because the record was changed while it was open."""
    return invalid is not None and any(fault.field == MADE_FROM for fault in invalid.faults)
