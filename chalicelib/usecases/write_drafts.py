"""The drafts of a record: one for each kind of step to come, and any other kind on request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.step_drafts import drafts_for_step
from chalicelib.errors import NoSuchDraft, NotFound
from chalicelib.playbook.fitting_drafts import listed_drafts
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.contact_ids import check_contact
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.standing_offers import offers_elsewhere


def drafts_ahead(context: OwnerContext, interview: Interview) -> Iterator[tuple[date, Draft]]:
    """Yield one draft for each kind of step to come, each with the day (owner's zone) that it is written for.

    - Each kind has one address, so the first step of a kind stands for the later ones; of several who are to be
      thanked each has a letter (C4).
    - A draft for a coming day is written as of that day: what it says of promises and of the next call is meant for
      then.
    """
    writer = context.services.writer()
    steps = {step.kind: step for step in reversed(context.forecast(interview))}
    for step in reversed(steps.values()):
        on = max(step.due_on, context.today)
        plan = context.plan_on(interview, on)
        yield from ((on, draft) for draft in drafts_for_step(writer, step, interview, plan, context.owner, on=on))


def drafts_besides(context: OwnerContext, interview: Interview) -> Iterator[Draft]:
    """Yield the drafts that belong to no step and fit the record today (S10 to S16). While there is an offer elsewhere,
    the letter about it comes last (M2)."""
    planned = context.planned(interview)
    for kind in listed_drafts(interview, planned.plan, context.today):
        yield draft_now(context, interview, kind)
    if planned.plan.is_open:
        with suppress(NoSuchDraft):  # there is no offer elsewhere (M2)
            yield draft_now(context, interview, StepKind.OFFER_LETTER)


def draft_now(
    context: OwnerContext,
    interview: Interview,
    kind: StepKind,
    channel: DraftChannel | None = None,
    contact_id: str | None = None,
) -> Draft:
    """Return the draft of a kind as the record stands today; ``contact_id`` is one of those who are to be thanked.

    Raises NoSuchDraft, and ``Invalid`` for a contact that is not in the record.
    """
    check_contact(contact_id, interview.contacts)
    planned = context.planned(interview)
    offers = offers_elsewhere(context, planned) if kind is StepKind.OFFER_LETTER else ()
    writer = context.services.writer()
    return writer.draft(
        kind,
        interview,
        planned.plan,
        context.owner,
        context.today,
        channel=channel,
        offers=offers,
        contact_id=contact_id,
    )


def kind_named(name: str) -> StepKind:
    """Return the kind of a draft by its name in a URL. Raises NotFound."""
    try:
        return StepKind(name)
    except ValueError as error:
        raise NotFound(name) from error
