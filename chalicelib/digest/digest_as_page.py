"""The digest as a web page: what the mail shows, without its attachments."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import digest_view
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView

STYLESHEET = "./digest.css"  # beside the page


class DigestAsPage:
    """Renders a day as the page that the mail shows."""

    def __init__(self, writer: Writer, templates_folder: Path, links: ActionLinks) -> None:
        self._writer = writer
        self._links = links
        self._pages = DigestTemplates(templates_folder)

    def __call__(self, owner: Owner, day: DayView, now: datetime, address: str | None) -> str:
        """The page as a whole HTML document; its links are good from ``now`` on. ``address`` is where the API was asked
        for it, None where that is not known."""
        spoken = self._writer.languages.of(owner.language)
        clicks = AnswerLinkMaker(links=self._links, address=address, owner_id=owner.id, now=now, spoken=spoken)
        view = digest_view(day, owner, self._writer, clicks, stylesheet=STYLESHEET)
        return self._pages.html(view, spoken)
