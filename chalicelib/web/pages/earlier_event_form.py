"""The form that changes one event of a record: its values and choices, and what was sent by it."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.step_labels import whom
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import matching_specs, spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable
from chalicelib.schemas.event_fields import changed_event
from chalicelib.schemas.event_form import DAY, HOUR, WHAT, event_from_form
from chalicelib.usecases.event_sequence import recorded_before
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages.event_options import event_options
from chalicelib.web.pages.form_inputs import as_text

LOOK = "look"  # the button that only shows what the change would do
_PUT_OFF = translatable("I put off what was due")


class EventChoices(Struct, frozen=True):
    """What can be chosen: what happened and, of thanks, the people; ``is_refusal`` asks for the reasons."""

    options: list[tuple[str, str]]
    people: list[tuple[str, str]]
    is_refusal: bool


def event_values(event: Event) -> dict[str, str]:
    """The values of an event in the inputs of the form."""
    spec = spec_of(event)
    day, hour = (getattr(event, name) if name else None for name in (spec.day, spec.hour))
    values = {WHAT: spec.choice, "on": event.on, DAY: day, HOUR: hour, "note": event.note, "contact": event.contact}
    reasons = {"reasons_given": "on"} if event.reasons_given else {}
    return {name: as_text(value) for name, value in values.items()} | reasons


def event_choices(context: RequestContext, interview: Interview, event: Event) -> EventChoices:
    """The choices: what could be recorded when the event was, and what it is."""
    then = context.plan(recorded_before(interview, interview.events.index(event)))
    options, spec = event_options(context, then), spec_of(event)
    own = (spec.choice, context.language.say(spec.option or _PUT_OFF))
    thanked = interview.contacts if event.kind is EventKind.THANK_YOU_SENT and len(interview.contacts) > 1 else ()
    return EventChoices(
        options=options if own in options else [own, *options],
        people=[(contact.id, whom(contact, DraftChannel.LETTER, context.language)) for contact in thanked],
        is_refusal=event.result is Result.REFUSAL,
    )


def event_sent(context: RequestContext, event: Event, interview_id: str) -> Event:
    """The event as the form has it. An empty field clears its value, and a box that is not ticked means no.

    Raises ``Invalid``.
    """
    fields = {name: value for name, value in context.fields.items() if name != LOOK}
    sent = context.in_own_time(event_from_form(fields), interview_id)
    specs = matching_specs(str(sent.get("kind")), str(sent["result"]) if "result" in sent else None)
    days = (name for spec in specs for name in (spec.day, spec.hour) if name)
    cleared: dict[str, object] = dict.fromkeys(("note", *days))
    if event.kind is EventKind.THANK_YOU_SENT and sent.get("kind") == event.kind:
        cleared["contact"] = None
    if event.result is Result.REFUSAL and sent.get("result") == event.result:
        cleared["reasons_given"] = False
    return changed_event(event, cleared | sent, context.today)
