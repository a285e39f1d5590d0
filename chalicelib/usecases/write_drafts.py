"""The drafts of a record: one for each kind of step to come, and any other kind on request."""

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
    """Yield one draft for each kind of step to come, each with the day (owner's zone) that it is written for.

    - Each kind has one address, so the first step of a kind stands for the later ones.
    - While there is an offer elsewhere, the letter about it comes last (M2).
    - A draft for a coming day is written as of that day: what it says of promises and of the next call is meant for
      then.
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
    """Return the draft of a kind as the record stands today. Raises NoSuchDraft."""
    plan = context.plan(interview)
    return context.services.writer().draft(kind, interview, plan, context.owner, context.today, channel=channel)


def kind_named(name: str) -> StepKind:
    """Return the kind of a draft by its name in a URL. Raises NotFound."""
    try:
        return StepKind(name)
    except ValueError as error:
        raise NotFound(name) from error
