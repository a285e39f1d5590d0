"""The form on a record's page for events that have no button: a voicemail, a wrong number, a note, a withdrawal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chalicelib.playbook.event_kinds import EVENTS, matching_specs
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.text_values import FormText

# A choice is a kind, or a kind and its result: "called voicemail". The form has one input for a day and one for an
# hour; the choice says which fields of the event they fill.
WHAT, DAY, HOUR = "what", "day", "hour"
MADE_FROM = "made_from"  # the state of the record from which the form was made; not a field of the event
SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(("kind", "result"), WHAT),
    **{spec.day: DAY for spec in EVENTS if spec.day},
    **{spec.hour: HOUR for spec in EVENTS if spec.hour},
}
_MISPLACED = {
    DAY: "goes with waiting, calling again, an offer, the next round and a moved interview only",
    HOUR: "goes with calling again, the next round and a moved interview only",
}


def event_from_form(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields of an event, from those of this form. The fields of another form stay as they are.

    Raises ``Invalid`` for a day or an hour that the choice has no use for.
    """
    sent = {name: value for name, value in sent.items() if name != MADE_FROM}
    if WHAT not in sent:
        return dict(sent)
    kind, _, result = str(sent[WHAT]).partition(" ")
    named: dict[str, object] = {"kind": FormText(kind), "result": FormText(result)}
    meant = dict(_meant(sent, kind, result))
    others = {name: value for name, value in sent.items() if name not in (WHAT, DAY, HOUR)}
    return {name: value for name, value in named.items() if value} | meant | others


def _meant(sent: Mapping[str, object], kind: str, result: str) -> Iterator[tuple[str, object]]:
    """The fields of the event for which the day and the hour stand."""
    specs = matching_specs(kind, result)
    fields = {DAY: [spec.day for spec in specs if spec.day], HOUR: [spec.hour for spec in specs if spec.hour]}
    misplaced = [Fault(name, _MISPLACED[name]) for name, meant in fields.items() if name in sent and not meant]
    if misplaced:
        raise Invalid(*misplaced)
    yield from ((str(meant[0]), sent[name]) for name, meant in fields.items() if name in sent)
