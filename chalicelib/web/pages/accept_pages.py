"""The page of a link that accepts a proposal: GET shows what was read and from where, POST records it, once.

What was read is a form, so that correcting it is editing it. As long as nothing has followed, the same link takes it
back; ``?discard`` removes what waits.
"""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.capture.proposal import Proposal
from chalicelib.links.proposal_links import ProposalLink
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Invalid
from chalicelib.schemas.country_names import NAMES
from chalicelib.usecases.waiting_proposals import (
    WaitingProposal,
    accept_waiting,
    discard,
    take_back_accepted,
    waiting_proposal,
)
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.marked_text import marked_text
from chalicelib.web.pages.proposal_form import own_fields, proposal_form
from chalicelib.web.pages.proposal_view import what_it_records
from chalicelib.web.pages.redisplay import form_values_sent
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.signed_links import redirect_when_done
from chalicelib.web.pages.what_is_next import NOTHING_NEXT, what_is_next

_TITLE, _TITLE_OF_UNDO = translatable("Recorded."), translatable("Taken back.")
_DISCARDED = translatable("Discarded.")
_NOT_ANY_MORE = translatable("Something was recorded since, so this was left as it is. The record's page can undo it.")
_UNDO, _DISCARD = "undo", "discard"

Refused = Invalid | Conflict


def show_proposal(context: RequestContext, link: ProposalLink) -> Response:
    """Show what would be recorded, or what was. Nothing is changed here, as mail scanners open links."""
    waiting = waiting_proposal(context, link.proposal_id)
    if waiting.accepted is None:
        return proposal_page(context, waiting.proposal, _own_path(context))
    return recorded_page(context, waiting.proposal, waiting.accepted.interview_id, _own_path(context))


def do_accept(context: RequestContext, link: ProposalLink) -> Response:
    """Record the proposal, take it back (``?undo``), or discard it. A second click changes nothing."""
    waiting = waiting_proposal(context, link.proposal_id)
    if _UNDO in context.request.query():
        return _taken_back(context, waiting)
    if _DISCARD in context.request.query() and discard(context, waiting):
        return _done(context, _DISCARDED, waiting.proposal)
    try:
        recorded = accept_waiting(context, waiting, _sent(context, waiting.proposal))
    except (Invalid, Conflict) as refused:
        return proposal_page(context, waiting.proposal, _own_path(context), refused=refused)
    return redirect_when_done(context) or _recorded(context, waiting.proposal, recorded, _own_path(context))


def proposal_page(
    context: RequestContext, proposal: Proposal, path: str, *, text: str = "", refused: Refused | None = None
) -> Response:
    """The page with the filled form, which is sent to ``path``, and with the ``text`` in which what was read is marked.

    If it was ``refused``, it shows what was typed, and what is at fault in it or why the record does not allow it.
    Raises NotFound if the record is gone.
    """
    interview = context.interview(proposal.record_id) if proposal.record_id else None
    form = proposal_form(context, proposal, interview)
    company = interview.company if interview else proposal.value("company") or ""
    faults, above = _faults(context, proposal, refused)
    return page(
        context,
        "accept",
        _status(refused),
        path=path,
        meaning=what_it_records(proposal, company, context.language),
        shown=form,
        form=form.inputs,
        values=form_values_sent(context) if refused else form.values,
        quotes=form.quotes,
        questions=form.questions,
        faults=faults,
        above=above,
        marked=marked_text(text, form.quotes.values()),
        countries=NAMES,
    )


def _own_path(context: RequestContext) -> str:
    return f"{context.request.prefix}{context.request.own_path}"


def _sent(context: RequestContext, proposal: Proposal) -> dict[str, object]:
    """What was sent with the button: a field that was emptied has no value."""
    own = own_fields(proposal)
    emptied = {name: None for name in own if name in context.request.body.blank}
    return {**emptied, **{name: value for name, value in context.sent.items() if name in own}}


def _status(refused: Refused | None) -> HTTPStatus:
    if refused is None:
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if isinstance(refused, Conflict) else HTTPStatus.UNPROCESSABLE_ENTITY


def _faults(context: RequestContext, proposal: Proposal, refused: Refused | None) -> tuple[dict[str, str], list[str]]:
    """What is at fault, by field; and what stands above the form, since it is about no field of it."""
    if refused is None:
        return {}, []
    language, own = context.language, own_fields(proposal)
    if isinstance(refused, Conflict):
        return {}, [language.say(refused.detail, refused.facts)]
    said = {fault.field: language.say(fault.reason, fault.facts) for fault in refused.faults}
    above = [f"{name}: {reason}" for name, reason in said.items() if name not in own]
    return {name: reason for name, reason in said.items() if name in own}, above


def recorded_page(context: RequestContext, proposal: Proposal, interview_id: str, path: str) -> Response:
    """The page of what was recorded, what is next, and how to take it back at ``path``. Raises NotFound."""
    record = context.interview(interview_id)
    return _recorded(context, proposal, context.planned(record), path)


def _recorded(context: RequestContext, proposal: Proposal, planned: PlannedInterview, path: str) -> Response:
    done = what_it_records(proposal, planned.interview.company, context.language)
    undo = f"{path}?{_UNDO}=yes"
    return page(context, "acted", title=_TITLE, done=done, back=None, undo=undo, **what_is_next(context, planned))


def _taken_back(context: RequestContext, waiting: WaitingProposal) -> Response:
    if waiting.stored.accepted is None:
        return proposal_page(context, waiting.proposal, _own_path(context))
    if take_back_accepted(context, waiting):
        return _done(context, _TITLE_OF_UNDO, waiting.proposal)
    return _done(context, _TITLE, waiting.proposal, back=context.language.say(_NOT_ANY_MORE))


def _done(context: RequestContext, title: str, proposal: Proposal, back: str | None = None) -> Response:
    """The page of what was done with a proposal."""
    company = context.interview(proposal.record_id).company if proposal.record_id else proposal.value("company") or ""
    done = what_it_records(proposal, company, context.language)
    return page(context, "acted", title=title, done=done, back=back, undo=None, **NOTHING_NEXT)
