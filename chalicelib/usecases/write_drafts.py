"""Which drafts a record has: one for each kind of step to come, and what one may ask for besides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.errors import NoSuchDraft, NotFound
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.owner_context import OwnerContext


def drafts_ahead(context: OwnerContext, interview: Interview) -> Iterator[tuple[date, Draft]]:
    """One for each kind, as there is one address for each: the first step of a kind speaks for the later ones; and the
    letter about an offer, while there is one elsewhere. Each with the day (owner's zone) that it is written for.

    A draft to come is written as of its day: what it says of promises and of the next call is meant for then.
    """
    writer = context.services.writer()
    steps = {step.kind: step for step in reversed(context.forecast(interview))}
    for step in reversed(steps.values()):
        on = max(step.due_on, context.today)
        draft = writer.draft_for_step(step, interview, context.plan_on(interview, on), context.owner, on)
        if draft is not None:
            yield on, draft
    if steps:
        with suppress(NoSuchDraft):  # there is no offer elsewhere (M2)
            yield context.today, draft_now(context, interview, StepKind.OFFER_LETTER)


def draft_now(
    context: OwnerContext, interview: Interview, kind: StepKind, channel: DraftChannel | None = None
) -> Draft:
    """The draft of a kind as things stand today. Raises NoSuchDraft."""
    plan = context.plan(interview)
    return context.services.writer().draft(kind, interview, plan, context.owner, context.today, channel=channel)


def kind_named(name: str) -> StepKind:
    """The kind of a draft by its name in an address. Raises NotFound."""
    try:
        return StepKind(name)
    except ValueError as error:
        raise NotFound(name) from error
