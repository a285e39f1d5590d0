"""A day becomes a mail: its view, the pages of the view, the letters beside them, the message around them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import digest_view
from chalicelib.digest.letter_attachments import LetterAttachments
from chalicelib.digest.mime import MailBody, as_mime
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView


class Composer:
    """Composes digests. ``sender`` is the address they come from, ``address`` that of the API, if it is known."""

    def __init__(
        self, writer: Writer, templates_folder: Path, sender: str, links: ActionLinks, address: str | None
    ) -> None:
        self._writer = writer
        self._links = links
        self._pages = DigestTemplates(templates_folder)
        self._sender = sender
        self._address = address

    def __call__(self, owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        """The mail of a day; ``on`` is the date of its claim. Raises MailRefused for an impossible address."""
        letters = LetterAttachments(owner, now)
        spoken = self._writer.languages.of(owner.language)
        clicks = AnswerLinkMaker(links=self._links, address=self._address, owner_id=owner.id, now=now, spoken=spoken)
        view = digest_view(day, owner, self._writer, clicks, letters=letters)
        body = MailBody(
            subject=self._pages.subject(view, spoken),
            text=self._pages.text(view, spoken),
            html=self._pages.html(view, spoken),
            letters=tuple(letters.files),
            pause=clicks.pause(),
        )
        return DigestMail(body.subject, as_mime(body, owner, self._sender, on, now))
