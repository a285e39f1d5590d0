"""What is to be done in a record, whole, as the pages show it: like the digest, but with links that need no address."""

from __future__ import annotations

from chalicelib.playbook.agenda import AgendaItem
from chalicelib.view_models.clicks import ClickMaker
from chalicelib.view_models.entry import Entry, entry
from chalicelib.web.http.context import Call


def shown_entry(call: Call, item: AgendaItem) -> Entry:
    """The item with its draft and its links; they begin at the root of this host."""
    then = call.plan_on(item.interview, max(item.step.due_on, call.today))
    return entry(item, call.owner, call.today, call.parts.writer(), click_maker(call), then=then)


def click_maker(call: Call) -> ClickMaker:
    """Makes the links of a page."""
    return ClickMaker(
        links=call.parts.links(),
        address=call.incoming.prefix,
        owner_id=call.owner.id,
        now=call.now,
        spoken=call.spoken,
    )
