"""The chapters of the description, by the tags of ``urls``: what each is about."""

from __future__ import annotations

from collections.abc import Mapping

CHAPTERS: Mapping[str, str] = {
    "act": (
        "`/act/{token}`: what one click in the digest says. GET only ever shows what would happen; POST does it, once."
    ),
    "front": "`/` and `/health`: what anybody may see. Nothing here depends on whose records there are.",
    "recording": (
        "`POST /interviews`: record one. The module that most functions load first, and so nothing "
        "for browsers is in it."
    ),
    "interviews": "`/interviews/{interview_id}`: read a record, change it, remove it.",
    "listing": "`GET /interviews`: the owner's records, page by page.",
    "events": "`/interviews/{id}/events`: something happened, or it did not after all.",
    "timeline": "`/interviews/{id}/plan`: the whole timeline ahead if nobody answers.",
    "drafts": "`/interviews/{id}/drafts`: what to say and what to write.",
    "owner": "`/owner`: the owner's settings.",
    "calendar": "The calendar feed, and the owner's key to it.",
    "agenda": "`/agenda` and `/digest`: what is to be done today, as data and as the page that the mail shows.",
    "exporting": "`/export.json` and `/export.csv`: everything that the owner has recorded, to take away.",
    "importing": "`/import/preview` and `/import`: records come in from a file.",
    "docs": "`/openapi.json` and `/docs`: what this API takes and answers.",
    "sign_in": "`/sign-in` and `/sign-out`: a browser's session, begun with the token.",
    "record": "The form that records an interview.",
    "forms": "Forms of the pages that say by their address what an API's client says by its method.",
    "bring_in": "`/import` as a page: a file is chosen, looked at, its columns corrected, and only then brought in.",
    "settings": "`/settings`: who the owner is and how they want to be served; a new token, and signing out.",
    "mail": "`/settings/mail` and `/settings/resume`: digests come again, after mail came back, or after a pause.",
    "assets": "The one style sheet and the one script of the pages. The script only betters what works without it.",
}
