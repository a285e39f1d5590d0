"""One event of a record's history: changed, or taken back, each after a look at what that does to the plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.drafts.event_text import event_text
from chalicelib.errors import NotFound
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Conflict, Invalid, PreconditionFailed
from chalicelib.schemas.event_days import check_typed_days
from chalicelib.schemas.event_form import DAY, HOUR, SHOWN_AS
from chalicelib.usecases.earlier_events import change_event, changed_record, event_of, record_without, take_back
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.consequence import Consequence, consequence, refusal
from chalicelib.web.pages.earlier_event_form import LOOK, event_choices, event_sent, event_values
from chalicelib.web.pages.event_page import event_form
from chalicelib.web.pages.form_values import form_page
from chalicelib.web.pages.redisplay import FormState, form_values_sent, with_form
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.undo_notice import undo_query

routes = Routes()


@routes.get("/interviews/{interview_id}/events/{event_id}/edit", responses={200: HTML})
def show_event_form(context: RequestContext, interview_id: str, event_id: str) -> Response:
    """Show the form that changes one event of a record."""
    event = event_of(context.interview(interview_id), event_id)
    return _form(context, FormState(event_values(event)), interview_id, event_id)


def _form(context: RequestContext, state: FormState, interview_id: str, event_id: str) -> Response:
    return _shown(context, state, interview_id, event_id, None)


def _shown(
    context: RequestContext, state: FormState, interview_id: str, event_id: str, seen: Consequence | None
) -> Response:
    """The form, with what was ``seen`` of its consequence. If the event was taken back meanwhile, it is the form of a
    new one, with all that was typed."""
    interview = context.interview(interview_id)
    try:
        event = event_of(interview, event_id)
    except NotFound:
        return event_form(context, state, interview_id)
    faults = state.invalid.faults if state.invalid else ()
    renamed = [replace(fault, field=SHOWN_AS.get(fault.field, fault.field)) for fault in faults]
    values = {DAY: "", HOUR: "", **state.values}
    response = form_page(
        context,
        "event_edit",
        FormState(values, Invalid(*renamed) if renamed else None, state.is_kept),
        values,
        interview=interview,
        event=event,
        said=event_text(event, context.language, interview.contacts),
        choices=event_choices(context, interview, event),
        consequence=seen,
    )
    return replace(response, status=HTTPStatus.CONFLICT) if seen and seen.refused else response


@routes.post("/interviews/{interview_id}/events/{event_id}/edit", responses={200: HTML, 303: None}, errors=(409,))
@with_form(_form)
def change_event_from_page(context: RequestContext, interview_id: str, event_id: str) -> Response:
    """Change one event; with ``look`` only show what that would do. An empty field clears its value."""
    show = partial(_shown, context, FormState(form_values_sent(context)), interview_id, event_id)
    if context.sent.get(LOOK):
        return show(_look(context, interview_id, event_id))
    try:
        change_event(context, interview_id, event_id, _make(context), version_check(context.request))
    except Conflict as conflict:
        return show(Consequence(refused=refusal(context, conflict)))
    except NotFound as gone:
        context.interview(interview_id)  # the record itself is there
        raise form_etag.changed_elsewhere() from gone
    return redirect_to(f"{context.path_to(interview_id)}?saved=yes")


@routes.get("/interviews/{interview_id}/events/{event_id}/remove", responses={200: HTML})
def show_taking_back(context: RequestContext, interview_id: str, event_id: str) -> Response:
    """Show what it does to take back one event. Nothing is changed here."""
    return _taking_back(context, interview_id, event_id)


@routes.post("/interviews/{interview_id}/events/{event_id}/remove", responses={303: None}, errors=(409,))
def take_back_from_page(context: RequestContext, interview_id: str, event_id: str) -> Response:
    """Take back one event. A form of an earlier version of the record only shows anew what that does; one that is sent
    twice takes nothing back the second time."""
    interview = context.interview(interview_id)
    event = next((one for one in interview.events if one.id == event_id), None)
    if event is None:
        return redirect_to(context.path_to(interview_id))
    try:
        take_back(context, interview_id, event_id, _check_of_form(context))
    except (Conflict, PreconditionFailed):
        return _taking_back(context, interview_id, event_id, HTTPStatus.CONFLICT)
    return redirect_to(f"{context.path_to(interview_id)}?{undo_query(event)}")


def _make(context: RequestContext) -> Callable[[Event, Interview], Event]:
    """What the form makes of the event; a form that comes twice makes of it what it is already."""

    def make(event: Event, interview: Interview) -> Event:
        changed = event_sent(context, event, interview.id)
        if changed != event and form_etag.version(context.sent) not in (None, interview.version):
            raise form_etag.changed_elsewhere()
        check_typed_days(changed, interview)
        return changed

    return make


def _look(context: RequestContext, interview_id: str, event_id: str) -> Consequence:
    interview = context.interview(interview_id)
    try:
        event = event_of(interview, event_id)
    except NotFound as gone:
        raise form_etag.changed_elsewhere() from gone
    changed = event_sent(context, event, interview_id)
    check_typed_days(changed, interview)
    return consequence(context, interview, event, partial(changed_record, context, interview, event, changed), changed)


def _taking_back(
    context: RequestContext, interview_id: str, event_id: str, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    interview = context.interview(interview_id)
    event = event_of(interview, event_id)
    return page(
        context,
        "event_remove",
        status,
        interview=interview,
        event=event,
        said=event_text(event, context.language, interview.contacts),
        day=context.language.say_day_alone(event.on),
        is_changed=status is HTTPStatus.CONFLICT,
        consequence=consequence(context, interview, event, partial(record_without, context, interview, event)),
    )


def _check_of_form(context: RequestContext) -> Callable[[int], None]:
    """A check that raises PreconditionFailed if the form was made from another version of the record."""

    def check(version: int) -> None:
        version_check(context.request)(version)
        if form_etag.version(context.sent) not in (None, version):
            raise PreconditionFailed

    return check
