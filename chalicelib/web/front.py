"""``/`` and ``/health``: what anybody may see. Nothing here depends on whose records there are."""

from __future__ import annotations

from chalicelib.web.answers import Answer, as_text, in_json
from chalicelib.web.call import Visit
from chalicelib.web.ids import is_id
from chalicelib.web.routes import Routes

routes = Routes(__name__)


@routes.open_get("/")
def welcome(visit: Visit) -> Answer:
    """What this is, and how to record the first interview; after a form, that it was recorded."""
    recorded = visit.incoming.query().get("recorded", "")
    page = visit.parts.pages().page(
        "front",
        visit.incoming.spoken(visit.parts.languages),
        address=visit.incoming.address,
        today=visit.now.date(),
        recorded=recorded if is_id(recorded) else None,
    )
    return page.answer()


@routes.open_get("/health")
def health(visit: Visit) -> Answer:
    """That the service and its table answer, and when the last digest went; no word of whose it was."""
    latest = visit.parts.last_digest()
    digest = latest and {"on": latest.on, "state": latest.state, "at": latest.at}
    return in_json(as_text({"status": "ok", "last_digest": digest}))
