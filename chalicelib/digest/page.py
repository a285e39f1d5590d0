"""The digest as a web page: what the mail shows, without its attachments."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from chalicelib.digest.day import Day
from chalicelib.digest.entry import entry
from chalicelib.digest.offer import choice_view
from chalicelib.digest.pages import Pages
from chalicelib.digest.view import Makers, digest_view
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.agenda import Agenda
from chalicelib.playbook.owner import Owner


class DigestPage:
    """Renders an agenda as the page that the mail shows; ``address`` is that of the API, if it is known."""

    def __init__(self, writer: Writer, templates_folder: Path, address: str | None) -> None:
        self._writer = writer
        self._pages = Pages(templates_folder)
        self._address = address

    def __call__(self, owner: Owner, agenda: Agenda) -> str:
        """The page as a whole HTML document."""
        spoken = self._writer.languages.of(owner.language)
        make = Makers(
            entry=partial(entry, owner=owner, today=agenda.on, writer=self._writer),
            choice=partial(choice_view, owner, today=agenda.on, writer=self._writer),
        )
        return self._pages.html(digest_view(Day(agenda), owner, make, spoken, self._address), spoken)
