"""The letters of one digest as files beside it."""

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
    """The files, no two of one name: each is made when what it is for is put into words."""

    def __init__(self, owner: Owner, now: datetime) -> None:
        self.files: list[Attachment] = []
        self._owner = owner
        self._now = now
        self._names: set[str] = set()

    def beside_entry(self, entry: StepEntry) -> StepEntry:
        """The entry as it is shown with its letter beside it; without a letter, as it was."""
        if entry.draft is None or entry.draft.channel is not DraftChannel.LETTER:
            return entry
        return replace(entry, letter_name=self._attached(entry.draft, entry.company, entry.interview_id))

    def beside_choice(self, view: OfferChoiceView) -> OfferChoiceView:
        """The choice as it is shown with its letters beside it."""
        return replace(view, rivals=tuple(map(self._beside_rival, view.rivals)))

    def _beside_rival(self, rival: RivalView) -> RivalView:
        if rival.draft is None:
            return rival
        return replace(rival, letter_name=self._attached(rival.draft, rival.company, rival.interview_id))

    def _attached(self, draft: Draft, company: str, interview_id: str) -> str:
        content = letter_as_eml(draft, self._owner, self._now)
        name = self._own_name(file_stem(draft, company, interview_id))
        self.files.append(Attachment(name, content))
        return name

    def _own_name(self, stem: str) -> str:
        names = chain([f"{stem}.eml"], (f"{stem}-{number}.eml" for number in count(2)))
        name = next(name for name in names if name not in self._names)
        self._names.add(name)
        return name


def file_stem(draft: Draft, company: str, interview_id: str) -> str:
    """Such as ``status-letter-acme``: ASCII, and by the id where no letter of the company's name is."""
    return f"{_slug(draft.kind)}-{_slug(company) or _slug(interview_id)}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-")
