"""Today's agenda of the owner who asks: all open records, planned as of the request's now."""

from __future__ import annotations

from chalicelib.playbook.agenda import Agenda, agenda
from chalicelib.web.call import Call


def agenda_of(call: Call) -> Agenda:
    """One consistent query, however many records have ended."""
    interviews = call.parts.interviews.open(call.owner.id)
    return agenda(((interview, call.plan(interview)) for interview in interviews), call.today)
