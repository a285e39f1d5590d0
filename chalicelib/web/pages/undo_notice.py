"""What an undo took back, in the address of the page that says so: the record itself no longer has it."""

from __future__ import annotations

from datetime import time
from urllib.parse import urlencode

from chalicelib.drafts.event_text import event_text
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.web.http.request_context import RequestContext

# No free text.
UNDONE = ("kind", "result", "on", "until", "call_again_on", "call_again_time", "interview_on", "contact")


def undo_query(event: Event) -> str:
    """The event as a query string."""
    values = {name: getattr(event, name) for name in UNDONE}
    return urlencode({name: _text(value) for name, value in values.items() if value is not None})


def undo_notice(context: RequestContext, interview: Interview) -> str | None:
    """What was taken back, such as "They made an offer."; None if the address does not say it, or not validly."""
    query = context.request.query()
    sent = {name: query[name] for name in UNDONE if name in query}
    try:
        event = read_event(sent, context.today, context.now)
        return event_text(event, context.language, interview.contacts)
    except Invalid:
        return None


def _text(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
