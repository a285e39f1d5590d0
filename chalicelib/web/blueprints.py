"""All addresses, for ``app.py`` to register, each with the module that answers there."""

from __future__ import annotations

from chalicelib.web.chapter import Chapter

BLUEPRINTS = (
    Chapter("chalicelib.web.act", "GET /act/{token}", "POST /act/{token}"),
    Chapter("chalicelib.web.front", "GET /", "GET /health"),
    Chapter("chalicelib.web.recording", "POST /interviews"),
    Chapter(
        "chalicelib.web.interviews",
        "GET /interviews/{interview_id}",
        "PATCH /interviews/{interview_id}",
        "DELETE /interviews/{interview_id}",
    ),
    Chapter("chalicelib.web.listing", "GET /interviews"),
    Chapter(
        "chalicelib.web.events",
        "POST /interviews/{interview_id}/events",
        "DELETE /interviews/{interview_id}/events/last",
    ),
    Chapter("chalicelib.web.timeline", "GET /interviews/{interview_id}/plan"),
    Chapter(
        "chalicelib.web.drafts",
        "GET /interviews/{interview_id}/drafts",
        "GET /interviews/{interview_id}/drafts/{kind}",
    ),
    Chapter("chalicelib.web.owner", "GET /owner", "PATCH /owner"),
    Chapter("chalicelib.web.calendar", "GET /calendar/{file}", "POST /owner/calendar", "DELETE /owner/calendar"),
    Chapter("chalicelib.web.agenda", "GET /agenda", "GET /digest"),
    Chapter("chalicelib.web.exchange.exporting", "GET /export.json", "GET /export.csv"),
    Chapter("chalicelib.web.exchange.importing", "POST /import/preview", "POST /import"),
    Chapter("chalicelib.web.openapi.docs", "GET /openapi.json", "GET /docs"),
    Chapter("chalicelib.web.site.sign_in", "GET /sign-in", "POST /sign-in", "POST /sign-out"),
    Chapter("chalicelib.web.site.record", "GET /record"),
    Chapter(
        "chalicelib.web.site.forms",
        "POST /interviews/{interview_id}/undo",
        "POST /interviews/{interview_id}/remove",
        "GET /interviews/{interview_id}/edit",
        "POST /interviews/{interview_id}/edit",
    ),
    Chapter("chalicelib.web.site.bring_in", "GET /import"),
    Chapter(
        "chalicelib.web.site.settings",
        "GET /settings",
        "POST /settings",
        "POST /settings/calendar",
        "GET /settings/token",
        "POST /settings/token",
    ),
    Chapter("chalicelib.web.site.mail", "POST /settings/mail", "POST /settings/resume"),
    Chapter("chalicelib.web.assets", "GET /style.css", "GET /digest.css", "GET /app.js"),
)
