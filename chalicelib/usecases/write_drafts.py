"""Which drafts a record has: one for each kind of step to come, and what one may ask for besides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.web.http.context import Call


def drafts_ahead(call: Call, interview: Interview) -> Iterator[tuple[date, Draft]]:
    """One for each kind, as there is one address for each: the first step of a kind speaks for the later ones; and the
    letter about an offer, while there is one elsewhere. Each with the day (owner's zone) that it is written for.

    A draft to come is written as of its day: what it says of promises and of the next call is meant for then.
    """
    writer = call.parts.writer()
    steps = {step.kind: step for step in reversed(call.road_ahead(interview))}
    for step in reversed(steps.values()):
        on = max(step.due_on, call.today)
        draft = writer.draft_for_step(step, interview, call.plan_on(interview, on), call.owner, on)
        if draft is not None:
            yield on, draft
    if steps:
        with suppress(NoSuchDraft):  # there is no offer elsewhere (M2)
            yield call.today, draft_now(call, interview, StepKind.OFFER_LETTER)


def draft_now(call: Call, interview: Interview, kind: StepKind, channel: DraftChannel | None = None) -> Draft:
    """The draft of a kind as things stand today. Raises NoSuchDraft."""
    plan = call.plan(interview)
    return call.parts.writer().draft(kind, interview, plan, call.owner, call.today, channel=channel)
