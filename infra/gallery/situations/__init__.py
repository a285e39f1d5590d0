"""All situations of the gallery, by theme."""

from __future__ import annotations

from infra.gallery.situations import around, calendar, calls, people, promises, refusals, texts, thanks

ALL = (
    *thanks.SITUATIONS,
    *promises.SITUATIONS,
    *people.SITUATIONS,
    *calls.SITUATIONS,
    *refusals.SITUATIONS,
    *calendar.SITUATIONS,
    *texts.SITUATIONS,
    *around.SITUATIONS,
)
