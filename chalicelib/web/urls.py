"""The table of all addresses, each with the modules that answer there: ``api`` in JSON, ``pages`` for a browser."""

from __future__ import annotations

import re
from functools import cache

from chalicelib.web.http.lazy_blueprint import LazyBlueprint, Url, ViewLoader


def _url(address: str, tag: str, *, api: str = "", page: str = "", files: tuple[str, ...] = ()) -> Url:
    return Url(
        address=address,
        tag=tag,
        api=f"chalicelib.web.{api}" if api else "",
        page=f"chalicelib.web.pages.{page}" if page else "",
        files=files,
    )


URLS = (
    _url("GET /act/{token}", "act", page="act_page"),
    _url("POST /act/{token}", "act", page="act_page"),
    _url("GET /read/{token}", "reading", page="read_page"),
    _url("GET /settle/{token}", "settling", page="settle_page"),
    _url("POST /settle/{token}", "settling", page="settle_page"),
    _url("GET /", "front", page="front_page"),
    _url("GET /health", "front", api="api.health_api"),
    _url("POST /interviews", "recording", api="api.recording_api", page="record_page"),
    _url("GET /interviews/{interview_id}", "interviews", api="api.interviews_api", page="interview_page"),
    _url("PATCH /interviews/{interview_id}", "interviews", api="api.interviews_api"),
    _url("DELETE /interviews/{interview_id}", "interviews", api="api.interviews_api"),
    _url("GET /interviews", "listing", api="api.list_api", page="list_page"),
    _url("GET /contacts", "contacts", api="api.contacts_api", page="people_page"),
    _url("POST /interviews/{interview_id}/events", "events", api="api.events_api", page="event_page"),
    _url("DELETE /interviews/{interview_id}/events/last", "events", api="api.events_api"),
    _url("PATCH /interviews/{interview_id}/events/{event_id}", "events", api="api.events_api"),
    _url("DELETE /interviews/{interview_id}/events/{event_id}", "events", api="api.events_api"),
    _url("GET /interviews/{interview_id}/plan", "timeline", api="api.plan_api"),
    _url("GET /interviews/{interview_id}/drafts", "drafts", api="api.drafts_api"),
    _url(
        "GET /interviews/{interview_id}/drafts/{kind}",
        "drafts",
        api="api.drafts_api",
        page="draft_page",
        files=(".eml",),
    ),
    _url("GET /owner", "owner", api="api.owner_api"),
    _url("PATCH /owner", "owner", api="api.owner_api"),
    _url("GET /calendar/{file}", "calendar", api="api.calendar_api"),
    _url("POST /owner/calendar", "calendar", api="api.calendar_api"),
    _url("DELETE /owner/calendar", "calendar", api="api.calendar_api"),
    _url("GET /agenda", "agenda", api="api.agenda_api"),
    _url("GET /digest", "agenda", page="digest_page"),
    _url("GET /export.json", "exporting", api="api.export_api"),
    _url("GET /export.csv", "exporting", api="api.export_api"),
    _url("POST /import/preview", "importing", api="api.import_api", page="import_page"),
    _url("POST /import", "importing", api="api.import_api", page="import_page"),
    _url("POST /capture", "capturing", api="api.capture_api", page="capture_page"),
    _url("GET /openapi.json", "docs", api="openapi.endpoint"),
    _url("GET /docs", "docs", page="docs_page"),
    _url("GET /sign-in", "sign_in", page="sign_in_page"),
    _url("POST /sign-in", "sign_in", page="sign_in_page"),
    _url("POST /sign-out", "sign_in", page="sign_in_page"),
    _url("GET /record", "record", page="record_page"),
    _url("POST /interviews/{interview_id}/undo", "forms", page="edit_page"),
    _url("POST /interviews/{interview_id}/remove", "forms", page="edit_page"),
    _url("GET /interviews/{interview_id}/edit", "forms", page="edit_page"),
    _url("POST /interviews/{interview_id}/edit", "forms", page="edit_page"),
    _url("GET /interviews/{interview_id}/next", "forms", page="next_round_page"),
    _url("POST /interviews/{interview_id}/next", "forms", page="next_round_page"),
    _url("POST /interviews/{interview_id}/debrief", "forms", page="debrief_page"),
    _url("GET /interviews/{interview_id}/events/{event_id}/edit", "forms", page="earlier_event_page"),
    _url("POST /interviews/{interview_id}/events/{event_id}/edit", "forms", page="earlier_event_page"),
    _url("GET /interviews/{interview_id}/events/{event_id}/remove", "forms", page="earlier_event_page"),
    _url("POST /interviews/{interview_id}/events/{event_id}/remove", "forms", page="earlier_event_page"),
    _url("GET /interviews/{interview_id}/contacts", "people", page="contact_page"),
    _url("POST /interviews/{interview_id}/contacts", "people", page="contact_page"),
    _url("GET /interviews/{interview_id}/contacts/{contact_id}", "people", page="contact_page"),
    _url("POST /interviews/{interview_id}/contacts/{contact_id}", "people", page="contact_page"),
    _url("POST /interviews/{interview_id}/contacts/{contact_id}/remove", "people", page="contact_page"),
    _url("POST /interviews/{interview_id}/met", "people", page="who_was_there_page"),
    _url("GET /import", "bring_in", page="import_page"),
    _url("GET /capture", "bring_in", page="capture_page"),
    _url("GET /settings", "settings", page="settings_page"),
    _url("POST /settings", "settings", page="settings_page"),
    _url("POST /settings/calendar", "settings", page="settings_page"),
    _url("GET /settings/token", "settings", page="settings_page"),
    _url("POST /settings/token", "settings", page="settings_page"),
    _url("POST /settings/mail", "mail", page="mail_page"),
    _url("POST /settings/pause", "mail", page="mail_page"),
    _url("POST /settings/resume", "mail", page="mail_page"),
    _url("GET /style.css", "assets", page="assets"),
    _url("GET /digest.css", "assets", page="assets"),
    _url("GET /app.js", "assets", page="assets"),
    _url("GET /manifest.webmanifest", "assets", page="home_screen"),
    _url("GET /icon.svg", "assets", page="home_screen"),
    _url("GET /worker.js", "assets", page="home_screen"),
)
BLUEPRINT = LazyBlueprint(URLS, error_pages="chalicelib.web.pages.error_pages")


def is_page_address(wanted: str) -> bool:
    """Whether signing in may lead back to a path with its query: to a page of ``URLS`` that is read with GET, but not
    to the sign-in itself, to a download, or to another site."""
    return _readable().fullmatch(wanted) is not None


def page_view(method: str, path: str) -> tuple[ViewLoader | None, dict[str, str]]:
    """The view of the page that answers at a path, or None without one; and the parameters of the path."""
    for url in URLS:
        if url.page and url.method == method and (matched := _pattern(url.path).fullmatch(path)):
            return url.page_route.view, matched.groupdict()
    return None, {}


@cache
def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[A-Za-z0-9_-]{1,40})", re.escape(path)), re.ASCII)


@cache
def _readable() -> re.Pattern[str]:
    paths = (url.path.rstrip("/") for url in URLS if url.method == "GET" and url.page and url.path != "/sign-in")
    patterns = "|".join(re.sub(r"\\{\w+\\}", "[A-Za-z0-9_%.:+-]+", re.escape(path)) for path in paths)
    return re.compile(rf"(?=/)(?:{patterns})/?(?:\?[A-Za-z0-9_/?=&%.:+~-]*)?", re.ASCII)
