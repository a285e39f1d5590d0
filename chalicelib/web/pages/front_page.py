"""``/``: today for who is signed in, and for everybody else what this is."""

from __future__ import annotations

from functools import partial

from chalicelib.drafts.search import alive, nudge, stages
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.search import search
from chalicelib.schemas.ids import is_id
from chalicelib.view_models.entry import line
from chalicelib.view_models.trouble import each_in_words
from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.context import Call, Visit
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.entries import shown_entry
from chalicelib.web.pages.mail_page import pause
from chalicelib.web.pages.offer_view import choice_today
from chalicelib.web.pages.rendering import page

routes = Routes()


@routes.open_get("/", answers={200: HTML}, refuses=(422,))
def welcome(visit: Visit) -> Answer:
    """Today's page; for who is not signed in what this is, and how to begin; after a form, that it was recorded."""
    found = signed_in(visit.incoming, visit.parts, visit.now)
    if found is not None:
        return _today(visit.of(found.account))
    recorded = visit.incoming.query().get("recorded", "")
    return page(
        visit,
        "front",
        address=visit.incoming.address,
        today=visit.now.date(),
        recorded=recorded if is_id(recorded) else None,
    )


def _today(call: Call) -> Answer:
    """Each step with why now, what to say or to write, and what can be answered; then the days to come."""
    day, spoken = call.day(), call.spoken
    agenda = day.agenda
    live = search(agenda.items, call.owner.processes_at_least)
    to_come = agenda.section(Section.WEEK) + agenda.section(Section.WAITING)
    entries, unsaid = each_in_words(agenda.due, partial(shown_entry, call))
    lines, unsaid_to_come = each_in_words(to_come, lambda item: line(item, call.owner, call.today, spoken))
    return page(
        call,
        "today",
        day=spoken.say_day_alone(call.today),
        entries=entries,
        lines=lines,
        unreadable=day.unreadable + unsaid + unsaid_to_come,
        choice=choice_today(call, agenda),
        alive=alive(live, spoken),
        stages=stages(live, spoken),
        nudge=nudge(live, spoken),
        problem=call.account.digest_problem,
        pause=pause(call),
    )
