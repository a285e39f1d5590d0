"""Everybody on the records as a page: how to reach them, and at which interviews they are."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.step_labels import whom
from chalicelib.drafts.wording import capital
from chalicelib.playbook.people import Appearance, PersonOnRecords
from chalicelib.schemas.queries import cursor_in
from chalicelib.usecases.list_people import people_page
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.interview_summary import SummaryContact, contact_summary
from chalicelib.web.pages.rendering import page

routes = Routes()


class InterviewOfPerson(Struct, frozen=True, kw_only=True):
    """An interview of a person; ``called`` is what its record calls them, if that is another name."""

    id: str
    company: str
    position: str
    day: str
    round: int
    is_met: bool
    note: str
    called: str


class PersonRow(Struct, frozen=True):
    """A person: each number and each address, by its text, with the link that it is; and their interviews."""

    known: SummaryContact
    ways: dict[str, str | None]
    interviews: tuple[InterviewOfPerson, ...]


@routes.get("/contacts", responses={200: HTML})
def show_people(context: RequestContext) -> Response:
    """Show everybody on the records, those of the newest ones first."""
    found = people_page(context, cursor_in(context.request.query()))
    rows = [_row(context, person) for person in found.people]
    return page(context, "people", rows=rows, unreadable=found.unreadable, next=found.next)


def _row(context: RequestContext, person: PersonOnRecords) -> PersonRow:
    known = _summary(context, Appearance(person.reached, person.appearances[0].interview))
    found = [known, *(_summary(context, one) for one in person.appearances)]
    phones = {one.phone: one.tel for one in found if one.phone}
    addresses = {one.email.casefold(): one for one in reversed(found) if one.email}
    mails: dict[str, str | None] = {one.email: one.mailto for one in reversed(addresses.values())}
    interviews = tuple(_interview(context, one, known) for one in person.appearances)
    return PersonRow(known, phones | mails, interviews)


def _summary(context: RequestContext, one: Appearance) -> SummaryContact:
    place = one.interview.employer_country or context.owner.country
    return contact_summary(one.contact, context.language, place)


def _interview(context: RequestContext, one: Appearance, known: SummaryContact) -> InterviewOfPerson:
    interview, contact = one.interview, one.contact
    name = capital(whom(contact, DraftChannel.CALL, context.language))
    return InterviewOfPerson(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        day=context.language.say_date(interview.interview_on),
        round=interview.round,
        is_met=contact.met,
        note=contact.notes or "",
        called=name if contact.name and contact.name != known.title else "",
    )
