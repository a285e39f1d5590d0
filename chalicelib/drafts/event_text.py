"""An event of a record's history, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib.drafts.language import Language
from chalicelib.playbook.event import Event
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.step import Fact


def event_text(event: Event, language: Language) -> str:
    """The event in words, such as "You called: no decision yet. You agreed to call again on Monday 17 August."."""
    spec = spec_of(event)
    values = {name: getattr(event, name) for name in spec.fields}
    facts: Mapping[str, Fact] = {name: day for name, day in values.items() if isinstance(day, date)}
    additions = (more for name, more in spec.adds.items() if values[name] is not None)
    return " ".join(language.say(sentence, facts) for sentence in (spec.said, *additions))
