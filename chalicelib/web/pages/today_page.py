"""The first page of who is signed in: what is to be done today, whole, and what comes."""

from __future__ import annotations

from functools import partial

from chalicelib.drafts.search import alive, nudge, stages
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.search import search
from chalicelib.view_models.entry import line
from chalicelib.view_models.trouble import each_in_words
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer
from chalicelib.web.pages.entries import shown_entry
from chalicelib.web.pages.mail_page import pause
from chalicelib.web.pages.offer_view import choice_today
from chalicelib.web.pages.rendering import page


def show_today(call: Call) -> Answer:
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
