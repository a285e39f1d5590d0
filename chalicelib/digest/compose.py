"""Makes the mail of a day: its view, the rendered templates, the attached letters, the message. See ``Composer``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import digest_view
from chalicelib.digest.fitting import fitted
from chalicelib.digest.letter_attachments import LetterAttachments
from chalicelib.digest.mime import MailBody, as_mime
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.arrival import route_to_prove
from chalicelib.links.letter_ids import LetterIds
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.settle_lists import SettleLists


class Composer:
    """Composes digests. ``sender`` is the address they come from; ``address`` is the API's, None if it is unknown."""

    def __init__(
        self, writer: Writer, templates_folder: Path, sender: str, links: ActionLinks, address: str | None
    ) -> None:
        self._writer = writer
        self._links = links
        self._letter_ids = LetterIds(links)
        self._templates = DigestTemplates(templates_folder)
        self._sender = sender
        self._address = address

    def __call__(self, owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        """The mail of a day; ``on`` is the date of its claim (owner's zone). Raises MailRefused for a bad address."""
        language = self._writer.languages.of(owner.language).as_of(day.agenda.on, owner.country)
        letters = LetterAttachments(owner, now, language, self._letter_ids)
        to_settle, asks = SettleLists(on), route_to_prove(owner, self._sender) if self._address else None
        answer_links = AnswerLinkMaker(
            links=self._links,
            address=self._address,
            owner_id=owner.id,
            now=now,
            language=language,
            settle_lists=to_settle,
            route=asks,
        )
        named = letters.named(digest_view(day, owner, self._writer, answer_links, sender=self._sender))
        digest = fitted(named, lambda view: self._templates.rendered(view, language))
        body = MailBody(
            subject=self._templates.subject(digest.view, language),
            text=digest.text,
            html=digest.html,
            letters=letters.files(digest.view),
            pause=answer_links.pause(owner.pauses),
        )
        return DigestMail(body.subject, as_mime(body, owner, self._sender, on, now), to_settle.listed, asks)
