"""The digest as a web page: what the mail shows, without its attachments."""

from __future__ import annotations

from pathlib import Path

from chalicelib.digest.day import Day
from chalicelib.digest.entry import Entry, entry
from chalicelib.digest.pages import Pages
from chalicelib.digest.view import digest_view
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.agenda import Agenda, AgendaItem
from chalicelib.playbook.owner import Owner


class DigestPage:
    """Renders an agenda as the page that the mail shows; ``address`` is that of the API, if it is known."""

    def __init__(self, writer: Writer, templates_folder: Path, address: str | None) -> None:
        self._writer = writer
        self._pages = Pages(templates_folder)
        self._address = address

    def __call__(self, owner: Owner, agenda: Agenda) -> str:
        """The page as a whole HTML document."""

        def make_entry(item: AgendaItem) -> Entry:
            return entry(item, owner, agenda.on, self._writer)

        return self._pages.html(digest_view(Day(agenda), owner, make_entry, self._address))
