"""All situations of the gallery; each module has those of one theme."""

from __future__ import annotations

from infra.gallery.situations import (
    after_calls,
    contacts,
    countries,
    holidays_ahead,
    moved,
    names,
    odd_texts,
    other_processes,
    panels,
    promises,
    refusals,
    rounds,
    thanks,
)

ALL = (
    *thanks.SITUATIONS,
    *promises.SITUATIONS,
    *contacts.SITUATIONS,
    *after_calls.SITUATIONS,
    *moved.SITUATIONS,
    *refusals.SITUATIONS,
    *holidays_ahead.SITUATIONS,
    *odd_texts.SITUATIONS,
    *other_processes.SITUATIONS,
    *panels.SITUATIONS,
    *rounds.SITUATIONS,
    *names.SITUATIONS,
    *countries.SITUATIONS,
)
