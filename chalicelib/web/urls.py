"""All addresses, for ``app.py`` to register, each with the module that answers there."""

from __future__ import annotations

from chalicelib.web.http.lazy_blueprint import Chapter

BLUEPRINTS = (
    Chapter("chalicelib.web.pages.act_page", "GET /act/{token}", "POST /act/{token}"),
    Chapter("chalicelib.web.pages.front_page", "GET /", "GET /health"),
    Chapter("chalicelib.web.api.recording_api", "POST /interviews"),
    Chapter(
        "chalicelib.web.api.interviews_api",
        "GET /interviews/{interview_id}",
        "PATCH /interviews/{interview_id}",
        "DELETE /interviews/{interview_id}",
    ),
    Chapter("chalicelib.web.api.list_api", "GET /interviews"),
    Chapter(
        "chalicelib.usecases.record_event",
        "POST /interviews/{interview_id}/events",
        "DELETE /interviews/{interview_id}/events/last",
    ),
    Chapter("chalicelib.web.api.plan_api", "GET /interviews/{interview_id}/plan"),
    Chapter(
        "chalicelib.web.api.drafts_api",
        "GET /interviews/{interview_id}/drafts",
        "GET /interviews/{interview_id}/drafts/{kind}",
    ),
    Chapter("chalicelib.usecases.change_settings", "GET /owner", "PATCH /owner"),
    Chapter(
        "chalicelib.web.api.calendar_api", "GET /calendar/{file}", "POST /owner/calendar", "DELETE /owner/calendar"
    ),
    Chapter("chalicelib.web.api.agenda_api", "GET /agenda", "GET /digest"),
    Chapter("chalicelib.web.api.export_api", "GET /export.json", "GET /export.csv"),
    Chapter("chalicelib.exchange.import_report", "POST /import/preview", "POST /import"),
    Chapter("chalicelib.web.pages.docs_page", "GET /openapi.json", "GET /docs"),
    Chapter("chalicelib.web.pages.sign_in_page", "GET /sign-in", "POST /sign-in", "POST /sign-out"),
    Chapter("chalicelib.web.pages.record_page", "GET /record"),
    Chapter(
        "chalicelib.web.pages.edit_page",
        "POST /interviews/{interview_id}/undo",
        "POST /interviews/{interview_id}/remove",
        "GET /interviews/{interview_id}/edit",
        "POST /interviews/{interview_id}/edit",
    ),
    Chapter("chalicelib.web.pages.import_page", "GET /import"),
    Chapter(
        "chalicelib.web.pages.settings_page",
        "GET /settings",
        "POST /settings",
        "POST /settings/calendar",
        "GET /settings/token",
        "POST /settings/token",
    ),
    Chapter("chalicelib.web.pages.mail_page", "POST /settings/mail", "POST /settings/resume"),
    Chapter("chalicelib.web.pages.assets", "GET /style.css", "GET /digest.css", "GET /app.js"),
)
