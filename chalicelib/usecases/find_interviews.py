"""Find records by status or outcome, and by the names of company, position and contacts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from chalicelib.errors import UnreadableRecord, raising_unreadable
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import interview_in
from chalicelib.schemas.queries import Status
from chalicelib.usecases.owner_context import OwnerContext


def find_interviews(
    context: OwnerContext, wanted: str, q: str, after: str | None = None
) -> Iterator[PlannedInterview | UnreadableRecord]:
    """Yield the records that match, newest first, and every unreadable one, whatever is searched for.

    ``wanted`` is a Status, or an outcome for the records that ended with it. With ``after``, only records that were
    recorded before that one. Raises NotFound for an ``after`` that cannot be an id.
    """
    for record in context.services.interviews.each(context.owner.id, after):
        try:
            interview = interview_in(record)
            with raising_unreadable(interview.id):
                planned = context.planned(interview)
                is_match = _matches(planned, wanted, q)
        except UnreadableRecord as error:
            yield error
            continue
        if is_match:
            yield planned


def _matches(planned: PlannedInterview, wanted: str, q: str) -> bool:
    interview, plan = planned.interview, planned.plan
    is_wanted = wanted in (Status.ALL, Status.OPEN if plan.is_open else Status.ENDED, plan.outcome)
    names = (interview.company, interview.position, *(contact.name or "" for contact in interview.contacts))
    return is_wanted and (not q or any(_bare(q) in _bare(name) for name in names))


def _bare(text: str) -> str:
    """A text as it is compared: without case and without the marks on letters, so that "muller" finds Müller."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
