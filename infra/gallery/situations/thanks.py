"""Before the interview ends, and the day after: the closing question and the thank-you letter (S9, S3)."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import BY_MAIL, BY_PHONE, CEO, OFFICE, RECRUITER, SUPERVISOR, a_record, august
from infra.gallery.situation import on


def _asked_before(**known: Any) -> Interview:
    """A record made before its interview, which is tomorrow, with something known about the answer already."""
    return a_record(dated_on=date(2026, 7, 28), **known)


def _met(contact: Contact, notes: str | None = None) -> Contact:
    """Somebody who was at the interview, with what was noted of them."""
    return replace(contact, id=(contact.name or "").partition(" ")[0].lower(), met=True, notes=notes)


SITUATIONS = (
    on(
        august(2),
        "The interview is tomorrow and has to be moved to a day that the owner noted",
        StepKind.CLOSING_QUESTION,
        a_record(dated_on=date(2026, 7, 28), notes="days: 6 or 7 August\nдни: 6 или 7 августа"),
    ),
    on(
        august(4),
        "Three people were there yesterday, and something is noted of two of them",
        StepKind.THANK_YOU_LETTER,
        a_record(
            contacts=(
                _met(RECRUITER),
                _met(SUPERVISOR, "liked: how the team plans its week\nпонравилось: как команда планирует неделю"),
                _met(CEO, "asked about money"),
            )
        ),
    ),
    on(
        august(2),
        "The interview is tomorrow",
        StepKind.CLOSING_QUESTION,
        a_record(dated_on=date(2026, 7, 28), interview_time=time(15)),
    ),
    on(
        august(3),
        "The interview is this afternoon",
        StepKind.CLOSING_QUESTION,
        a_record(interview_time=time(15), contacts=(RECRUITER, SUPERVISOR)),
    ),
    on(august(4), "The interview was yesterday and nothing was agreed", StepKind.THANK_YOU_LETTER, a_record()),
    on(
        august(4),
        "The interview was yesterday and they promised to call by a day",
        StepKind.THANK_YOU_LETTER,
        a_record(answer_expected_on=august(14), answer_channel=Channel.PHONE),
    ),
    on(
        august(4),
        "The interview was yesterday and they promised to write by a day",
        StepKind.THANK_YOU_LETTER,
        a_record(answer_expected_on=august(14), answer_channel=Channel.EMAIL),
    ),
    on(
        august(4),
        "The interview was yesterday and they promised an answer by a day",
        StepKind.THANK_YOU_LETTER,
        a_record(answer_expected_on=august(14)),
    ),
    on(
        august(4),
        "The interview was yesterday and they will call, no day was named",
        StepKind.THANK_YOU_LETTER,
        a_record(answer_channel=Channel.PHONE),
    ),
    on(
        august(4),
        "The notes say what was liked",
        StepKind.THANK_YOU_LETTER,
        a_record(notes="liked: how your team plans its week\nasked about salary"),
    ),
    on(
        august(4),
        "The notes hold a whole sentence for the letter",
        StepKind.THANK_YOU_LETTER,
        a_record(notes="touch: I have since read your article on queues, and it answered my question."),
    ),
    on(
        august(4),
        "The notes are private and stay out of the letter",
        StepKind.THANK_YOU_LETTER,
        a_record(notes="The chairs squeak. Ask for 10 % more."),
    ),
    on(
        august(4),
        "There is nobody to send the thank-you letter to",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=(BY_PHONE,)),
    ),
    on(
        august(4),
        "The thank-you letter goes to the office for the recruiter",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=(BY_PHONE, OFFICE)),
    ),
    on(
        august(6),
        "The thank-you letter is two days late",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=(BY_MAIL,), answer_expected_on=august(20)),
    ),
    on(
        august(2),
        "The interview is tomorrow and they named a day",
        StepKind.CLOSING_QUESTION,
        _asked_before(answer_expected_on=august(14)),
    ),
    on(
        august(2),
        "The interview is tomorrow and they will write",
        StepKind.CLOSING_QUESTION,
        _asked_before(answer_channel=Channel.EMAIL, may_call=True),
    ),
    on(
        august(2),
        "The interview is tomorrow and they will call by a day",
        StepKind.CLOSING_QUESTION,
        _asked_before(answer_expected_on=august(14), answer_channel=Channel.PHONE),
    ),
    on(
        august(2),
        "The interview is tomorrow and all is agreed",
        StepKind.CLOSING_QUESTION,
        _asked_before(answer_expected_on=august(14), answer_channel=Channel.PHONE, may_call=True),
    ),
)
