"""The form on a record's page for what no button says: a voicemail, a wrong number, a note, that somebody withdrew."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.playbook.event import Result
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.texts import FormText

# A choice is a kind, or a kind and its result: "called voicemail". The one day that the form asks for is the one that
# belongs to it.
WHAT, DAY = "what", "day"
MADE_FROM = "made_from"  # of which state a form was made; no field of what it is about
_MEANT: Mapping[str, str] = {
    Result.NO_DECISION: "call_again_on",
    Result.TOLD_TO_WAIT: "until",
    Result.OFFER: "until",
    Result.NEXT_ROUND: "interview_on",
}
SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(("kind", "result"), WHAT),
    **dict.fromkeys(("until", "call_again_on", "interview_on"), DAY),
}


def event_sent(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields of an event, from those of the form; what another form sends stays as it is. Raises
    ``Invalid`` for a day that the choice has no use for."""
    sent = {name: value for name, value in sent.items() if name != MADE_FROM}
    if WHAT not in sent:
        return dict(sent)
    kind, _, result = str(sent[WHAT]).partition(" ")
    named: dict[str, object] = {"kind": FormText(kind), "result": FormText(result)}
    if DAY in sent and result not in _MEANT:
        raise Invalid(Fault(DAY, "goes with waiting, calling again, an offer and the next round only"))
    day = {_MEANT[result]: sent[DAY]} if DAY in sent else {}
    others = {name: value for name, value in sent.items() if name not in (WHAT, DAY)}
    return {name: value for name, value in named.items() if value} | day | others
