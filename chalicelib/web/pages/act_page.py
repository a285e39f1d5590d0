"""``/act/{token}``: the page of a one-click link in the digest. GET only shows what it would do; POST does it, once."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from chalicelib.drafts.event_text import event_text
from chalicelib.errors import NotFound
from chalicelib.links.action import ACTIONS, Action, ActionKind
from chalicelib.links.action_links import BadLink, ExpiredLink
from chalicelib.links.action_words import label, meaning
from chalicelib.playbook.event import Event
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Invalid
from chalicelib.usecases.act_on_link import Stale, act, record_written_by, unchanged_record
from chalicelib.usecases.pause_digest import act_on_digest, is_already_done
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.act_result_pages import digest_done_page, done_page, stale_page
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.undo_notice import undo_notice, undo_query

_BROKEN = translatable("This link is not a whole one. Open it from the mail again.")
_EXPIRED = translatable("This link is too old. A newer mail has fresh ones.")
_GONE = translatable("The record that this link is about has been removed.")

LinkView = Callable[[RequestContext, Action], Response]
routes = Routes()


@routes.open_get("/act/{token}", responses={200: HTML}, errors=(410, 422, 503))
def show_action(anonymous: AnonymousContext, token: str) -> Response:
    """Show what the link would do, with one button to do it. Nothing is changed here, as mail scanners open links."""
    return _led(anonymous, token, _show)


@routes.open_post("/act/{token}", responses={200: HTML, 303: None}, errors=(400, 409, 410, 413, 415, 422, 503))
def do_action(anonymous: AnonymousContext, token: str) -> Response:
    """Do what the link says. A second click, or one from an old mail, changes nothing and says how things stand.

    A browser is sent on to the link's own page, which says what was done and can be opened again, so that its Back and
    its Reload send nothing twice.
    """
    return _led(anonymous, token, _do)


def _led(anonymous: AnonymousContext, token: str, lead: LinkView) -> Response:
    """The response of ``lead`` in the owner's language, or a page that says why the link leads nowhere."""
    try:
        action = anonymous.services.links().read(token, anonymous.now)
    except BadLink:
        return page(anonymous, "act_sorry", HTTPStatus.NOT_FOUND, why=_BROKEN)
    except ExpiredLink:
        return page(anonymous, "act_sorry", HTTPStatus.GONE, why=_EXPIRED)
    account = anonymous.services.owners.get(action.owner_id)
    if account is None:
        return page(anonymous, "act_sorry", HTTPStatus.NOT_FOUND, why=_BROKEN)
    context = anonymous.of(account)
    try:
        return lead(context, action)
    except Stale as stale:
        return stale_page(context, action, stale.interview)
    except NotFound:
        return page(anonymous, "act_sorry", HTTPStatus.NOT_FOUND, why=_GONE)


def _show(context: RequestContext, action: Action) -> Response:
    """The page of what the link did, right after it (``?done``), or else of what it would do."""
    done = "done" in context.request.query()
    opposite = ACTIONS[action.kind].opposite
    if done and opposite and is_already_done(context.account, action.kind):
        return digest_done_page(context, action.kind, opposite)
    interview = record_written_by(context, action) if done and action.interview_id else None
    return (
        done_page(context, action, context.planned(interview), undo_notice(context))
        if interview
        else _confirm(context, action)
    )


def _confirm(context: RequestContext, action: Action, faults: tuple[str, ...] = ()) -> Response:
    """The page with the one button; with ``faults``, shown again with what does not fit."""
    company = "" if ACTIONS[action.kind].opposite else unchanged_record(context, action).company
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return page(
        context,
        "act",
        status,
        meaning=meaning(action.kind, company, context.language),
        label=label(action.kind, context.language),
        fields=[(field, context.language.say(field.label)) for field in ACTIONS[action.kind].inputs],
        sent=context.sent if faults else {"on": context.today.isoformat()},
        faults=faults,
    )


def _do(context: RequestContext, action: Action) -> Response:
    opposite = ACTIONS[action.kind].opposite
    if opposite:
        act_on_digest(context, action.kind)
        return _redirect(context) or digest_done_page(context, action.kind, opposite)
    try:
        last = _event_to_undo(context, action)
        written = act(context, action, lambda: context.sent)
    except Invalid as invalid:
        return _confirm(
            context, action, tuple(context.language.say(fault.reason, fault.facts) for fault in invalid.faults)
        )
    except Conflict:
        raise Stale(context.interview(action.interview_id or "")) from None
    if last is None:
        return _redirect(context) or done_page(context, action, written)
    return _redirect(context, undo_query(last)) or done_page(
        context, action, written, event_text(last, context.language)
    )


def _event_to_undo(context: RequestContext, action: Action) -> Event | None:
    """The event that an undo is about to take back. Raises Stale, NotFound."""
    events = unchanged_record(context, action).events if action.kind is ActionKind.UNDO else ()
    return events[-1] if events else None


def _redirect(context: RequestContext, query: str = "") -> Response | None:
    """A redirect to the page that shows what was done, for a browser. None for a mail program, whose one click
    (RFC 8058) follows no redirect."""
    if context.request.header("Sec-Fetch-Mode") != "navigate":
        return None
    return redirect_to(f"{context.request.prefix}{context.request.own_path}?done=yes{query and f'&{query}'}")
