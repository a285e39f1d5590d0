"""The pages that a one-click link of the digest leads to: what it did, or why it changed nothing."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from msgspec import Struct

from chalicelib.drafts.event_text import event_text
from chalicelib.links.action import PAUSES, SNOOZES, Action, ActionKind, offered_actions
from chalicelib.links.action_words import label, meaning, meaning_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.usecases.act_on_link import is_its_doing, is_recorded
from chalicelib.usecases.pause_digest import has_set_pause
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.mail_page import pause
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.what_is_next import what_is_next

_TITLE, _TITLE_OF_UNDO = translatable("Recorded."), translatable("Taken back.")
_THE_DIGEST = translatable("The digest")
_STALE = translatable("This link is from before something else was recorded, so it changed nothing.")
_STALE_DIGEST = translatable("The digest was paused or resumed after this mail, so the link changed nothing.")
_RECORDED = translatable("This is recorded already.")


class Button(Struct, frozen=True):
    """Something that one click can record, and the address of its page."""

    label: str
    href: str


def digest_done_page(context: RequestContext, action: Action) -> Response:
    """The page of what was done to the digest; of a pause, until when it lasts and how to end it."""
    paused = pause(context)
    return page(
        context,
        "act_digest",
        title=_TITLE,
        lead=None,
        stands=paused or meaning(action.kind, "", context.language),
        resume=_resume(context, action) if paused else None,
        pauses=[],
    )


def stale_digest_page(context: RequestContext, action: Action) -> Response:
    """The page of a link about the digest that changed nothing: how things stand, and what it may do now.

    A digest that comes can be paused. A pause is ended only by the page of the link that made it. A mail program, which
    shows no page, is told by the status that its reader goes on getting the digest.
    """
    paused, is_own = pause(context), has_set_pause(action, context.owner)
    return page(
        context,
        "act_digest",
        HTTPStatus.GONE if is_unsubscribing(context) and not paused else HTTPStatus.OK,
        title=_THE_DIGEST,
        lead=_RECORDED if is_own else _STALE_DIGEST,
        stands=paused or meaning(ActionKind.RESUME, "", context.language),
        resume=_resume(context, action) if paused and is_own else None,
        pauses=[] if paused else pause_buttons(context, action, PAUSES),
    )


def pause_buttons(context: RequestContext, action: Action, kinds: Iterable[ActionKind]) -> list[Button]:
    """The buttons that pause the digest in these ways, on the page of a link."""
    pauses = context.owner.pauses
    return [Button(label(kind, context.language), _link(context, action, kind, pauses)) for kind in kinds]


def is_unsubscribing(context: RequestContext) -> bool:
    """Whether a mail program sends its reader's one click (RFC 8058)."""
    return context.request.body.values.get("List-Unsubscribe") == "One-Click"


def done_page(context: RequestContext, action: Action, planned: PlannedInterview, back: str | None = None) -> Response:
    """The page of what was done, what is next, and how to take it back; or of what was taken ``back``."""
    interview = planned.interview
    done, facts = meaning_of(action, interview, context.language), what_is_next(context, planned)
    if action.kind is ActionKind.UNDO:
        return page(context, "acted", title=_TITLE_OF_UNDO, done=done, back=back, undo=None, **facts)
    undo = _undo(context, action, interview)
    return page(context, "acted", title=_TITLE, done=done, back=None, undo=undo, **facts)


def stale_page(context: RequestContext, action: Action, interview: Interview) -> Response:
    """The page of a stale link: what was recorded last, what is next now, and what can be recorded now."""
    last = interview.events[-1] if interview.events else None
    planned = context.planned(interview)
    kinds = offered_actions(planned.plan, context.today)
    return page(
        context,
        "act_stale",
        lead=_RECORDED if is_recorded(action, interview) else _STALE,
        last=event_text(last, context.language, interview.contacts) if last else None,
        last_day=context.language.say_day_alone(last.on) if last else None,
        undo=_undo(context, action, interview),
        buttons=_buttons(context, action, interview, (kind for kind in kinds if kind not in SNOOZES)),
        snoozes=_buttons(context, action, interview, (kind for kind in kinds if kind in SNOOZES)),
        **what_is_next(context, planned),
    )


def _buttons(
    context: RequestContext, action: Action, interview: Interview, kinds: Iterable[ActionKind]
) -> list[Button]:
    """A button for each of these kinds, for the record as it is now."""
    return [Button(label(kind, context.language), _link(context, action, kind, interview.version)) for kind in kinds]


def _undo(context: RequestContext, action: Action, interview: Interview) -> str | None:
    """The link that takes back what this very link recorded; None if that is not the last event of the record."""
    if action.kind is ActionKind.UNDO or not is_its_doing(action, interview):
        return None
    return _link(context, action, ActionKind.UNDO, interview.version, interview.events[-1].id)


def _resume(context: RequestContext, action: Action) -> str:
    """The link that ends the pause that this very link has made."""
    return _link(context, action, ActionKind.RESUME, context.owner.pauses, context.owner.paused_by)


def _link(context: RequestContext, action: Action, kind: ActionKind, version: int, undoes: str | None = None) -> str:
    """A link that the page of a link offers, for things as they are now. It is relative, and ends with that link."""
    return f"./{context.services.links().token_offered_by(action, kind, version, undoes)}"
