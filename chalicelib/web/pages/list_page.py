"""All interviews as a page: searched by company, position or contact, and filtered by how they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.drafts.tasks import phrase
from chalicelib.errors import UnreadableRecord, readable
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import marked
from chalicelib.records.interviews import Record, opened
from chalicelib.view_models.when import done_on
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer
from chalicelib.web.pages.outcome_words import OUTCOMES
from chalicelib.web.pages.page_frame import page

MOST_SHOWN, AT_A_TIME = 300, 100


class Shown(StrEnum):
    """Which records; an outcome stands for the ended ones that ended so."""

    ALL = "all"
    OPEN = "open"
    ENDED = "ended"


class Row(Struct, frozen=True, kw_only=True):
    """A record in brief."""

    id: str
    company: str
    position: str
    interview_day: str
    round: int
    state: str


def show_list(call: Call) -> Answer:
    """The newest first; what a query does not know is all."""
    query = call.incoming.query()
    wanted, q = str(query.get("status", "")), str(query.get("q", ""))[:200].strip()
    if wanted not in (*Shown, *Outcome):
        wanted = Shown.ALL
    unreadable: list[UnreadableRecord] = []
    rows = list(islice(_rows(call, wanted, q, unreadable), MOST_SHOWN))
    return page(
        call,
        "list",
        rows=rows,
        unreadable=unreadable,
        q=q,
        wanted=wanted,
        choices=_choices(call.spoken),
        is_cut=len(rows) == MOST_SHOWN,
        is_removed="removed" in query,
        is_search=bool(q) or wanted != Shown.ALL,
    )


def _rows(call: Call, wanted: str, q: str, unreadable: list[UnreadableRecord]) -> Iterator[Row]:
    """Those that fit; what cannot be read is ``unreadable``, whatever is searched for."""
    for record in _read(call):
        try:
            interview = opened(record)
            with readable(interview.id):
                plan = call.plan(interview)
                if _fits(interview, plan, wanted, q):
                    yield _row(call, interview, plan)
        except UnreadableRecord as error:
            unreadable.append(error)


def _read(call: Call) -> Iterator[Record]:
    after: str | None = None
    while True:
        some, after = call.parts.interviews.page(call.owner.id, is_ended_only=False, limit=AT_A_TIME, after=after)
        yield from some
        if after is None:
            return


def _fits(interview: Interview, plan: Plan, wanted: str, q: str) -> bool:
    is_wanted = wanted in (Shown.ALL, Shown.OPEN if plan.is_open else Shown.ENDED, plan.outcome)
    names = (interview.company, interview.position, *(contact.name or "" for contact in interview.contacts))
    return is_wanted and (not q or any(_bare(q) in _bare(name) for name in names))


def _bare(text: str) -> str:
    """A text as it is compared: without regard to case and to the marks on letters, so that "muller" finds Müller."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _row(call: Call, interview: Interview, plan: Plan) -> Row:
    return Row(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        interview_day=call.spoken.say_date(interview.interview_on),
        round=interview.round,
        state=_state(interview, plan, call.spoken),
    )


def _state(interview: Interview, plan: Plan, spoken: Language) -> str:
    if plan.step is not None:
        return f"{spoken.say_day_alone(done_on(plan.step, interview))}: {phrase(plan.step, interview.company, spoken)}"
    return spoken.say(OUTCOMES[plan.outcome]) if plan.outcome else ""


def _choices(spoken: Language) -> list[tuple[str, str]]:
    states = ((Shown.ALL, marked("All")), (Shown.OPEN, marked("Open")), (Shown.ENDED, marked("Ended")))
    return [(value, spoken.say(sentence)) for value, sentence in (*states, *OUTCOMES.items())]
