"""An offer, and the others who are still deciding, each with the letter that asks for their word in time (M2)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chalicelib.digest.trouble import described
from chalicelib.drafts.draft import Draft
from chalicelib.drafts.wording import one_line
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.offers import Offer, standing, to_be_told
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.search import Process, Search
from chalicelib.playbook.step import StepKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Somebody who is still deciding. ``letter_name`` is the file name of the attached letter, None on a page."""

    interview_id: str
    company: str
    position: str
    draft: Draft
    letter_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """An offer; ``until_day`` is when it has to be answered, None where nobody said."""

    company: str
    until_day: str | None
    rivals: tuple[Rival, ...]


def offer_views(owner: Owner, search: Search, today: date, writer: Writer) -> tuple[OfferView, ...]:
    """The offers that stand ``today`` (owner's zone) while others in a late stage have not decided."""
    views = (_view(offer, owner, search, today, writer) for offer in standing(owner.offers, today))
    return tuple(view for view in views if view.rivals)


def _view(offer: Offer, owner: Owner, search: Search, today: date, writer: Writer) -> OfferView:
    spoken = writer.languages.of(owner.language)
    return OfferView(
        company=one_line(offer.company),
        until_day=spoken.say_day(offer.until) if offer.until else None,
        rivals=tuple(_rivals(offer, owner, search, today, writer)),
    )


def _rivals(offer: Offer, owner: Owner, search: Search, today: date, writer: Writer) -> Iterator[Rival]:
    for process in to_be_told(offer, search.processes):
        try:
            yield _rival(process, owner, today, writer)
        except Exception as error:  # its record shows in its own place; the digest goes on
            log.error("No letter about an offer for interview %s: %s", process.interview.id, described(error))


def _rival(process: Process, owner: Owner, today: date, writer: Writer) -> Rival:
    interview = process.interview
    return Rival(
        interview_id=interview.id,
        company=one_line(interview.company),
        position=one_line(interview.position),
        draft=writer.draft(StepKind.OFFER_LETTER, interview, process.plan, owner, today),
    )
