"""Links to the letters that belong to no step: those that fit a record, and the withdrawals after an accepted offer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from chalicelib.drafts.step_labels import task_of
from chalicelib.playbook.fitting_drafts import draft_fits, listed_drafts
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.search import search
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.standing_offers import MOST_RIVALS
from chalicelib.web.http.request_context import RequestContext


class LetterLink(Struct, frozen=True):
    """What the letter does, and where it is."""

    task: str
    href: str


def other_letters(context: RequestContext, planned: PlannedInterview) -> tuple[LetterLink, ...]:
    """The drafts that fit a record and belong to none of its steps (S10 to S16)."""
    interview = planned.interview
    return tuple(_link(context, interview, kind) for kind in listed_drafts(interview, planned.plan, context.today))


def withdrawals(context: RequestContext, planned: PlannedInterview) -> tuple[LetterLink, ...]:
    """A withdrawal for each other process that is alive, once the offer of this one was accepted (M2, S13)."""
    if planned.plan.outcome is not Outcome.ACCEPTED:
        return ()
    processes = search(context.day().agenda.items, 0).processes
    fitting = (
        process.interview
        for process in processes
        if process.process_id != planned.interview.process_id
        and draft_fits(StepKind.WITHDRAWAL, process.interview, process.plan, context.today)
    )
    return letters_of_withdrawal(context, fitting)


def letters_of_withdrawal(context: RequestContext, interviews: Iterable[Interview]) -> tuple[LetterLink, ...]:
    """A link to the letter that withdraws from each, the first ``MOST_RIVALS`` of them (S13)."""
    return tuple(_link(context, interview, StepKind.WITHDRAWAL) for interview in islice(interviews, MOST_RIVALS))


def _link(context: RequestContext, interview: Interview, kind: StepKind) -> LetterLink:
    task = task_of(kind, interview.company, context.language)
    return LetterLink(task, f"{context.path_to(interview.id)}/drafts/{kind}")
