"""What an undo took back, in the address of the page that says so: the record itself knows of it no more."""

from __future__ import annotations

from datetime import time
from urllib.parse import urlencode

from chalicelib.drafts.event_text import event_text
from chalicelib.playbook.event import Event
from chalicelib.request_errors import Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.web.http.request_context import RequestContext

UNDONE = ("kind", "result", "on", "until", "call_again_on", "call_again_time", "interview_on")  # no free text


def in_query(event: Event) -> str:
    """The event as a part of an address."""
    said = {name: getattr(event, name) for name in UNDONE}
    return urlencode({name: _text(value) for name, value in said.items() if value is not None})


def undo_notice(context: RequestContext) -> str | None:
    """Such as "They made an offer.", if the address says so."""
    query = context.request.query()
    sent = {name: query[name] for name in UNDONE if name in query}
    try:
        return event_text(read_event(sent, context.today, context.now), context.spoken)
    except Invalid:
        return None


def _text(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
