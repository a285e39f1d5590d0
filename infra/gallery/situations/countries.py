"""Owners and employers in the United States and in the United Kingdom, whose English differs."""

from __future__ import annotations

from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import RECRUITER, a_record, august, called, thanked
from infra.gallery.places import LONDON, NEW_YORK
from infra.gallery.situation import on

AMERICAN = (NEW_YORK.has(RECRUITER),)
BRITISH = (LONDON.has(RECRUITER),)

SITUATIONS = (
    on(
        august(4),
        "The interview in New York was yesterday",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=AMERICAN, answer_expected_on=august(14)),
        **NEW_YORK.of_an_owner,
    ),
    on(
        august(11),
        "The call in New York reached nobody, so a letter follows",
        StepKind.STATUS_LETTER,
        thanked(contacts=AMERICAN, events=(called(august(10), Result.NO_ANSWER),)),
        **NEW_YORK.of_an_owner,
    ),
    on(
        august(4),
        "The interview in London was yesterday",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=BRITISH, answer_expected_on=august(14)),
        **LONDON.of_an_owner,
    ),
    on(
        august(11),
        "The call in London reached nobody, so a letter follows",
        StepKind.STATUS_LETTER,
        thanked(contacts=BRITISH, events=(called(august(10), Result.NO_ANSWER),)),
        **LONDON.of_an_owner,
    ),
    on(
        august(11),
        "An owner in London writes to an employer in New York",
        StepKind.STATUS_LETTER,
        thanked(contacts=AMERICAN, employer_country="US", events=(called(august(10), Result.VOICEMAIL),)),
        **LONDON.of_an_owner,
    ),
)
