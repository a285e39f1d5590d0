"""``/act/{token}``: the page of a one-click link in the digest. GET only shows what it would do; POST does it, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.event_text import event_text
from chalicelib.drafts.step_labels import whom
from chalicelib.links.action import ACTIONS, PAUSES_THAT_END, Action, ActionKind
from chalicelib.links.action_inputs import ANY_NOTE, WHOM_THANKED
from chalicelib.links.action_links import BadLink
from chalicelib.links.action_words import label_of, meaning_of
from chalicelib.links.proposal_links import ProposalLink, ProposalLinks
from chalicelib.playbook.debriefing import missing_answers
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Conflict, Invalid
from chalicelib.usecases.act_on_link import Stale, act, event_to_undo, is_its_doing, unchanged_record
from chalicelib.usecases.pause_digest import StaleForDigest, act_on_digest, check_fits, has_set_pause
from chalicelib.usecases.see_arrival import see_arrival_besides
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.act_result_pages import (
    digest_done_page,
    done_page,
    is_unsubscribing,
    pause_buttons,
    stale_digest_page,
    stale_page,
)
from chalicelib.web.pages.debrief_view import DebriefForm, debrief_form
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.seen_view import show_seen, store_seen
from chalicelib.web.pages.signed_links import opened, redirect_when_done
from chalicelib.web.pages.undo_notice import undo_notice, undo_query

LinkView = Callable[[RequestContext, Action], Response]
ProposalView = Callable[[RequestContext, ProposalLink], Response]
routes = Routes()


@routes.open_get("/act/{token}", responses={200: HTML}, errors=(410, 422, 503))
def show_action(anonymous: AnonymousContext, token: str) -> Response:
    """Show what the link would do, with one button to do it. Nothing is changed here, as mail scanners open links."""
    return _led(anonymous, token, _show, _show_proposal)


@routes.open_post("/act/{token}", responses={200: HTML, 303: None}, errors=(400, 409, 410, 413, 415, 422, 503))
def do_action(anonymous: AnonymousContext, token: str) -> Response:
    """Do what the link says. A second click, or one from an old mail, changes nothing and says how things stand.

    A browser is sent on to the link's own page, which says what was done and can be opened again, so that its Back and
    its Reload send nothing twice.
    """
    return _led(anonymous, token, _do, _do_accept)


def _show_proposal(context: RequestContext, link: ProposalLink) -> Response:
    from chalicelib.web.pages.accept_pages import show_proposal  # few links are of this kind

    return show_proposal(context, link)


def _do_accept(context: RequestContext, link: ProposalLink) -> Response:
    from chalicelib.web.pages.accept_pages import do_accept

    return do_accept(context, link)


def _led(anonymous: AnonymousContext, token: str, lead: LinkView, lead_proposal: ProposalView) -> Response:
    """The response of ``lead``, or the page that says why nothing was done; of ``lead_proposal``, if the link accepts
    something that was read."""

    def lead_either(context: RequestContext, link: Action | ProposalLink) -> Response:
        return lead_proposal(context, link) if isinstance(link, ProposalLink) else _unless_stale(lead, context, link)

    return opened(anonymous, partial(_read, anonymous, token), lead_either)


def _read(anonymous: AnonymousContext, token: str) -> Action | ProposalLink:
    """What the link says. Raises BadLink, ExpiredLink."""
    links = anonymous.services.links()
    try:
        return links.read(token, anonymous.now)
    except BadLink:
        return ProposalLinks(links).read(token, anonymous.now)


def _unless_stale(lead: LinkView, context: RequestContext, action: Action) -> Response:
    """The response of ``lead``, or the page of how things stand if something else has happened since."""
    try:
        return lead(context, action)
    except Stale as stale:
        return stale_page(context, action, stale.interview)
    except StaleForDigest as stale:
        return stale_digest_page(replace(context, account=stale.account), action)


def _show(context: RequestContext, action: Action) -> Response:
    """The page of what this link did, right after it (``?done``), or else of what it would do."""
    if ACTIONS[action.kind].is_proof:
        return show_seen(context, action)
    return (_done(context, action) if "done" in context.request.query() else None) or _confirm(context, action)


def _done(context: RequestContext, action: Action) -> Response | None:
    """The page of what this very link did; None if it did not, or if something else happened since."""
    if ACTIONS[action.kind].opposite:
        return digest_done_page(context, action) if has_set_pause(action, context.owner) else None
    interview = context.interview(action.interview_id or "")
    if not is_its_doing(action, interview):
        return None
    return done_page(context, action, context.planned(interview), undo_notice(context, interview))


def _confirm(context: RequestContext, action: Action, invalid: Invalid | None = None) -> Response:
    """The page with the one button; with the faults of what was ``invalid``, shown again as it was filled in."""
    interview, faults = _interview(context, action), _faults(context, action, invalid)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if invalid else HTTPStatus.OK
    return page(
        context,
        "act",
        status,
        meaning=meaning_of(action, interview, context.language),
        label=label_of(action, interview, context.language),
        fields=[
            (field, context.language.say(field.label))
            for field in ACTIONS[action.kind].asked
            if not (action.contact and field is WHOM_THANKED)
        ],
        unthanked=_unthanked(context, interview) if interview else [],
        sent=context.sent if invalid else {"on": context.today.isoformat()},
        faults=faults,
        # Who is about to end the mail for good may want a rest from it.
        pauses=pause_buttons(context, action, PAUSES_THAT_END) if action.kind is ActionKind.PAUSE else [],
        debrief=_debrief(context, action, interview, invalid),
    )


def _faults(context: RequestContext, action: Action, invalid: Invalid | None) -> list[str]:
    """What does not fit, above the form; what is said beside an answer is not said twice (W12)."""
    is_debrief = ACTIONS[action.kind].is_debrief
    shown = [fault for fault in (invalid.faults if invalid else ()) if not is_debrief or fault.field == ANY_NOTE.name]
    return [context.language.say(fault.reason, fault.facts) for fault in shown]


def _debrief(
    context: RequestContext, action: Action, interview: Interview | None, invalid: Invalid | None
) -> DebriefForm | None:
    """The questions that the link asks after an interview, whatever day it is opened on; None if it asks none (W12)."""
    if interview is None or not ACTIONS[action.kind].is_debrief:
        return None
    values = context.fields if invalid else None
    return debrief_form(context, interview, missing_answers(interview), values, invalid)


def _unthanked(context: RequestContext, interview: Interview) -> list[tuple[str, str]]:
    """The id and the name of each who is still to be thanked (W2)."""
    contacts = context.plan(interview).unthanked
    return [(contact.id, whom(contact, DraftChannel.LETTER, context.language)) for contact in contacts]


def _interview(context: RequestContext, action: Action) -> Interview | None:
    """The record that the link is about; None for the digest itself. Raises Stale, StaleForDigest, NotFound."""
    if ACTIONS[action.kind].opposite:
        check_fits(context, action, context.account)
        return None
    if action.kind is ActionKind.UNDO:
        event_to_undo(context, action)
    return unchanged_record(context, action)


def _do(context: RequestContext, action: Action) -> Response:
    if ACTIONS[action.kind].is_proof:
        return store_seen(context, action)
    see_arrival_besides(context, action, context.services.sender)
    if ACTIONS[action.kind].opposite:
        account = act_on_digest(context, action, is_unsubscribing=is_unsubscribing(context))
        return redirect_when_done(context) or digest_done_page(replace(context, account=account), action)
    try:
        last = event_to_undo(context, action) if action.kind is ActionKind.UNDO else None
        written = act(context, action, lambda: context.in_own_time(context.fields, action.interview_id))
    except Invalid as invalid:
        return _confirm(context, action, invalid)
    except Conflict:
        raise Stale(context.interview(action.interview_id or "")) from None
    if last is None:
        return redirect_when_done(context) or done_page(context, action, written)
    return redirect_when_done(context, undo_query(last)) or done_page(
        context, action, written, event_text(last, context.language, written.interview.contacts)
    )
