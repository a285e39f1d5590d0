"""What a read link shows of its record, as things stand now: a draft of its own, or the step that is next (D2)."""

from __future__ import annotations

from contextlib import suppress

from chalicelib.drafts.draft import Draft
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.fitting_drafts import draft_fits
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.write_drafts import draft_now


def draft_to_read(
    context: OwnerContext, planned: PlannedInterview, kind: StepKind, contact_id: str | None
) -> Draft | None:
    """Return the draft that a link to ``kind`` shows by itself; None if its page shows the step that is next.

    - A draft that belongs to no step, while it fits.
    - The letter to ``contact_id``, while they are among several who are to be thanked (C4).
    """
    if not _is_of_its_own(context, planned, kind) and not _is_for_one_of_several(planned.plan, kind, contact_id):
        return None
    with suppress(NoSuchDraft):
        return draft_now(context, planned.interview, kind, contact_id=contact_id)
    return None


def is_letter_due(context: OwnerContext, planned: PlannedInterview, kind: StepKind, contact_id: str | None) -> bool:
    """Whether a letter of ``kind`` is what the link's page shows today: to ``contact_id``, if one is named."""
    if contact_id is not None:
        return _is_for_one_of_several(planned.plan, kind, contact_id)
    step = planned.plan.step
    is_due = step is not None and step.kind is kind and step.due_on <= context.today
    return is_due or _is_of_its_own(context, planned, kind)


def _is_of_its_own(context: OwnerContext, planned: PlannedInterview, kind: StepKind) -> bool:
    """Whether it is a draft that belongs to no step, and fits the record today."""
    return not STEP_KINDS[kind].is_ever_next and draft_fits(kind, planned.interview, planned.plan, context.today)


def _is_for_one_of_several(plan: Plan, kind: StepKind, contact_id: str | None) -> bool:
    """Whether the thank-you letter is the step, and they are among several whom it is owed."""
    is_step = kind is StepKind.THANK_YOU_LETTER and plan.step is not None and plan.step.kind is kind
    return is_step and len(plan.unthanked) > 1 and any(contact.id == contact_id for contact in plan.unthanked)
