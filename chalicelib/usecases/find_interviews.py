"""Records by how they stand, and by what their company, position or contacts are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from chalicelib.errors import UnreadableRecord, readable
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import interview_in
from chalicelib.schemas.queries import Status
from chalicelib.usecases.owner_context import OwnerContext


def find_interviews(context: OwnerContext, wanted: str, q: str) -> Iterator[PlannedInterview | UnreadableRecord]:
    """Those that fit, the newest first; and what cannot be read, whatever is searched for.

    ``wanted`` is a Status, or an outcome: the ended ones that ended so.
    """
    for record in context.services.interviews.each(context.owner.id):
        try:
            interview = interview_in(record)
            with readable(interview.id):
                planned = context.planned(interview)
                does_fit = _fits(planned, wanted, q)
        except UnreadableRecord as error:
            yield error
            continue
        if does_fit:
            yield planned


def _fits(planned: PlannedInterview, wanted: str, q: str) -> bool:
    interview, plan = planned.interview, planned.plan
    is_wanted = wanted in (Status.ALL, Status.OPEN if plan.is_open else Status.ENDED, plan.outcome)
    names = (interview.company, interview.position, *(contact.name or "" for contact in interview.contacts))
    return is_wanted and (not q or any(_bare(q) in _bare(name) for name in names))


def _bare(text: str) -> str:
    """A text as it is compared: without regard to case and to the marks on letters, so that "muller" finds Müller."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
