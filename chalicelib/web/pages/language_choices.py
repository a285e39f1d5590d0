"""The languages that a form offers, each by its own name."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.playbook.step import marked
from chalicelib.web.http.context import Call


def spoken_languages(call: Call, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Those that there are; and that of a record, if it was sent with another."""
    packs = call.parts.languages
    named = [(code, packs.of(code).own_name) for code in packs.codes]
    other = values.get("language", "")
    return named if not other or other in packs.codes else [*named, (other, other)]


def drafts_languages(call: Call, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """The same for the drafts of a record, which may leave it to the owner's."""
    return [("", call.spoken.say(marked("Yours"))), *spoken_languages(call, values)]
