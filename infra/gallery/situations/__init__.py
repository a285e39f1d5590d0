"""All situations of the gallery; each module has those of one theme."""

from __future__ import annotations

from infra.gallery.situations import (
    after_calls,
    contacts,
    holidays_ahead,
    odd_texts,
    other_processes,
    promises,
    refusals,
    thanks,
)

ALL = (
    *thanks.SITUATIONS,
    *promises.SITUATIONS,
    *contacts.SITUATIONS,
    *after_calls.SITUATIONS,
    *refusals.SITUATIONS,
    *holidays_ahead.SITUATIONS,
    *odd_texts.SITUATIONS,
    *other_processes.SITUATIONS,
)
