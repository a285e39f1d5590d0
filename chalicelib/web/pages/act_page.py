"""``/act/{token}``: what one click in the digest says. GET only ever shows what would happen; POST does it, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus

from msgspec import Struct

from chalicelib.drafts.happened import happened
from chalicelib.errors import NotFound
from chalicelib.links.action import SNOOZES, Action, ActionKind, fitting
from chalicelib.links.action_links import BadLink, ExpiredLink
from chalicelib.links.action_words import label, meaning
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Planned
from chalicelib.playbook.step import marked
from chalicelib.refusals import Conflict, Invalid
from chalicelib.usecases.act_on_link import Stale, act, current, is_recorded, written_by
from chalicelib.usecases.link_events import asked_for
from chalicelib.usecases.pause_digest import act_on_digest, is_so
from chalicelib.web.http.context import Call, Visit
from chalicelib.web.http.response import HTML, Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.next_step import NOTHING_NEXT, what_is_next
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.undo_notice import in_query, taken_back

_ABOUT_THE_DIGEST = (ActionKind.PAUSE, ActionKind.RESUME)
_OPPOSITE = {ActionKind.PAUSE: ActionKind.RESUME, ActionKind.RESUME: ActionKind.PAUSE}
_TITLE, _TITLE_OF_UNDO = marked("Recorded."), marked("Taken back.")
_BROKEN = marked("This link is not a whole one. Open it from the mail again.")
_EXPIRED = marked("This link is too old. A newer mail has fresh ones.")
_STALE = marked("This link is from before something else was recorded, so it changed nothing.")
_RECORDED = marked("This is recorded already.")
_GONE = marked("The record that this link is about has been removed.")

Lead = Callable[[Call, Action], Answer]
routes = Routes()


class Button(Struct, frozen=True):
    """Something that can be said, and the address of its own page."""

    label: str
    href: str


@routes.open_get("/act/{token}", answers={200: HTML}, refuses=(410, 422, 503))
def show_action(visit: Visit, token: str) -> Answer:
    """What the link would do, with one button to do it. Mail scanners open links: nothing is changed here."""
    return _led(visit, token, _show)


@routes.open_post("/act/{token}", answers={200: HTML, 303: None}, refuses=(400, 409, 410, 413, 415, 422, 503))
def do_action(visit: Visit, token: str) -> Answer:
    """Do it. A second click, or one from an old mail, changes nothing and says how things stand.

    A browser is sent on to the link's own page, which says what was done and can be opened again: its Back and its
    Reload then send nothing twice.
    """
    return _led(visit, token, _do)


def _led(visit: Visit, token: str, lead: Lead) -> Answer:
    """What ``lead`` answers in the owner's language, or why the link leads nowhere."""
    try:
        action = visit.parts.links().read(token, visit.now)
    except BadLink:
        return page(visit, "act_sorry", HTTPStatus.NOT_FOUND, why=_BROKEN)
    except ExpiredLink:
        return page(visit, "act_sorry", HTTPStatus.GONE, why=_EXPIRED)
    account = visit.parts.owners.get(action.owner_id)
    if account is None:
        return page(visit, "act_sorry", HTTPStatus.NOT_FOUND, why=_BROKEN)
    call = visit.of(account)
    try:
        return lead(call, action)
    except Stale as stale:
        return _as_things_stand(call, action, stale.interview)
    except NotFound:
        return page(visit, "act_sorry", HTTPStatus.NOT_FOUND, why=_GONE)


def _show(call: Call, action: Action) -> Answer:
    done = "done" in call.incoming.query()
    if done and action.kind in _ABOUT_THE_DIGEST and is_so(call.account, action.kind):
        return _acted(call, action)
    interview = written_by(call, action) if done and action.interview_id else None
    return _acted(call, action, call.planned(interview), taken_back(call)) if interview else _confirm(call, action)


def _confirm(call: Call, action: Action, faults: tuple[str, ...] = ()) -> Answer:
    """The page with the one button; with ``faults``, once more with what did not fit."""
    company = "" if action.kind in _ABOUT_THE_DIGEST else current(call, action).company
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return page(
        call,
        "act",
        status,
        meaning=meaning(action.kind, company, call.spoken),
        label=label(action.kind, call.spoken),
        fields=[(field, call.spoken.say(field.label)) for field in asked_for(action.kind)],
        sent=call.sent if faults else {"on": call.today.isoformat()},
        faults=faults,
    )


def _do(call: Call, action: Action) -> Answer:
    if action.kind in _ABOUT_THE_DIGEST:
        act_on_digest(call, action.kind)
        return _seen(call) or _acted(call, action)
    try:
        last = _last(call, action)
        written = act(call, action, lambda: call.sent)
    except Invalid as refusal:
        return _confirm(call, action, tuple(call.spoken.say(fault.reason, fault.facts) for fault in refusal.faults))
    except Conflict:
        raise Stale(call.interview(action.interview_id or "")) from None
    if last is None:
        return _seen(call) or _acted(call, action, written)
    return _seen(call, in_query(last)) or _acted(call, action, written, happened(last, call.spoken))


def _last(call: Call, action: Action) -> Event | None:
    """What an undo is about to take back. Raises Stale, NotFound."""
    events = current(call, action).events if action.kind is ActionKind.UNDO else ()
    return events[-1] if events else None


def _seen(call: Call, about: str = "") -> Answer | None:
    """The way to the page that shows what was done, for who has a browser in front of them; a mail program's one click
    (RFC 8058) follows no redirect."""
    if call.incoming.header("Sec-Fetch-Mode") != "navigate":
        return None
    return see(f"{call.incoming.prefix}{call.incoming.own_path}?done=yes{about and f'&{about}'}")


def _acted(call: Call, action: Action, planned: Planned | None = None, back: str | None = None) -> Answer:
    """What was done, what is next, and how to take it back; or what was taken ``back``."""
    if planned is None:
        undo = f"./{call.parts.links().token(_OPPOSITE[action.kind], call.owner.id, call.now)}"
        done = meaning(action.kind, "", call.spoken)
        return page(call, "acted", title=_TITLE, done=done, back=None, undo=undo, **NOTHING_NEXT)
    interview = planned.interview
    done, facts = meaning(action.kind, interview.company, call.spoken), what_is_next(call, planned)
    if action.kind is ActionKind.UNDO:
        return page(call, "acted", title=_TITLE_OF_UNDO, done=done, back=back, undo=None, **facts)
    undo = _link(call, interview, ActionKind.UNDO)
    return page(call, "acted", title=_TITLE, done=done, back=None, undo=undo, **facts)


def _as_things_stand(call: Call, action: Action, interview: Interview) -> Answer:
    """What has happened since the link was made, what is next now, and what fits that."""
    last = interview.events[-1] if interview.events else None
    planned = call.planned(interview)
    kinds = fitting(planned.plan, call.today)
    return page(
        call,
        "act_stale",
        lead=_RECORDED if is_recorded(action, interview) else _STALE,
        last=happened(last, call.spoken) if last else None,
        last_day=call.spoken.say_day_alone(last.on) if last else None,
        undo=_link(call, interview, ActionKind.UNDO) if last else None,
        buttons=_buttons(call, interview, (kind for kind in kinds if kind not in SNOOZES)),
        snoozes=_buttons(call, interview, (kind for kind in kinds if kind in SNOOZES)),
        **what_is_next(call, planned),
    )


def _buttons(call: Call, interview: Interview, kinds: Iterable[ActionKind]) -> list[Button]:
    """What can be said of a record as it is now."""
    return [Button(label(kind, call.spoken), _link(call, interview, kind)) for kind in kinds]


def _link(call: Call, interview: Interview, kind: ActionKind) -> str:
    """A link for the record as it is now, relative to another one."""
    return f"./{call.parts.links().token(kind, call.owner.id, call.now, interview.id, interview.version)}"
