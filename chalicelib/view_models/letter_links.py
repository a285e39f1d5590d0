"""The short links to drafts beside a step of another kind: more time, accept and decline beside an offer (M2, D4)."""

from __future__ import annotations

from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.fitting_drafts import draft_fits
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker


def letter_links(item: AgendaItem, answer_links: AnswerLinkMaker) -> tuple[AnswerLink, ...]:
    """The links to the drafts that have a short label and fit; none if the address is unknown."""
    today = answer_links.today
    kinds = (
        kind
        for kind, spec in STEP_KINDS.items()
        if spec.link_label and draft_fits(kind, item.interview, item.plan, today)
    )
    links = (answer_links.draft(item.interview, kind) for kind in kinds)
    return tuple(link for link in links if link)
