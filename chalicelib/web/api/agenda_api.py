"""``/agenda``: what is to be done today, as data."""

from __future__ import annotations

from datetime import date
from functools import partial

from msgspec import UNSET, Struct, UnsetType

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.draft_request import channel_for
from chalicelib.drafts.reason_text import CauseText, cause_texts
from chalicelib.drafts.search_text import nudge
from chalicelib.drafts.step_drafts import drafts_for_step
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.search import Search, Stage, search
from chalicelib.playbook.silence import causes
from chalicelib.schemas.queries import PageQuery, cursor_in
from chalicelib.schemas.responses import RivalResponse, StepResponse, UnreadableResponse
from chalicelib.schemas.serializers import serialize_step, serialize_unreadable
from chalicelib.usecases.agenda_page import cursor_of, items_after
from chalicelib.usecases.standing_offers import standing_today
from chalicelib.view_models.unreadable_records import MOST_UNREADABLE
from chalicelib.web.api.drafts_api import DraftResponse, serialize_draft
from chalicelib.web.api.interview_response import OfferResponse, serialize_standing
from chalicelib.web.api.page_by_size import filled
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

_DUE = (Section.OVERDUE, Section.TODAY)

routes = Routes()


class AgendaEntry(Struct, frozen=True, kw_only=True):
    """An open record in its section: what is next, with whom, and where its draft is. What is due has it in full."""

    id: str
    company: str
    position: str
    step: StepResponse
    waiting_since: date | None
    why_silent: tuple[CauseText, ...]
    to: Contact | None
    draft: str | None
    drafts: tuple[DraftResponse, ...]


class LiveProcess(Struct, frozen=True, kw_only=True):
    """A process that is alive, as its latest round shows it; ``id`` is that round's record."""

    process_id: str
    id: str
    stage: Stage
    round: int


class SearchResponse(Struct, frozen=True, kw_only=True):
    """How many processes are alive, where they stand, and a nudge if they are too few (M1)."""

    alive: int
    at_least: int
    stages: dict[Stage, int]
    nudge: str | None
    processes: tuple[LiveProcess, ...]


class AgendaResponse(Struct, frozen=True, kw_only=True):
    """The digest of the day ``on`` as data; ``week`` is the next seven days.

    ``unreadable`` lists the open records that cannot be read, planned or put into words, a hundred at most; it is
    absent if there are none. An agenda that is too large for one answer goes on: ``next`` is the ``cursor`` of the page
    after it, null on the last. Of the processes, and of those still deciding, each page has those of its records.
    """

    on: date
    overdue: tuple[AgendaEntry, ...]
    today: tuple[AgendaEntry, ...]
    week: tuple[AgendaEntry, ...]
    waiting: tuple[AgendaEntry, ...]
    offers: tuple[OfferResponse, ...]
    still_deciding: tuple[RivalResponse, ...]
    search: SearchResponse
    next: str | None
    unreadable: tuple[UnreadableResponse, ...] | UnsetType = UNSET


@routes.get("/agenda", responses={200: AgendaResponse}, query=PageQuery)
def read_agenda(context: RequestContext) -> Response:
    """List everything open, in the digest's sections; what is due comes with its drafts."""
    after, day = cursor_in(context.request.query()), context.day()
    page = filled(items_after(day.agenda, after), partial(_in_section, context), lambda item: item.interview.id)
    shown = {item.interview.id for item in page.items}
    live = search(day.agenda.items, context.owner.processes_at_least)
    offers, rivals = serialize_standing(context, *standing_today(context, day.agenda.items))

    def section(which: Section) -> tuple[AgendaEntry, ...]:
        return tuple(entry for section, entry in page.made if section is which)

    response = AgendaResponse(
        on=day.agenda.on,
        overdue=section(Section.OVERDUE),
        today=section(Section.TODAY),
        week=section(Section.WEEK),
        waiting=section(Section.WAITING),
        offers=offers,
        still_deciding=tuple(rival for rival in rivals if rival.id in shown),
        search=_serialize_search(context, live, shown),
        unreadable=serialize_unreadable((*day.unreadable, *page.unreadable)[:MOST_UNREADABLE]),
        next=cursor_of(page.items[-1]) if page.is_cut else None,
    )
    return json_response(to_json(response))


def _in_section(context: RequestContext, item: AgendaItem) -> tuple[Section, AgendaEntry]:
    return item.section, _serialize_item(context, item)


def _serialize_item(context: RequestContext, item: AgendaItem) -> AgendaEntry:
    path = f"{context.path_to(item.interview.id)}/drafts"
    channel = _channel(item)
    drafts = _drafts(context, item) if item.section in _DUE else ()
    return AgendaEntry(
        id=item.interview.id,
        company=item.interview.company,
        position=item.interview.position,
        step=serialize_step(item.step, context.language),
        waiting_since=item.plan.silent_since,
        why_silent=cause_texts(causes(item.interview, item.plan, context.owner, context.today), context.language),
        to=_contact(item, channel),
        draft=f"{path}/{item.step.kind}" if channel else None,
        drafts=tuple(serialize_draft(draft, path) for draft in drafts),
    )


def _serialize_search(context: RequestContext, live: Search, shown: set[str]) -> SearchResponse:
    return SearchResponse(
        alive=live.alive,
        at_least=live.at_least,
        stages={stage: live.at(stage) for stage in Stage},
        nudge=nudge(live, context.language),
        processes=tuple(
            LiveProcess(process_id=one.process_id, id=one.interview.id, stage=one.stage, round=one.interview.round)
            for one in live.processes
            if one.interview.id in shown
        ),
    )


def _drafts(context: RequestContext, item: AgendaItem) -> tuple[Draft, ...]:
    writer = context.services.writer()
    return drafts_for_step(writer, item.step, item.interview, item.plan, context.owner, on=context.today)


def _channel(item: AgendaItem) -> DraftChannel | None:
    """The channel by which the step is done; None where there is nothing to say or to write."""
    try:
        return channel_for(item.step.kind, item.plan, None)
    except NoSuchDraft:
        return None


def _contact(item: AgendaItem, channel: DraftChannel | None) -> Contact | None:
    if channel is None:
        return None
    return item.plan.selected_contacts.to_call if channel is DraftChannel.CALL else item.plan.selected_contacts.to_write
