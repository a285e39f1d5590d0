"""What is to be done in a record, whole, as the pages show it: like the digest, but with links that need no address."""

from __future__ import annotations

from chalicelib.playbook.agenda import AgendaItem
from chalicelib.view_models.clicks import ClickMaker
from chalicelib.view_models.entry import Entry, entry
from chalicelib.web.http.context import RequestContext


def shown_entry(context: RequestContext, item: AgendaItem) -> Entry:
    """The item with its draft and its links; they begin at the root of this host."""
    then = context.plan_on(item.interview, max(item.step.due_on, context.today))
    return entry(item, context.owner, context.today, context.services.writer(), click_maker(context), then=then)


def click_maker(context: RequestContext) -> ClickMaker:
    """Makes the links of a page."""
    return ClickMaker(
        links=context.services.links(),
        address=context.request.prefix,
        owner_id=context.owner.id,
        now=context.now,
        spoken=context.spoken,
    )
