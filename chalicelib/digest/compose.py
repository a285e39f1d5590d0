"""A day becomes a mail: its view, the pages of the view, the letters beside them, the message around them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from chalicelib.digest.letters import Letters
from chalicelib.digest.mail import Mail
from chalicelib.digest.mime import Body, as_mime
from chalicelib.digest.pages import Pages
from chalicelib.digest.view import digest_view
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.clicks import ClickMaker
from chalicelib.view_models.day import Day


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
        letters = Letters(owner, now)
        spoken = self._writer.languages.of(owner.language)
        clicks = ClickMaker(links=self._links, address=self._address, owner_id=owner.id, now=now, spoken=spoken)
        view = digest_view(day, owner, self._writer, clicks, letters=letters)
        body = Body(
            subject=self._pages.subject(view, spoken),
            text=self._pages.text(view, spoken),
            html=self._pages.html(view, spoken),
            letters=tuple(letters.files),
            pause=clicks.pause(),
        )
        return Mail(body.subject, as_mime(body, owner, self._sender, on, now))
