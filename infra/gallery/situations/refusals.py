"""After an answer: refusals and their reasons, an offer here or elsewhere, further rounds (S6, S7, M2, M4)."""

from __future__ import annotations

from datetime import date

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import BY_MAIL, OFFICE, a_record, august, called, happened, heard, thanked
from infra.gallery.situation import on

REFUSED = heard(august(10), Result.REFUSAL)
REFUSED_WITH_REASONS = heard(august(10), Result.REFUSAL, reasons_given=True)
ASKED_FOR_REASONS = happened(EventKind.REASONS_REQUESTED, august(12))


def offered(until: date | None) -> Interview:
    """A record of Umbrella, who made an offer on Monday 10 August."""
    return thanked(9, company="Umbrella", events=(heard(august(10), Result.OFFER, until=until),))


SITUATIONS = (
    on(august(11), "They said no and gave no reasons", StepKind.REASONS_CALL, thanked(events=(REFUSED,))),
    on(
        august(11),
        "They said no and only the office can be called",
        StepKind.REASONS_CALL,
        thanked(contacts=(BY_MAIL, OFFICE), events=(REFUSED,)),
    ),
    on(
        august(14),
        "The call about the reasons reached nobody",
        StepKind.REASONS_CALL,
        thanked(events=(REFUSED, called(august(11), Result.NO_ANSWER))),
    ),
    on(
        august(18),
        "They asked to call about the reasons later",
        StepKind.REASONS_CALL,
        thanked(events=(REFUSED, called(august(11), Result.TOLD_TO_WAIT, until=august(17)))),
    ),
    on(august(11), "They said no and said why", None, thanked(events=(REFUSED_WITH_REASONS,))),
    on(
        august(11),
        "They said no and would rather not be called",
        None,
        thanked(may_call=False, contacts=(BY_MAIL, OFFICE), events=(REFUSED,)),
    ),
    on(
        august(11),
        "A Russian employer refused and gave no reasons",
        StepKind.REASONS_CALL,
        thanked(employer_country="RU", events=(REFUSED,)),
    ),
    on(
        august(21),
        "A Russian employer was asked for the reasons in writing and the term ends today",
        StepKind.REASONS_DEADLINE,
        thanked(employer_country="RU", events=(REFUSED, ASKED_FOR_REASONS)),
    ),
    on(
        august(12),
        "The reasons were asked for in writing where no law is known",
        None,
        thanked(events=(REFUSED, ASKED_FOR_REASONS)),
    ),
    on(
        august(13),
        "There is an offer elsewhere that has to be answered soon",
        StepKind.STATUS_CALL,
        thanked(),
        a_record(2, company="Globex", interview_on=august(12), contacts=(OFFICE,)),
        offered(august(20)),
    ),
    on(
        august(12),
        "There is an offer elsewhere and nobody said until when",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_MAIL, OFFICE), answer_expected_on=august(28)),
        offered(None),
    ),
    on(
        august(20),
        "There is an offer elsewhere, to be answered tomorrow, and no address to write to",
        StepKind.STATUS_CALL,
        thanked(contacts=(), answer_expected_on=august(28)),
        offered(august(21)),
    ),
    on(
        august(11),
        "They made an offer",
        StepKind.ANSWER_OFFER,
        thanked(events=(heard(august(10), Result.OFFER, until=august(17)),)),
    ),
    on(
        august(17),
        "They made an offer and named no day, and its answer is due",
        StepKind.ANSWER_OFFER,
        thanked(events=(heard(august(10), Result.OFFER),)),
    ),
    on(
        august(18),
        "The offer should have been answered yesterday",
        StepKind.ANSWER_OFFER,
        thanked(events=(heard(august(10), Result.OFFER, until=august(17)),)),
    ),
    on(
        august(12),
        "The owner accepted the offer",
        None,
        thanked(events=(heard(august(10), Result.OFFER), happened(EventKind.OFFER_ACCEPTED, august(11)))),
    ),
    on(august(4), "The second round was yesterday", StepKind.THANK_YOU_LETTER, a_record(round=2)),
    on(
        august(10),
        "The third round was a week ago, after two calls in earlier rounds",
        StepKind.STATUS_CALL,
        thanked(round=3, attempts_elsewhere=2),
    ),
    on(
        august(10),
        "Three attempts went into earlier rounds, so the letter would be the last",
        StepKind.STATUS_LETTER,
        thanked(round=2, attempts_elsewhere=3, contacts=(BY_MAIL,)),
    ),
    on(
        date(2026, 9, 28),
        "They said no weeks ago, and the owner is still interested",
        None,
        thanked(events=(REFUSED_WITH_REASONS,)),
    ),
    on(
        date(2026, 9, 28),
        "They fell silent weeks ago, and the owner is still interested",
        None,
        thanked(events=(happened(EventKind.CLOSED, august(24)),)),
    ),
    on(august(11), "The owner has withdrawn", None, thanked(events=(happened(EventKind.WITHDRAWN, august(10)),))),
)
