"""An event of a record's history, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import whom
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.step import Fact


def event_text(event: Event, language: Language, contacts: Iterable[Contact] = ()) -> str:
    """The event in words, such as "You called: no decision yet. You agreed to call again on Monday 17 August.".

    ``contacts`` are the record's: one whom the event names and who is gone is not spoken of.
    """
    spec = spec_of(event)
    values = {name: getattr(event, name) for name in spec.fields}
    facts: dict[str, Fact] = {name: day for name, day in values.items() if isinstance(day, date)}
    thanked = next((contact for contact in contacts if contact.id == event.contact), None)
    if thanked:
        facts["contact"] = whom(thanked, DraftChannel.LETTER, language)
    additions = (more for name, more in spec.adds.items() if name in facts)
    return " ".join(language.say(sentence, facts) for sentence in (spec.said, *additions))
