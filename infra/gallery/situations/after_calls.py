"""After the first call or letter: receipt, follow-up, agreed calls, and the last word (H4, W7, W8, W9)."""

from __future__ import annotations

from datetime import date, time

from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import BY_MAIL, OFFICE, august, called, thanked, wrote
from infra.gallery.situation import on

LETTER_AND_CALLS = (
    called(august(10), Result.NO_ANSWER),
    wrote(august(11)),
    called(august(12), Result.NO_ANSWER),
    called(august(14), Result.VOICEMAIL),
)
THREE_CALLS = (
    called(august(10), Result.NO_DECISION),
    called(august(17), Result.NO_DECISION),
    called(august(24), Result.NO_DECISION),
)

SITUATIONS = (
    on(
        august(11),
        "The call reached nobody, so a letter follows",
        StepKind.STATUS_LETTER,
        thanked(events=(called(august(10), Result.NO_ANSWER),)),
    ),
    on(
        august(11),
        "The owner spoke to the voicemail, so a letter follows",
        StepKind.STATUS_LETTER,
        thanked(test_task=True, events=(called(august(10), Result.VOICEMAIL),)),
    ),
    on(
        august(12),
        "The letter went out yesterday",
        StepKind.RECEIPT_CALL,
        thanked(events=(called(august(10), Result.NO_ANSWER), wrote(august(11)))),
    ),
    on(
        august(10),
        "The letter went out on Friday, so one call settles both",
        StepKind.RECEIPT_CALL,
        thanked(events=(wrote(august(7)),)),
    ),
    on(
        august(12),
        "The receipt call goes to the office",
        StepKind.RECEIPT_CALL,
        thanked(contacts=(BY_MAIL, OFFICE), events=(wrote(august(11)),)),
    ),
    on(
        august(14),
        "The receipt call reached nobody and the follow-up is due",
        StepKind.FOLLOW_UP_CALL,
        thanked(test_task=True, events=(wrote(august(11)), called(august(12), Result.NO_ANSWER))),
    ),
    on(
        august(14),
        "The follow-up call goes to the office",
        StepKind.FOLLOW_UP_CALL,
        thanked(contacts=(OFFICE,), events=(wrote(august(11)), called(august(12), Result.NO_ANSWER))),
    ),
    on(
        august(17),
        "A letter had no answer and there is no phone, so a shorter one follows",
        StepKind.STATUS_LETTER,
        thanked(contacts=(BY_MAIL,), events=(wrote(august(10)),)),
    ),
    on(
        august(13),
        "No decision yet, call again on a day and at an hour",
        StepKind.AGREED_CALL,
        thanked(
            events=(called(august(10), Result.NO_DECISION, call_again_on=august(13), call_again_time=time(14, 30)),)
        ),
    ),
    on(
        august(17),
        "No decision yet, call again on a Saturday",
        StepKind.AGREED_CALL,
        thanked(test_task=True, events=(called(august(10), Result.NO_DECISION, call_again_on=august(15)),)),
    ),
    on(
        august(17),
        "No decision yet and no day was agreed",
        StepKind.AGREED_CALL,
        thanked(events=(called(august(10), Result.NO_DECISION),)),
    ),
    on(
        august(13),
        "They would rather not be called but asked for this call",
        StepKind.AGREED_CALL,
        thanked(may_call=False, events=(called(august(10), Result.NO_DECISION, call_again_on=august(13)),)),
    ),
    on(
        august(13),
        "The agreed call goes to the office",
        StepKind.AGREED_CALL,
        thanked(contacts=(OFFICE,), events=(called(august(10), Result.NO_DECISION, call_again_on=august(13)),)),
    ),
    on(
        august(24),
        "The follow-up reached nobody and one last word is left",
        StepKind.CLOSING_CONTACT,
        thanked(events=LETTER_AND_CALLS),
    ),
    on(
        august(24),
        "Two letters had no answer and one last letter is left",
        StepKind.CLOSING_CONTACT,
        thanked(contacts=(BY_MAIL,), events=(wrote(august(10)), wrote(august(17)))),
    ),
    on(
        date(2026, 9, 7),
        "Three calls in a row ended without a decision",
        StepKind.CLOSING_CONTACT,
        thanked(events=THREE_CALLS),
    ),
    on(
        august(31),
        "The last word had no answer",
        StepKind.MOVE_ON,
        thanked(events=(*LETTER_AND_CALLS, called(august(24), Result.NO_ANSWER))),
    ),
    on(
        august(26),
        "Four attempts are used up",
        StepKind.MOVE_ON,
        thanked(
            events=(
                called(august(10), Result.NO_ANSWER),
                called(august(13), Result.NO_ANSWER),
                called(august(18), Result.VOICEMAIL),
                called(august(19), Result.NO_ANSWER),
            )
        ),
    ),
)
