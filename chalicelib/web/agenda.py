"""``/agenda`` and ``/digest``: what is to be done today, as data and as the page that the mail shows."""

from __future__ import annotations

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.language import language
from chalicelib.drafts.task import channel_for
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.agenda import Agenda, AgendaItem, Section, agenda
from chalicelib.playbook.contact import Contact
from chalicelib.web.answers import Answer, as_text, in_json
from chalicelib.web.call import Call
from chalicelib.web.pages import STYLED_INLINE, Page
from chalicelib.web.routes import Routes
from chalicelib.web.shown import shown_draft, shown_step

_DUE = (Section.OVERDUE, Section.TODAY)

routes = Routes(__name__)


@routes.get("/agenda")
def read_agenda(call: Call) -> Answer:
    """Everything open, in the digest's sections; what is due comes with its drafts."""
    today = _agenda(call)
    sections = {str(section): [_shown(call, item) for item in today.section(section)] for section in Section}
    return in_json(as_text({"on": today.on, **sections}))


@routes.get("/digest")
def show_digest(call: Call) -> Answer:
    """Today's digest as a page."""
    return Page(call.parts.digest_page(call.owner, _agenda(call)), STYLED_INLINE).answer()


def _agenda(call: Call) -> Agenda:
    interviews = call.parts.interviews.open(call.owner.id)
    return agenda(((interview, call.plan(interview)) for interview in interviews), call.today)


def _shown(call: Call, item: AgendaItem) -> dict[str, object]:
    path = f"{call.path_to(item.interview.id)}/drafts"
    channel = _channel(item)
    draft = _draft(call, item) if item.section in _DUE else None
    return {
        "id": item.interview.id,
        "company": item.interview.company,
        "position": item.interview.position,
        "step": shown_step(item.step, language(call.owner.language)),
        "waiting_since": item.plan.silent_since,
        "to": _contact(item, channel),
        "draft": f"{path}/{item.step.kind}" if channel else None,
        "drafts": [shown_draft(draft, path)] if draft else [],
    }


def _draft(call: Call, item: AgendaItem) -> Draft | None:
    return call.parts.writer().draft_for_step(item.step, item.interview, item.plan, call.owner, call.today)


def _channel(item: AgendaItem) -> DraftChannel | None:
    """By which channel the step is done; None where there is nothing to say or to write."""
    try:
        return channel_for(item.step.kind, item.plan, None)
    except NoSuchDraft:
        return None


def _contact(item: AgendaItem, channel: DraftChannel | None) -> Contact | None:
    if channel is None:
        return None
    return item.plan.reach.to_call if channel is DraftChannel.CALL else item.plan.reach.to_write
