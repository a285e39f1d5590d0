"""The first page of who is signed in: what is to be done today, whole, and what comes."""

from __future__ import annotations

from chalicelib.briefs.entry import line
from chalicelib.drafts.search import alive, nudge, stages
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.search import search
from chalicelib.web.answers import Answer
from chalicelib.web.call import Call
from chalicelib.web.site.entries import shown_entry
from chalicelib.web.site.mail import pause
from chalicelib.web.site.offers import choice_today
from chalicelib.web.site.page import page


def show_today(call: Call) -> Answer:
    """Each step with why now, what to say or to write, and what can be answered; then the days to come."""
    agenda, spoken = call.agenda(), call.spoken
    live = search(agenda.items, call.owner.processes_at_least)
    to_come = agenda.section(Section.WEEK) + agenda.section(Section.WAITING)
    return page(
        call,
        "today",
        day=spoken.say_day_alone(call.today),
        entries=[shown_entry(call, item) for item in agenda.due],
        lines=[line(item, call.owner, call.today, spoken) for item in to_come],
        choice=choice_today(call, agenda),
        alive=alive(live, spoken),
        stages=stages(live, spoken),
        nudge=nudge(live, spoken),
        problem=call.account.digest_problem,
        pause=pause(call),
    )
