"""Who was at an interview, and one thing that each of them said (C4): one form for everybody on the record."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.contact_form import read_who_was_there
from chalicelib.usecases.people import ChangePerson, change_people
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.debrief_view import is_changed_elsewhere
from chalicelib.web.pages.redisplay import FormState, with_form
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.who_was_there_form import there_values, who_was_there_form

routes = Routes()


def _form(context: RequestContext, state: FormState, interview_id: str) -> Response:
    """The form on a page of its own, as it was filled in."""
    interview = context.interview(interview_id)
    return page(
        context,
        "who_was_there_again",
        HTTPStatus.UNPROCESSABLE_ENTITY if state.invalid else HTTPStatus.OK,
        interview=interview,
        there=who_was_there_form(context, interview, state),
        is_changed=is_changed_elsewhere(state.invalid),
        is_unfit=state.invalid is not None,
        is_kept=state.is_kept,
    )


@routes.post("/interviews/{interview_id}/met", responses={303: None}, errors=(409,))
@with_form(_form)
def mark_who_was_there(context: RequestContext, interview_id: str) -> Response:
    """Mark who was at an interview, and write down one thing that each said."""
    interview = context.interview(interview_id)
    sent = form_etag.without_etag(context.sent)
    people = read_who_was_there(interview.contacts, sent, context.request.body.blank)
    if any(contact != people.get(contact.id, contact) for contact in interview.contacts):  # else it was sent twice
        form_etag.check(context.sent, there_values(interview))
        changes = {contact_id: _change(interview, person) for contact_id, person in people.items()}
        change_people(context, interview_id, changes, version_check(context.request))
    return redirect_to(f"{context.path_to(interview_id)}?saved=yes")


def _change(read: Interview, person: Contact) -> ChangePerson:
    """What the form says of a person, unless they were changed since it was looked at: then it is sent again."""
    before = next(contact for contact in read.contacts if contact.id == person.id)

    def change(contact: Contact) -> Contact:
        if contact != before:
            raise form_etag.changed_elsewhere()
        return person

    return change
