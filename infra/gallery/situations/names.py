"""Names and titles as people paste them, and how their owners would say them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import RECRUITER, a_record, august, thanked
from infra.gallery.situation import on


def _named(name: str, salutation: str | None = None, position: str = "Data Engineer", **changes: Any) -> Interview:
    """A record whose recruiter was there and is written like this; the interview was yesterday."""
    contact = replace(RECRUITER, id="dana", name=name, salutation=salutation, met=True)
    return a_record(contacts=(contact,), position=position, **changes)


SITUATIONS = (
    on(august(4), "The last name comes first and in capitals", StepKind.THANK_YOU_LETTER, _named("WINTER, Dana")),
    on(
        august(4),
        "The last name comes first, and the owner says how to address her",
        StepKind.THANK_YOU_LETTER,
        _named("WINTER, Dana", "Ms Winter"),
    ),
    on(
        august(4),
        "The name is in small letters with a department",
        StepKind.THANK_YOU_LETTER,
        _named("olga smith (HR)"),
    ),
    on(august(4), "The name has a title and particles", StepKind.THANK_YOU_LETTER, _named("Dr. Jan van der Berg")),
    on(
        august(4),
        "The name has a title and particles, and the owner says how to address him",
        StepKind.THANK_YOU_LETTER,
        _named("Dr. Jan van der Berg", "Dr van der Berg"),
    ),
    on(
        august(4),
        "The job title has a mark for all genders",
        StepKind.THANK_YOU_LETTER,
        _named("Dana Winter", position="Senior Data Engineer (m/f/d)"),
    ),
    on(
        august(4),
        "The job title has a mark for all genders and a short name",
        StepKind.THANK_YOU_LETTER,
        _named("Dana Winter", position="Senior Data Engineer (m/f/d)", position_short="data engineer"),
    ),
    on(
        august(10),
        "The job title has a comma and brackets",
        StepKind.STATUS_CALL,
        thanked(position="VP, Sales (EMEA)", persistence_expected=False),
    ),
    on(
        august(10),
        "The job title has a comma, brackets and a short name",
        StepKind.STATUS_CALL,
        thanked(position="VP, Sales (EMEA)", position_short="VP of Sales", persistence_expected=False),
    ),
    on(
        august(10),
        "The job title brings an article and calls itself a position",
        StepKind.STATUS_CALL,
        thanked(position="the Data Engineer position"),
    ),
)
