"""``GET /contacts``: everybody on the owner's records, with their interviews."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, Struct, UnsetType

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.people import Appearance, PersonOnRecords
from chalicelib.schemas.queries import PageQuery
from chalicelib.schemas.responses import RecordIdText, UnreadableResponse
from chalicelib.schemas.serializers import serialize_unreadable
from chalicelib.usecases.list_people import people_page
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

routes = Routes()


class PersonAtInterview(Struct, frozen=True, kw_only=True):
    """An interview of a person; ``contact`` is what its record has of them, with their id there."""

    id: RecordIdText
    company: str
    position: str
    round: int
    interview_on: date
    contact: Contact


class PersonResponse(Struct, frozen=True, kw_only=True):
    """Somebody on the records, with what the newest of them says, and their interviews, the newest first."""

    name: str | None
    salutation: str | None
    title: str | None
    role: Role
    phone: str | None
    extension: str | None
    email: str | None
    interviews: tuple[PersonAtInterview, ...]


class ContactsPage(Struct, frozen=True, kw_only=True):
    """A page of people: those on the next hundred records. ``next`` is the ``cursor`` of the page after it, null on the
    last one. Somebody on records of two pages is on both. ``unreadable`` lists the records that cannot be read."""

    items: tuple[PersonResponse, ...]
    unreadable: tuple[UnreadableResponse, ...] | UnsetType = UNSET
    next: str | None


@routes.get("/contacts", responses={200: ContactsPage}, query=PageQuery)
def list_contacts(context: RequestContext) -> Response:
    """List everybody on the records, each person once with all interviews, those of the newest records first."""
    found = people_page(context, PageQuery.read(context.request.query()).after)
    listed = ContactsPage(
        items=tuple(map(_person, found.people)), unreadable=serialize_unreadable(found.unreadable), next=found.next
    )
    return json_response(to_json(listed))


def _person(person: PersonOnRecords) -> PersonResponse:
    known = person.reached
    return PersonResponse(
        name=known.name,
        salutation=known.salutation,
        title=known.title,
        role=known.role,
        phone=known.phone,
        extension=known.extension,
        email=known.email,
        interviews=tuple(map(_interview, person.appearances)),
    )


def _interview(one: Appearance) -> PersonAtInterview:
    interview = one.interview
    return PersonAtInterview(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        round=interview.round,
        interview_on=interview.interview_on,
        contact=one.contact,
    )
