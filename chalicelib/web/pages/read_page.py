"""``/read/{token}``: one step of one record, whole, for whoever has the mail: no signing in, and nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.drafts.draft import Draft
from chalicelib.errors import NoSuchDraft, UnreadableRecord, raising_unreadable
from chalicelib.links.read_links import ReadLink, ReadLinks
from chalicelib.playbook.agenda import AgendaItem, section_of
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import Step, StepKind, translatable
from chalicelib.schemas.queries import DraftQuery, contact_in
from chalicelib.usecases.read_on_link import draft_to_read, is_letter_due
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.web.http.letter_response import MESSAGE, MESSAGE_TYPE, letter_response
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.draft_page import facts_of_draft
from chalicelib.web.pages.interview_summary import OUTCOMES
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.signed_links import opened, sorry
from chalicelib.web.pages.step_entries import answer_link_maker, step_entry

_CHANGED = translatable("Something has changed since the mail: this is what is due now.")
_NOTHING_NOW = translatable("Nothing is due here now. This is what comes next.")
_OVER = translatable("There is nothing left to do here.")
_NO_LETTER = translatable("This letter is no longer due. Open the page of its link again: it shows what is.")
_UNREADABLE = translatable("This record cannot be shown. Sign in, and open it to see why.")

routes = Routes()


@routes.open_get(
    "/read/{token}",
    responses={200: HTML},
    query=DraftQuery,
    errors=(409, 410, 503),
    suffixes={MESSAGE: MESSAGE_TYPE},
)
def read_step(anonymous: AnonymousContext, token: str) -> Response:
    """Read one step of a record as it stands now: the whole script or letter, and the links that answer it.

    With ``.eml`` its letter, as a message that a mail program opens. ``contact`` picks one of several who are to be
    thanked.
    """
    links = ReadLinks(anonymous.services.links())
    read = partial(links.read, token.removesuffix(MESSAGE), anonymous.now)
    return opened(anonymous, read, _letter if token.endswith(MESSAGE) else _page)


def _letter(context: RequestContext, link: ReadLink) -> Response:
    """The letter of the link as a file, or a page that says that it is no longer due."""
    try:
        planned, contact_id = context.planned(context.interview(link.interview_id)), _contact_id(context)
        if is_letter_due(context, planned, link.kind, contact_id):
            return letter_response(context, planned.interview, link.kind, contact_id)
    except UnreadableRecord:
        return sorry(context, HTTPStatus.CONFLICT, _UNREADABLE)
    except NoSuchDraft:
        pass  # nobody can be written to any more
    return sorry(context, HTTPStatus.GONE, _NO_LETTER)


def _page(context: RequestContext, link: ReadLink) -> Response:
    """The page of the link."""
    try:
        with raising_unreadable(link.interview_id):
            planned = context.planned(context.interview(link.interview_id))
            draft = draft_to_read(context, planned, link.kind, _contact_id(context))
            return _draft(context, link, planned, draft) if draft else _step(context, link, planned)
    except UnreadableRecord:
        return sorry(context, HTTPStatus.CONFLICT, _UNREADABLE)


def _contact_id(context: RequestContext) -> str | None:
    return contact_in(context.request.query())


def _draft(context: RequestContext, link: ReadLink, planned: PlannedInterview, draft: Draft) -> Response:
    """The page of a draft that stands by itself."""
    links, step = _answer_links(context, link), planned.plan.step
    facts = facts_of_draft(context, planned.interview, draft, context.today, links)
    answers = links.answer_links(_item(context, planned, step), context.today) if step else None
    return page(context, "read_draft", **facts, answers=answers, **_address(context, link, draft.kind))


def _step(context: RequestContext, link: ReadLink, planned: PlannedInterview) -> Response:
    """The page of the step that is next, whether or not it is still the one of the mail."""
    step, outcome = planned.plan.step, planned.plan.outcome
    return page(
        context,
        "read",
        interview=planned.interview,
        lead=_lead(context, link, step),
        is_due=step is not None and step.due_on <= context.today,
        outcome=context.language.say(OUTCOMES[outcome]) if outcome else None,
        entry=step_entry(context, _item(context, planned, step), _answer_links(context, link)) if step else None,
        **_address(context, link, step.kind if step else link.kind),
    )


def _lead(context: RequestContext, link: ReadLink, step: Step | None) -> str | None:
    """What differs from the mail; None if nothing does."""
    if step is None:
        return _OVER
    if step.due_on > context.today:
        return _NOTHING_NOW
    return None if step.kind is link.kind else _CHANGED


def _item(context: RequestContext, planned: PlannedInterview, step: Step) -> AgendaItem:
    return AgendaItem(section_of(step, context.today), planned.interview, planned.plan, step)


def _answer_links(context: RequestContext, link: ReadLink) -> AnswerLinkMaker:
    """The maker of what the page offers: it ends with the link (decision 16), proves what that proves, and asks nobody
    to sign in."""
    return replace(answer_link_maker(context), now=link.mailed_at, is_for_anybody=True, route=link.route)


def _address(context: RequestContext, link: ReadLink, kind: StepKind) -> Mapping[str, str | None]:
    """The address of what is shown, for its letters."""
    return {"letter_page": _answer_links(context, link).read(link.interview_id, kind)}
