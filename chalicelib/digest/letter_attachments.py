"""The letters of one digest, as files attached to it. The way in is ``LetterAttachments``."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from itertools import chain, count

from msgspec.structs import replace

from chalicelib.digest.mime import Attachment
from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.letter_file import letter_as_eml
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.offer_choice import OfferChoiceView, RivalView
from chalicelib.view_models.step_entry import StepEntry

LONGEST_SLUG = 40


class LetterAttachments:
    """Collects the letters in ``files``, each under a name of its own; a letter is added together with its entry."""

    def __init__(self, owner: Owner, now: datetime) -> None:
        self.files: list[Attachment] = []
        self._owner = owner
        self._now = now
        self._names: set[str] = set()

    def beside_entry(self, entry: StepEntry) -> StepEntry:
        """The entry with the name of its letter, which is added to ``files``; without a letter, the entry unchanged."""
        if entry.draft is None or entry.draft.channel is not DraftChannel.LETTER:
            return entry
        return replace(entry, letter_name=self._attach(entry.draft, entry.company, entry.interview_id))

    def beside_choice(self, view: OfferChoiceView) -> OfferChoiceView:
        """The choice with the names of its letters, which are added to ``files``."""
        return replace(view, rivals=tuple(map(self._attach_to_rival, view.rivals)))

    def _attach_to_rival(self, rival: RivalView) -> RivalView:
        if rival.draft is None:
            return rival
        return replace(rival, letter_name=self._attach(rival.draft, rival.company, rival.interview_id))

    def _attach(self, draft: Draft, company: str, interview_id: str) -> str:
        content = letter_as_eml(draft, self._owner, self._now)
        name = self._unused_name(file_stem(draft, company, interview_id))
        self.files.append(Attachment(name, content))
        return name

    def _unused_name(self, stem: str) -> str:
        names = chain([f"{stem}.eml"], (f"{stem}-{number}.eml" for number in count(2)))
        name = next(name for name in names if name not in self._names)
        self._names.add(name)
        return name


def file_stem(draft: Draft, company: str, interview_id: str) -> str:
    """The name without its ending, such as ``status-letter-acme``: ASCII, by the id if nothing of the company's is."""
    return f"{_slug(draft.kind)}-{_slug(company) or _slug(interview_id)}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-")
