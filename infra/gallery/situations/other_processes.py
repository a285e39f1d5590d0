"""The search as a whole: no record, a quiet Monday, one thing to do, many things at once (M1)."""

from __future__ import annotations

from datetime import time

from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import BY_MAIL, BY_PHONE, OFFICE, SUPERVISOR, a_record, august, called, thanked, wrote
from infra.gallery.situation import on

GLOBEX = thanked(2, company="Globex", position="Backend Developer", contacts=(BY_MAIL,))
INITECH = thanked(3, company="Initech", contacts=(OFFICE,), interview_on=august(4))
HOOLI = a_record(4, company="Hooli", position="Press Officer", interview_on=august(12), interview_time=time(11))
UMBRELLA = thanked(5, company="Umbrella", answer_expected_on=august(28), contacts=(SUPERVISOR,))
INITRODE = thanked(
    6,
    company="Initrode",
    position="Account Manager",
    contacts=(BY_PHONE,),
    events=(called(august(6), Result.NO_DECISION, call_again_on=august(10), call_again_time=time(16)),),
)

SITUATIONS = (
    on(august(10), "No interview is recorded", None, processes_at_least=3),
    on(
        august(10),
        "A quiet Monday with one process",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(21)),
        processes_at_least=3,
    ),
    on(
        august(10),
        "A quiet Monday with three processes",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(21)),
        UMBRELLA,
        INITECH,
        processes_at_least=3,
    ),
    on(august(10), "One thing to do and one process alive", StepKind.STATUS_CALL, thanked(), processes_at_least=3),
    on(
        august(11),
        "Many things at once",
        StepKind.STATUS_CALL,
        thanked(),
        GLOBEX,
        INITECH,
        HOOLI,
        UMBRELLA,
        INITRODE,
        processes_at_least=3,
    ),
    on(
        august(10),
        "Two letters and two calls on one day",
        StepKind.RECEIPT_CALL,
        thanked(events=(wrote(august(7)),)),
        GLOBEX,
        INITRODE,
        thanked(7, company="Hooli", position="Press Officer", contacts=(), interview_on=august(5)),
        processes_at_least=3,
    ),
)
