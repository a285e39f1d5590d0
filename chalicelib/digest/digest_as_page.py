"""The digest as a web page: what the mail shows, without its attachments. The way in is ``DigestAsPage``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import digest_view
from chalicelib.digest.fitting import fitted
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView

STYLESHEET = "./digest.css"  # beside the page


class DigestAsPage:
    """Renders the digest of a day as a page."""

    def __init__(self, writer: Writer, templates_folder: Path, links: ActionLinks) -> None:
        self._writer = writer
        self._links = links
        self._templates = DigestTemplates(templates_folder)

    def __call__(self, owner: Owner, day: DayView, now: datetime, address: str | None) -> str:
        """The page as a whole HTML document.

        Its links are made at ``now``; ``address`` is where the API was called, None if that is unknown.
        """
        language = self._writer.languages.of(owner.language).as_of(day.agenda.on, owner.country)
        answer_links = AnswerLinkMaker(
            links=self._links, address=address, owner_id=owner.id, now=now, language=language
        )
        whole = digest_view(day, owner, self._writer, answer_links, stylesheet=STYLESHEET)
        return fitted(whole, lambda view: self._templates.rendered(view, language)).html
