"""The page of a link that accepts a proposal: GET shows what was read and from where, POST records it, once.

What is missing is asked for. As long as nothing has followed, the same link takes it back.
"""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.capture.found import ProposalKind
from chalicelib.capture.proposal import Proposal
from chalicelib.links.action_inputs import ActionInput
from chalicelib.links.proposal_links import ProposalLink
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Fault, Invalid
from chalicelib.usecases.waiting_proposals import (
    WaitingProposal,
    accept_waiting,
    take_back_accepted,
    waiting_proposal,
)
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.proposal_view import facts_read, what_it_records
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.signed_links import redirect_when_done
from chalicelib.web.pages.what_is_next import NOTHING_NEXT, what_is_next

_TITLE, _TITLE_OF_UNDO = translatable("Recorded."), translatable("Taken back.")
_NOT_ANY_MORE = translatable("Something was recorded since, so this was left as it is. The record's page can undo it.")
_NEEDED = (
    ActionInput(name="company", kind="text", label=translatable("Company"), is_required=True),
    ActionInput(name="position", kind="text", label=translatable("Position"), is_required=True),
    ActionInput(name="interview_on", kind="date", label=translatable("Which day is it?"), is_required=True),
    ActionInput(name="interview_time", kind="time", label=translatable("At what time?")),
)
_IS_OVER = ActionInput(name="result", kind="refusal", label=translatable("It is over: they said no"))
_ASKED = frozenset(field.name for field in (*_NEEDED, _IS_OVER)) | {"until"}
_UNDO = "undo"


def show_proposal(context: RequestContext, link: ProposalLink) -> Response:
    """Show what would be recorded, or what was. Nothing is changed here, as mail scanners open links."""
    waiting = waiting_proposal(context, link.proposal_id)
    if waiting.accepted is None:
        return _waiting(context, waiting.proposal)
    record = context.interview(waiting.accepted.interview_id)
    return _recorded(context, waiting.proposal, context.planned(record))


def do_accept(context: RequestContext, link: ProposalLink) -> Response:
    """Record the proposal, or take it back (``?undo``). A second click changes nothing."""
    waiting = waiting_proposal(context, link.proposal_id)
    if _UNDO in context.request.query():
        return _taken_back(context, waiting)
    sent = {name: value for name, value in context.sent.items() if name in _ASKED and value}
    try:
        recorded = accept_waiting(context, waiting, sent)
    except (Invalid, Conflict) as refused:
        return _waiting(context, waiting.proposal, refused)
    return redirect_when_done(context) or _recorded(context, waiting.proposal, recorded)


def _waiting(context: RequestContext, proposal: Proposal, refused: Invalid | Conflict | None = None) -> Response:
    """The page with the one button; with what is at fault in what was sent, or why the record does not allow it."""
    language = context.language
    company = _company(context, proposal)
    is_off = proposal.kind is ProposalKind.CANCELLED
    return page(
        context,
        "accept",
        _status(refused),
        meaning=what_it_records(proposal, company, language),
        facts=facts_read(proposal, language),
        doubts=[language.say(doubt.reason, doubt.facts) for doubt in proposal.doubts],
        asked=[(field, language.say(field.label)) for field in _missing(proposal)],
        over=language.say(_IS_OVER.label) if is_off else None,
        sent=context.sent if refused else {},
        faults=_faults(context, refused),
    )


def _status(refused: Invalid | Conflict | None) -> HTTPStatus:
    if refused is None:
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if isinstance(refused, Conflict) else HTTPStatus.UNPROCESSABLE_ENTITY


def _faults(context: RequestContext, refused: Invalid | Conflict | None) -> list[str]:
    if refused is None:
        return []
    if isinstance(refused, Conflict):
        return [context.language.say(refused.detail, refused.facts)]
    return [_fault(context, fault) for fault in refused.faults]


def _fault(context: RequestContext, fault: Fault) -> str:
    labels = {field.name: context.language.say(field.label) for field in _NEEDED}
    reason = context.language.say(fault.reason, fault.facts)
    return f"{labels.get(fault.field, fault.field)}: {reason}"


def _missing(proposal: Proposal) -> list[ActionInput]:
    """What a new record needs and was not read."""
    if proposal.kind is not ProposalKind.NEW_INTERVIEW:
        return []
    return [field for field in _NEEDED if field.name not in proposal.fields]


def _company(context: RequestContext, proposal: Proposal) -> str:
    """The company of the record; of a new one, as far as it was read. Raises NotFound if the record is gone."""
    return context.interview(proposal.record_id).company if proposal.record_id else proposal.value("company") or ""


def _recorded(context: RequestContext, proposal: Proposal, planned: PlannedInterview) -> Response:
    """The page of what was recorded, what is next, and how to take it back."""
    done = what_it_records(proposal, planned.interview.company, context.language)
    undo = f"?{_UNDO}=yes"
    return page(context, "acted", title=_TITLE, done=done, back=None, undo=undo, **what_is_next(context, planned))


def _taken_back(context: RequestContext, waiting: WaitingProposal) -> Response:
    proposal = waiting.proposal
    if waiting.accepted is None:
        return _waiting(context, proposal)
    done = what_it_records(proposal, _company(context, proposal), context.language)
    is_done = take_back_accepted(context, waiting)
    back = None if is_done else context.language.say(_NOT_ANY_MORE)
    title = _TITLE_OF_UNDO if is_done else _TITLE
    return page(context, "acted", title=title, done=done, back=back, undo=None, **NOTHING_NEXT)
