"""The edges of the calendar: weekends, holidays, moved working days, the turn of the year (W10)."""

from __future__ import annotations

from datetime import date

from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import a_record, august, called, thanked
from infra.gallery.situation import on

BEFORE_THANKSGIVING = date(2026, 11, 20)
BEFORE_MAY_DAY = date(2026, 4, 23)
SHORTLY_BEFORE_CHRISTMAS = date(2026, 12, 23)

SITUATIONS = (
    on(
        date(2026, 11, 21),
        "The interview was on a Friday and today is Saturday",
        StepKind.THANK_YOU_LETTER,
        a_record(interview_on=BEFORE_THANKSGIVING, employer_country="US"),
    ),
    on(
        date(2026, 11, 30),
        "Thanksgiving lay between the interview and today",
        StepKind.STATUS_CALL,
        thanked(interview_on=BEFORE_THANKSGIVING, employer_country="US"),
    ),
    on(
        date(2026, 5, 1),
        "The call is overdue and the employer has a holiday today",
        StepKind.STATUS_CALL,
        thanked(interview_on=BEFORE_MAY_DAY),
    ),
    on(
        date(2026, 5, 5),
        "May Day moved the call where the employer is",
        StepKind.STATUS_CALL,
        thanked(interview_on=date(2026, 4, 27), employer_country="RU"),
    ),
    on(
        date(2026, 8, 15),
        "The call is overdue and today is Saturday",
        StepKind.STATUS_CALL,
        thanked(interview_on=august(6)),
    ),
    on(
        august(9),
        "The employer works on Sundays and has Friday and Saturday off",
        StepKind.STATUS_CALL,
        thanked(interview_on=august(2), employer_country="SA"),
    ),
    on(
        date(2027, 1, 4),
        "The turn of the year lies between the interview and today",
        StepKind.STATUS_CALL,
        thanked(interview_on=SHORTLY_BEFORE_CHRISTMAS),
    ),
    on(
        date(2027, 1, 7),
        "A region's holiday put the agreed call off",
        StepKind.AGREED_CALL,
        thanked(
            interview_on=SHORTLY_BEFORE_CHRISTMAS,
            employer_country="DE-BY",
            events=(called(date(2027, 1, 4), Result.NO_DECISION, call_again_on=date(2027, 1, 6)),),
        ),
    ),
    on(
        august(10),
        "The interview was half a year ago and is recorded only now",
        StepKind.STATUS_CALL,
        a_record(interview_on=date(2026, 2, 2), dated_on=august(9), answer_expected_on=date(2026, 2, 9)),
    ),
)
