"""The form on a record's page for events that have no button: a voicemail, a wrong number, a note, a withdrawal."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.playbook.event_kinds import EVENTS, matching_specs
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.text_values import FormText

# A choice is a kind, or a kind and its result: "called voicemail". The form has one input for a day; the choice says
# which field of the event it fills.
WHAT, DAY = "what", "day"
MADE_FROM = "made_from"  # the state of the record from which the form was made; not a field of the event
SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(("kind", "result"), WHAT),
    **{spec.day: DAY for spec in EVENTS if spec.day},
}


def event_from_form(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields of an event, from those of this form. The fields of another form stay as they are.

    Raises ``Invalid`` for a day that the choice has no use for.
    """
    sent = {name: value for name, value in sent.items() if name != MADE_FROM}
    if WHAT not in sent:
        return dict(sent)
    kind, _, result = str(sent[WHAT]).partition(" ")
    named: dict[str, object] = {"kind": FormText(kind), "result": FormText(result)}
    days = [spec.day for spec in matching_specs(kind, result) if spec.day]
    if DAY in sent and not days:
        raise Invalid(Fault(DAY, "goes with waiting, calling again, an offer and the next round only"))
    day = {days[0]: sent[DAY]} if DAY in sent else {}
    others = {name: value for name, value in sent.items() if name not in (WHAT, DAY)}
    return {name: value for name, value in named.items() if value} | day | others
