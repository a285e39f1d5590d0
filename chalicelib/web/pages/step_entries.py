"""The next step of a record in full, as the pages show it: like the digest, but with links that need no host."""

from __future__ import annotations

from chalicelib.playbook.agenda import AgendaItem
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.step_entry import StepEntry, entry
from chalicelib.web.http.request_context import RequestContext


def step_entry(context: RequestContext, item: AgendaItem, links: AnswerLinkMaker | None = None) -> StepEntry:
    """The item with its draft and its links, which begin at the root of this host; ``links`` makes others."""
    plan = context.plan_on(item.interview, max(item.step.due_on, context.today))
    links = links or answer_link_maker(context)
    return entry(item, context.owner, context.today, context.services.writer(), links, then=plan)


def answer_link_maker(context: RequestContext) -> AnswerLinkMaker:
    """The maker of a page's links."""
    return AnswerLinkMaker(
        links=context.services.links(),
        address=context.request.prefix,
        owner_id=context.owner.id,
        now=context.now,
        language=context.language,
    )
