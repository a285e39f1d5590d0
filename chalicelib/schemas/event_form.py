"""The form on a record's page for what no button says: a voicemail, a wrong number, a note, that somebody withdrew."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.playbook.event_kinds import EVENTS, specs_meant
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.text_values import FormText

# A choice is a kind, or a kind and its result: "called voicemail". The one day that the form asks for is the one that
# belongs to it.
WHAT, DAY = "what", "day"
MADE_FROM = "made_from"  # of which state a form was made; no field of what it is about
SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(("kind", "result"), WHAT),
    **{spec.day: DAY for spec in EVENTS if spec.day},
}


def event_from_form(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields of an event, from those of the form; what another form sends stays as it is. Raises
    ``Invalid`` for a day that the choice has no use for."""
    sent = {name: value for name, value in sent.items() if name != MADE_FROM}
    if WHAT not in sent:
        return dict(sent)
    kind, _, result = str(sent[WHAT]).partition(" ")
    named: dict[str, object] = {"kind": FormText(kind), "result": FormText(result)}
    days = [spec.day for spec in specs_meant(kind, result) if spec.day]
    if DAY in sent and not days:
        raise Invalid(Fault(DAY, "goes with waiting, calling again, an offer and the next round only"))
    day = {days[0]: sent[DAY]} if DAY in sent else {}
    others = {name: value for name, value in sent.items() if name not in (WHAT, DAY)}
    return {name: value for name, value in named.items() if value} | day | others
