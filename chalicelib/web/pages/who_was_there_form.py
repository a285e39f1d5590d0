"""The form "Who was there?": of each person on a record a box, and a line for one thing that they said (C4)."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.step_labels import whom
from chalicelib.drafts.wording import capital
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.debrief_form import input_name
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.debrief_view import Line, PersonAsked
from chalicelib.web.pages.form_inputs import as_text
from chalicelib.web.pages.redisplay import FormState


class WhoWasThere(Struct, frozen=True):
    """The form, and the state of the record that it was ``made_from``."""

    people: tuple[PersonAsked, ...]
    made_from: str


def there_values(interview: Interview) -> dict[str, str]:
    """The values in the form: the ticked boxes, and the lines."""
    boxes = {input_name("met", contact): "on" for contact in interview.contacts if contact.met}
    lines = {input_name("notes", contact): as_text(contact.notes) for contact in interview.contacts}
    return boxes | lines


def who_was_there_form(context: RequestContext, interview: Interview, state: FormState | None = None) -> WhoWasThere:
    """The form with what the record says, or as it was filled in."""
    values, invalid = (state.values, state.invalid) if state else (there_values(interview), None)
    faults = (
        {fault.field: context.language.say(fault.reason, fault.facts) for fault in invalid.faults} if invalid else {}
    )

    def line(name: str) -> Line:
        return Line(name=name, value=values.get(name, ""), fault=faults.get(name, ""))

    people = tuple(
        PersonAsked(
            capital(whom(contact, DraftChannel.CALL, context.language)),
            line(input_name("met", contact)),
            line(input_name("notes", contact)),
        )
        for contact in interview.contacts
    )
    return WhoWasThere(people, form_etag.etag_to_show(values, there_values(interview), invalid))
