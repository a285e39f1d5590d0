"""Whom to contact: every rung of the contact selection, and every detail that may be missing (C)."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import (
    BY_MAIL,
    BY_PHONE,
    CEO,
    INTERVIEWER,
    NAMELESS,
    OFFICE,
    RECRUITER,
    SUPERVISOR,
    august,
    called,
    thanked,
)
from infra.gallery.situation import on

WRONG_NUMBER = called(august(10), Result.WRONG_NUMBER, phone=RECRUITER.phone)
OFFICE_LINE = Contact(role=Role.OFFICE, phone=OFFICE.phone)

SITUATIONS = (
    on(august(10), "There is no phone, only an address", StepKind.STATUS_LETTER, thanked(contacts=(BY_MAIL,))),
    on(august(10), "There is no address, only a phone", StepKind.STATUS_CALL, thanked(contacts=(BY_PHONE,))),
    on(
        august(13),
        "There is no address and the call reached nobody",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_PHONE,), events=(called(august(10), Result.NO_ANSWER),)),
    ),
    on(august(10), "Nobody knows the recruiter's name", StepKind.STATUS_CALL, thanked(contacts=(NAMELESS,))),
    on(august(10), "Only the office is known", StepKind.STATUS_CALL, thanked(contacts=(OFFICE,))),
    on(
        august(10),
        "Only an office line is known, with a name",
        StepKind.STATUS_CALL,
        thanked(contacts=(replace(OFFICE_LINE, name="Kim Reed"),)),
    ),
    on(
        august(10),
        "The call goes to the office and the letter to the recruiter",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_MAIL, OFFICE_LINE)),
    ),
    on(
        august(10),
        "Only the office has an address",
        StepKind.STATUS_LETTER,
        thanked(contacts=(Contact(role=Role.OFFICE, email=OFFICE.email), Contact(name="Dana Winter"))),
    ),
    on(august(10), "The future supervisor is known", StepKind.STATUS_CALL, thanked(contacts=(SUPERVISOR, OFFICE))),
    on(august(10), "Only the head of the company is known", StepKind.STATUS_CALL, thanked(contacts=(CEO,))),
    on(august(10), "Whoever held the interview is known", StepKind.STATUS_CALL, thanked(contacts=(INTERVIEWER,))),
    on(
        august(10),
        "The supervisor and the head have addresses without names",
        StepKind.STATUS_LETTER,
        thanked(contacts=(replace(SUPERVISOR, name=None, phone=None), replace(CEO, name=None, phone=None))),
    ),
    on(august(10), "They would rather not be called", StepKind.STATUS_LETTER, thanked(may_call=False)),
    on(
        august(10),
        "They would rather not be called and there is no address",
        StepKind.STATUS_LETTER,
        thanked(may_call=False, contacts=(BY_PHONE,)),
    ),
    on(august(10), "Nobody at all is known", StepKind.STATUS_CALL, thanked(contacts=())),
    on(
        august(10),
        "The recruiter has an extension",
        StepKind.STATUS_CALL,
        thanked(contacts=(replace(RECRUITER, extension="204"),)),
    ),
    on(
        august(11),
        "The only number was wrong",
        StepKind.STATUS_LETTER,
        thanked(events=(WRONG_NUMBER,)),
    ),
    on(
        august(13),
        "The only number was wrong and there is no address",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_PHONE,), events=(WRONG_NUMBER,)),
    ),
    on(
        august(13),
        "One of two numbers was wrong",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_PHONE, replace(SUPERVISOR, email=None)), events=(WRONG_NUMBER,)),
    ),
)
