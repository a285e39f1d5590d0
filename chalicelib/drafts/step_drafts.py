"""All drafts of one step: mostly one, and a letter for each of several who are to be thanked (C4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer


def drafts_for_step(
    writer: Writer, step: Step, interview: Interview, plan: Plan, owner: Owner, *, on: date
) -> tuple[Draft, ...]:
    """The drafts for a step as of the day ``on`` (owner's zone); none if there is nothing to say or to write."""
    people = plan.unthanked if step.kind is StepKind.THANK_YOU_LETTER else ()
    ids = tuple(contact.id for contact in people) if len(people) > 1 else (None,)
    drafts = (writer.draft_for_step(step, interview, plan, owner, on, contact_id=contact_id) for contact_id in ids)
    return tuple(draft for draft in drafts if draft is not None)
