"""All routes, for ``app.py`` to register."""

from __future__ import annotations

from chalicelib.web import agenda, drafts, events, front, interviews, listing, owner, timeline

BLUEPRINTS = (
    front.routes,
    interviews.routes,
    listing.routes,
    events.routes,
    timeline.routes,
    drafts.routes,
    owner.routes,
    agenda.routes,
)
