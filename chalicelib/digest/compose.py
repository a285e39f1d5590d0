"""Makes the mail of a day: its view, the rendered templates, the attached letters, the message. See ``Composer``."""

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
    """Composes digests. ``sender`` is the address they come from; ``address`` is the API's, None if it is unknown."""

    def __init__(
        self, writer: Writer, templates_folder: Path, sender: str, links: ActionLinks, address: str | None
    ) -> None:
        self._writer = writer
        self._links = links
        self._templates = DigestTemplates(templates_folder)
        self._sender = sender
        self._address = address

    def __call__(self, owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        """The mail of a day; ``on`` is the date of its claim (owner's zone). Raises MailRefused for a bad address."""
        letters = LetterAttachments(owner, now)
        language = self._writer.languages.of(owner.language)
        answer_links = AnswerLinkMaker(
            links=self._links, address=self._address, owner_id=owner.id, now=now, language=language
        )
        view = digest_view(day, owner, self._writer, answer_links, letters=letters)
        body = MailBody(
            subject=self._templates.subject(view, language),
            text=self._templates.text(view, language),
            html=self._templates.html(view, language),
            letters=tuple(letters.files),
            pause=answer_links.pause(),
        )
        return DigestMail(body.subject, as_mime(body, owner, self._sender, on, now))
