"""The people on a record: somebody is added, changed or removed, each in one form."""

from __future__ import annotations

from chalicelib.errors import NotFound
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.contact_fields import FLAT
from chalicelib.schemas.contact_form import PersonFields, read_person
from chalicelib.usecases.people import add_person, change_people, person_of, remove_person
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import contact_values, form_page, interview_inputs
from chalicelib.web.pages.redisplay import FormState, with_form

routes = Routes()


@routes.get("/interviews/{interview_id}/contacts", responses={200: HTML})
def show_new_contact(context: RequestContext, interview_id: str) -> Response:
    """Show the form that adds somebody to a record."""
    return _new(context, FormState(contact_values(Contact())), interview_id)


def _new(context: RequestContext, state: FormState, interview_id: str) -> Response:
    return _page(context, state, context.interview(interview_id), None)


@routes.post(
    "/interviews/{interview_id}/contacts",
    responses={303: None},
    body={URLENCODED: PersonFields},
    errors=(409,),
)
@with_form(_new)
def add_contact_from_page(context: RequestContext, interview_id: str) -> Response:
    """Add somebody to a record. One of whom it says the very same already is not added again."""
    person = read_person(form_etag.without_etag(context.sent))
    add_person(context, interview_id, person, version_check(context.request))
    return _to_the_people(context, interview_id)


@routes.get("/interviews/{interview_id}/contacts/{contact_id}", responses={200: HTML})
def show_contact(context: RequestContext, interview_id: str, contact_id: str) -> Response:
    """Show the form that changes somebody on a record, or removes them."""
    contact = person_of(context.interview(interview_id), contact_id)
    return _changing(context, FormState(contact_values(contact)), interview_id, contact_id)


def _changing(context: RequestContext, state: FormState, interview_id: str, contact_id: str) -> Response:
    """The form; that of somebody new, with all that was typed, if this one was removed meanwhile."""
    interview = context.interview(interview_id)
    try:
        return _page(context, state, interview, person_of(interview, contact_id))
    except NotFound:
        return _page(context, state, interview, None)


@routes.post(
    "/interviews/{interview_id}/contacts/{contact_id}",
    responses={303: None},
    body={URLENCODED: PersonFields},
    errors=(409,),
)
@with_form(_changing)
def change_contact_from_page(context: RequestContext, interview_id: str, contact_id: str) -> Response:
    """Change somebody on a record. An empty field clears its value, and a box that is not ticked means no."""
    person = read_person(form_etag.without_etag(context.sent))

    def change(contact: Contact) -> Contact:
        if contact_values(contact) != contact_values(person):  # else it was sent twice
            form_etag.check(context.sent, contact_values(contact))
        return person

    try:
        change_people(context, interview_id, {contact_id: change}, version_check(context.request))
    except NotFound as gone:
        context.interview(interview_id)  # the record itself is there
        raise form_etag.changed_elsewhere() from gone
    return _to_the_people(context, interview_id)


@routes.post("/interviews/{interview_id}/contacts/{contact_id}/remove", responses={303: None}, errors=(409,))
def remove_contact_from_page(context: RequestContext, interview_id: str, contact_id: str) -> Response:
    """Remove somebody from a record; who is gone already stays so."""
    remove_person(context, interview_id, contact_id, version_check(context.request))
    return _to_the_people(context, interview_id)


def _page(context: RequestContext, state: FormState, interview: Interview, contact: Contact | None) -> Response:
    now_there = contact_values(contact) if contact else contact_values(Contact())
    return form_page(
        context,
        "contact",
        state,
        FLAT,
        interview=interview,
        contact=contact,
        form=interview_inputs(context, {}),
        made_from=form_etag.etag_to_show(state.values, now_there, state.invalid) if contact else "",
    )


def _to_the_people(context: RequestContext, interview_id: str) -> Response:
    return redirect_to(f"{context.path_to(interview_id)}?saved=yes")
