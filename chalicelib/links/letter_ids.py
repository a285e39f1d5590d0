"""The Message-IDs of letters: by them a reply is known as one to a letter of ours, though nothing of it is stored.

An ID is a signature of the owner, the record, the kind of letter and the person it goes to, and says nothing of them to
whoever reads it. To know one again, the signatures of the owner's own records are made anew and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from chalicelib.drafts.draft import Draft
from chalicelib.links.action_links import ActionLinks
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step_kinds import STEP_KINDS

_PURPOSE = "letter"
_ID = lazy_pattern(r"([0-9a-f]{32})@", re.ASCII)
_NO_CONTACT = ""


class LetterIds:
    """Makes the Message-IDs of letters, and knows them again, with the keys of the action links."""

    def __init__(self, links: ActionLinks) -> None:
        self._signer = links.signer(_PURPOSE)

    def tag_of(self, letter: Draft, owner_id: str, interview_id: str) -> str:
        """The part of a letter's Message-ID before the ``@``: the same each time, as long as the key is."""
        return self._signer.tag(_parts(owner_id, interview_id, letter.kind, letter.to.id if letter.to else None))

    def record_of(
        self, message_ids: Iterable[str], owner_id: str, records: Iterable[Interview], now: datetime
    ) -> str | None:
        """The id of the record whose letter one of these Message-IDs names; None if none does."""
        wanted = {found[1] for message_id in message_ids if (found := _ID.match(message_id))}
        if not wanted:
            return None
        for record in records:
            if any(wanted.intersection(self._signer.tags(parts, now)) for parts in _letters_of(owner_id, record)):
                return record.id
        return None


def _letters_of(owner_id: str, record: Interview) -> Iterator[tuple[str, ...]]:
    """All letters that there can be of a record."""
    people = [_NO_CONTACT, *(contact.id for contact in record.contacts)]
    return (_parts(owner_id, record.id, kind, person) for kind in STEP_KINDS for person in people)


def _parts(owner_id: str, interview_id: str, kind: str, contact_id: str | None) -> tuple[str, ...]:
    return owner_id, interview_id, str(kind), contact_id or _NO_CONTACT
