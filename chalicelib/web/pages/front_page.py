"""``/``: today's page for an owner who is signed in, and for everybody else what this is."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from chalicelib.drafts.search_text import alive, nudge, stages
from chalicelib.playbook.agenda import AgendaItem, Section, latest_to_ask
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry, MailPlan, due_in_order
from chalicelib.playbook.search import search
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.queries import cursor_in
from chalicelib.usecases.agenda_page import MOST_ON_A_PAGE, page_of
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.digest_problems import digest_problem
from chalicelib.view_models.mail_line import MailLine, mail_line, of_several_records
from chalicelib.view_models.proposal_line import proposal_line
from chalicelib.view_models.step_entry import StepEntry, line
from chalicelib.view_models.unreadable_records import MOST_UNREADABLE, convert_each, each_in_words
from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.arrival_notice import arrival_notice
from chalicelib.web.pages.debrief_view import DebriefForm, debrief_form
from chalicelib.web.pages.mail_page import pause
from chalicelib.web.pages.offer_view import choice_today
from chalicelib.web.pages.other_letters import letters_of_withdrawal
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.step_entries import answer_link_maker, step_entry

routes = Routes()


@routes.open_get("/", responses={200: HTML}, errors=(422,))
def welcome(context: AnonymousContext) -> Response:
    """Show today's page, or without a session what this is and how to begin; after a form, that it was recorded."""
    browser = signed_in(context.request, context.services, context.now)
    if browser is not None:
        return _today(context.of(browser.account))
    recorded = context.request.query().get("recorded", "")
    return page(
        context,
        "front",
        address=context.request.address,
        today=context.now.date(),
        recorded=recorded if is_id(recorded) else None,
    )


def _today(context: RequestContext) -> Response:
    """The page of today: each step with its reason, its draft and its answers; then the days to come."""
    after, day, language = cursor_in(context.request.query()), context.day(), context.language
    shown = page_of(day.agenda, after)
    agenda = shown.agenda
    live = search(day.agenda.items, context.owner.processes_at_least)
    to_come = agenda.section(Section.WEEK) + agenda.section(Section.WAITING)
    due, whole = due_in_order(agenda.due, day.plan)
    entries, without_words = each_in_words(due, partial(step_entry, context))
    lines, to_come_without_words = each_in_words(
        to_come, lambda item: line(item, context.owner, context.today, language)
    )
    debriefs, _ = each_in_words(() if after else latest_to_ask(day.agenda.items), partial(_debrief, context))
    return page(
        context,
        "today",
        day=language.say_day_alone(context.today),
        debriefs=debriefs,
        entries=entries,
        proposals=() if after else _proposals(context, day),
        place=_place_of_proposals(entries, day.plan),
        whole=whole,
        lines=lines,
        unreadable=(day.unreadable + without_words + to_come_without_words)[:MOST_UNREADABLE],
        withdrawals=() if after else letters_of_withdrawal(context, day.plan.withdrawals),
        interviews=sum(STEP_KINDS[item.step.kind].is_at_the_interview for item in due),
        pick_up=() if after else _pick_up(context, day.plan),
        choice=None if after else choice_today(context, day.agenda),
        next=shown.next,
        alive=alive(live, language),
        stages=stages(live, language),
        nudge=None if day.plan.has_accepted else nudge(live, language),
        problem=digest_problem(context.account.digest_problem, language),
        arrival=arrival_notice(context),
        pause=pause(context),
    )


def _proposals(context: RequestContext, day: DayView) -> tuple[MailLine, ...]:
    """What was brought in and waits to be recorded, a line each as in the mail (D1)."""
    links = answer_link_maker(context)
    return tuple(proposal_line(proposal, context.owner.zone, links) for proposal in day.proposals[:MOST_ON_A_PAGE])


def _place_of_proposals(entries: tuple[StepEntry, ...], plan: MailPlan) -> int:
    """How many entries come before what waits to be recorded (D1)."""
    first = {entry.item.interview.id for entry in plan.entries if entry.group <= MailGroup.ASKED}
    return sum(1 for _ in takewhile(lambda entry: entry.interview_id in first, entries))


def _pick_up(context: RequestContext, plan: MailPlan) -> tuple[MailLine, ...]:
    """What is asked of each process after an absence, a line each as in the mail (D9); one without words is named
    above the page."""
    entries = [entry for entry in plan.entries if entry.group is MailGroup.PICK_UP][:MOST_ON_A_PAGE]
    links, several = answer_link_maker(context), of_several_records(entries)

    def in_words(entry: MailEntry) -> MailLine:
        is_one_of_several = entry.item.interview.company in several
        return mail_line(entry, context.owner, context.today, links, is_one_of_several=is_one_of_several)

    return convert_each(entries, in_words, lambda entry: entry.item.interview.id)[0]


def _debrief(context: RequestContext, item: AgendaItem) -> DebriefForm:
    """The questions after one of the latest interviews (W12)."""
    return debrief_form(context, item.interview, item.plan.questions)
