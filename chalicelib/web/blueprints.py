"""All routes, for ``app.py`` to register."""

from __future__ import annotations

from chalicelib.web import act, agenda, assets, calendar, drafts, events, front, interviews, listing, owner, timeline
from chalicelib.web.exchange import exporting, importing
from chalicelib.web.openapi import docs
from chalicelib.web.site import bring_in, forms, mail, record, settings, sign_in

BLUEPRINTS = (
    act.routes,
    front.routes,
    interviews.routes,
    listing.routes,
    events.routes,
    timeline.routes,
    drafts.routes,
    owner.routes,
    calendar.routes,
    agenda.routes,
    exporting.routes,
    importing.routes,
    docs.routes,
    sign_in.routes,
    record.routes,
    forms.routes,
    bring_in.routes,
    settings.routes,
    mail.routes,
    assets.routes,
)
