"""The choice that an offer makes (M2): the others who are still deciding, each with the letter that asks in time.

The way in is ``offer_choice_view``.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.wording import one_line
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.offers import Offer, OfferChoice, offer_choice
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.search import ProcessInSearch, Search
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.view_models.unreadable_records import error_summary

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer

log = logging.getLogger(__name__)


class OfferLine(Struct, frozen=True, kw_only=True):
    """An offer; ``until_day`` is the day by which it has to be answered, None if they named none."""

    company: str
    until_day: str | None


class RivalView(Struct, frozen=True, kw_only=True):
    """An employer who is still deciding; ``draft`` is None if no working day is left for a letter.

    ``sent`` is the link that records the letter as sent: then they are not proposed again.
    ``letter_name`` is the file name of the attached letter, None on a page.
    """

    interview_id: str
    company: str
    position: str
    draft: Draft | None
    sent: AnswerLink | None = None
    letter_name: str | None = None


class OfferChoiceView(Struct, frozen=True, kw_only=True):
    """The offers that stand, and the other employers to tell about them."""

    offers: tuple[OfferLine, ...]
    rivals: tuple[RivalView, ...]


def offer_choice_view(
    owner: Owner, search: Search, today: date, writer: Writer, answer_links: AnswerLinkMaker
) -> OfferChoiceView | None:
    """The choice on ``today`` (owner's zone); None without an offer, or with nobody else to tell."""
    choice: OfferChoice = offer_choice(owner.offers, search.processes, today)
    rivals = tuple(_rival(process, owner, today, writer, answer_links) for process in choice.undecided)
    if not rivals:
        return None
    return OfferChoiceView(offers=tuple(_line(offer, owner, writer) for offer in choice.offers), rivals=rivals)


def _line(offer: Offer, owner: Owner, writer: Writer) -> OfferLine:
    language = writer.languages.of(owner.language)
    return OfferLine(company=one_line(offer.company), until_day=language.say_day(offer.until) if offer.until else None)


def _rival(
    process: ProcessInSearch, owner: Owner, today: date, writer: Writer, answer_links: AnswerLinkMaker
) -> RivalView:
    interview, draft = process.interview, _letter(process, owner, today, writer)
    return RivalView(
        interview_id=interview.id,
        company=one_line(interview.company),
        position=one_line(interview.position),
        draft=draft,
        sent=answer_links.letter_sent(interview) if draft else None,
    )


def _letter(process: ProcessInSearch, owner: Owner, today: date, writer: Writer) -> Draft | None:
    try:
        return writer.draft(StepKind.OFFER_LETTER, process.interview, process.plan, owner, today)
    except NoSuchDraft:
        return None
    except Exception as error:  # the digest goes on; the record is shown in its own place
        log.error("No letter about an offer for interview %s: %s", process.interview.id, error_summary(error))
        return None
