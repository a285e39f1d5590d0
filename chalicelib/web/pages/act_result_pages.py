"""The pages that a one-click link of the digest leads to: what it did, or why it changed nothing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.event_text import event_text
from chalicelib.links.action import SNOOZES, Action, ActionKind, offered_actions
from chalicelib.links.action_words import label, meaning
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.usecases.act_on_link import is_recorded
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.what_is_next import NOTHING_NEXT, what_is_next

_TITLE, _TITLE_OF_UNDO = translatable("Recorded."), translatable("Taken back.")
_STALE = translatable("This link is from before something else was recorded, so it changed nothing.")
_RECORDED = translatable("This is recorded already.")


class Button(Struct, frozen=True):
    """Something that one click can record, and the address of its page."""

    label: str
    href: str


def digest_done_page(context: RequestContext, kind: ActionKind, opposite: ActionKind) -> Response:
    """The page of what was done to the digest, and how to take it back."""
    undo = f"./{context.services.links().token(opposite, context.owner.id, context.now)}"
    done = meaning(kind, "", context.language)
    return page(context, "acted", title=_TITLE, done=done, back=None, undo=undo, **NOTHING_NEXT)


def done_page(context: RequestContext, action: Action, planned: PlannedInterview, back: str | None = None) -> Response:
    """The page of what was done, what is next, and how to take it back; or of what was taken ``back``."""
    interview = planned.interview
    done, facts = meaning(action.kind, interview.company, context.language), what_is_next(context, planned)
    if action.kind is ActionKind.UNDO:
        return page(context, "acted", title=_TITLE_OF_UNDO, done=done, back=back, undo=None, **facts)
    undo = _link(context, interview, ActionKind.UNDO)
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
        last=event_text(last, context.language) if last else None,
        last_day=context.language.say_day_alone(last.on) if last else None,
        undo=_link(context, interview, ActionKind.UNDO) if last else None,
        buttons=_buttons(context, interview, (kind for kind in kinds if kind not in SNOOZES)),
        snoozes=_buttons(context, interview, (kind for kind in kinds if kind in SNOOZES)),
        **what_is_next(context, planned),
    )


def _buttons(context: RequestContext, interview: Interview, kinds: Iterable[ActionKind]) -> list[Button]:
    """A button for each of these kinds, for the record as it is now."""
    return [Button(label(kind, context.language), _link(context, interview, kind)) for kind in kinds]


def _link(context: RequestContext, interview: Interview, kind: ActionKind) -> str:
    """A link for the record as it is now, relative to the page of another link."""
    return f"./{context.services.links().token(kind, context.owner.id, context.now, interview.id, interview.version)}"
