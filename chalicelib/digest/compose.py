"""A day becomes a mail: its view, the pages of the view, the letters beside them, the message around them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from itertools import chain, count
from pathlib import Path

from msgspec.structs import replace

from chalicelib.digest.mail import Mail
from chalicelib.digest.mime import Attachment, Body, as_mime
from chalicelib.digest.pages import Pages
from chalicelib.digest.view import Makers, digest_view
from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.message import letter_as_eml
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.search import Search
from chalicelib.view_models.choice import ChoiceView, Rival, choice_view
from chalicelib.view_models.clicks import ClickMaker
from chalicelib.view_models.day import Day
from chalicelib.view_models.entry import Entry, entry

LONGEST_SLUG = 40


class Composer:
    """Composes digests. ``sender`` is the address they come from, ``address`` that of the API, if it is known."""

    def __init__(
        self, writer: Writer, templates_folder: Path, sender: str, links: ActionLinks, address: str | None
    ) -> None:
        self._writer = writer
        self._links = links
        self._pages = Pages(templates_folder)
        self._sender = sender
        self._address = address

    def __call__(self, owner: Owner, day: Day, on: date, now: datetime) -> Mail:
        """The mail of a day; ``on`` is the date of its claim. Raises MailRefused for an impossible address."""
        letters = _Letters(owner, now)
        spoken = self._writer.languages.of(owner.language)
        clicks = ClickMaker(links=self._links, address=self._address, owner_id=owner.id, now=now, spoken=spoken)
        view = digest_view(day, owner, self._makers(owner, day.agenda.on, letters, clicks), spoken, self._address)
        body = Body(
            subject=self._pages.subject(view, spoken),
            text=self._pages.text(view, spoken),
            html=self._pages.html(view, spoken),
            letters=tuple(letters.files),
            pause=clicks.pause(),
        )
        return Mail(body.subject, as_mime(body, owner, self._sender, on, now))

    def _makers(self, owner: Owner, today: date, letters: _Letters, clicks: ClickMaker) -> Makers:
        def make_entry(item: AgendaItem) -> Entry:
            return letters.beside_entry(entry(item, owner, today, self._writer, clicks))

        def make_choice(search: Search) -> ChoiceView | None:
            view = choice_view(owner, search, today, self._writer, clicks)
            return letters.beside_choice(view) if view else None

        return Makers(make_entry, make_choice)


class _Letters:
    """The letters of one digest as files, no two of one name."""

    def __init__(self, owner: Owner, now: datetime) -> None:
        self.files: list[Attachment] = []
        self._owner = owner
        self._now = now
        self._names: set[str] = set()

    def beside_entry(self, entry: Entry) -> Entry:
        """The entry as it is shown with its letter beside it; without a letter, as it was."""
        if entry.draft is None or entry.draft.channel is not DraftChannel.LETTER:
            return entry
        return replace(entry, letter_name=self._attached(entry.draft, entry.company, entry.interview_id))

    def beside_choice(self, view: ChoiceView) -> ChoiceView:
        """The choice as it is shown with its letters beside it."""
        return replace(view, rivals=tuple(map(self._beside_rival, view.rivals)))

    def _beside_rival(self, rival: Rival) -> Rival:
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
