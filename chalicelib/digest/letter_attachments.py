"""The letters of one digest, as files attached to it. The way in is ``LetterAttachments``."""

from __future__ import annotations

from datetime import datetime
from itertools import chain, count

from msgspec.structs import replace

from chalicelib.digest.digest_view import DigestView, ViewEntry
from chalicelib.digest.mime import Attachment
from chalicelib.drafts.language import Language
from chalicelib.drafts.letter_file import letter_as_eml
from chalicelib.drafts.letter_name import LETTER_ENDING, letter_name
from chalicelib.links.letter_ids import LetterIds
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.whole_entry import EntryLetter


class LetterAttachments:
    """Names the letters of whole entries (D2), each by a name of its own, and makes their files.

    The names are in ``language``, the owner's.
    """

    def __init__(self, owner: Owner, now: datetime, language: Language, ids: LetterIds) -> None:
        self._ids = ids
        self._owner = owner
        self._now = now
        self._language = language
        self._names: set[str] = set()

    def named(self, view: DigestView) -> DigestView:
        """The view with the names of its letters."""
        return replace(view, entries=tuple(map(self._named_entry, view.entries)))

    def files(self, view: DigestView) -> tuple[Attachment, ...]:
        """The letters of a view that has their names, as files."""
        letters = (letter for whole in view.wholes for letter in whole.letters)
        return tuple(Attachment(letter.letter_name, self._file(letter)) for letter in letters if letter.letter_name)

    def _file(self, letter: EntryLetter) -> bytes:
        tag = self._ids.tag_of(letter.draft, self._owner.id, letter.interview_id)
        return letter_as_eml(letter.draft, self._owner, self._now, tag)

    def _named_entry(self, entry: ViewEntry) -> ViewEntry:
        if entry.whole is None:
            return entry
        letters = tuple(self._named_letter(letter, entry.whole.company) for letter in entry.whole.letters)
        return replace(entry, whole=replace(entry.whole, letters=letters))

    def _named_letter(self, letter: EntryLetter, company: str) -> EntryLetter:
        return replace(letter, letter_name=self._unused_name(letter_name(letter.draft, company, self._language)))

    def _unused_name(self, wanted: str) -> str:
        stem = wanted.removesuffix(LETTER_ENDING)
        names = chain([wanted], (f"{stem} ({number}){LETTER_ENDING}" for number in count(2)))
        name = next(name for name in names if name not in self._names)
        self._names.add(name)
        return name
