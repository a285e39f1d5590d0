"""The digest as its templates see it: finished texts, in the sections of the digest. The way in is ``digest_view``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.digest.subject_line import headline, offer_phrase, section_counts, title
from chalicelib.drafts.language import Language
from chalicelib.drafts.search_text import alive, nudge, stages
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.owner import EVERY_DAY, Owner
from chalicelib.playbook.search import search
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.offer_choice import OfferChoiceView, OfferLine, offer_choice_view
from chalicelib.view_models.step_entry import EntryLine, StepEntry, entry, line
from chalicelib.view_models.unreadable_records import each_in_words

if TYPE_CHECKING:
    from chalicelib.digest.letter_attachments import LetterAttachments
    from chalicelib.drafts.writer import Writer


class DigestView(Struct, frozen=True, kw_only=True):
    """What the templates of the digest can show.

    - ``unreadable``: the records that could not be read, planned or put into words
    - ``phrases``: what to do; ``headline``: the same as a subject, empty if there is nothing to do
    - ``title``: how much there is to do; ``tally``: how much of each kind
    - ``alive``: how many processes are alive; ``stages``: where they stand; ``nudge``: to go on searching, if they are
      few (M1)
    - ``choice``: the choice that an offer makes (M2)
    - ``address``: that of the API, None if it is unknown
    - ``stylesheet``: that of a page; None in a mail, which has its style inside
    """

    language: str
    on: date
    day: str
    overdue: tuple[StepEntry, ...]
    today: tuple[StepEntry, ...]
    week: tuple[EntryLine, ...]
    waiting: tuple[EntryLine, ...]
    unreadable: tuple[UnreadableRecord, ...]
    phrases: tuple[str, ...]
    headline: str
    title: str
    tally: tuple[str, ...]
    alive: str
    stages: tuple[str, ...]
    nudge: str | None
    choice: OfferChoiceView | None
    digest_at: str
    is_daily: bool
    time_zone: str
    address: str | None
    stylesheet: str | None

    @property
    def due(self) -> tuple[StepEntry, ...]:
        """What is to be done now, overdue entries first."""
        return self.overdue + self.today

    @property
    def to_come(self) -> tuple[EntryLine, ...]:
        """What is not due yet, nearest first."""
        return self.week + self.waiting


def digest_view(
    day: DayView,
    owner: Owner,
    writer: Writer,
    answer_links: AnswerLinkMaker,
    *,
    letters: LetterAttachments | None = None,
    stylesheet: str | None = None,
) -> DigestView:
    """The view of a day, in the language and with the links of ``answer_links``.

    A mail attaches its letters to ``letters``.

    A record that cannot be put into words is shown by its id; the others are not affected.
    """
    today, language = day.agenda.on, answer_links.language

    def make_entry(item: AgendaItem) -> StepEntry:
        step_entry = entry(item, owner, today, writer, answer_links)
        return letters.beside_entry(step_entry) if letters else step_entry

    def make_line(item: AgendaItem) -> EntryLine:
        return line(item, owner, today, language)

    overdue, unreadable_overdue = each_in_words(day.agenda.section(Section.OVERDUE), make_entry)
    due_today, unreadable_today = each_in_words(day.agenda.section(Section.TODAY), make_entry)
    week, unreadable_week = each_in_words(day.agenda.section(Section.WEEK), make_line)
    waiting, unreadable_waiting = each_in_words(day.agenda.section(Section.WAITING), make_line)
    unreadable = day.unreadable + unreadable_overdue + unreadable_today + unreadable_week + unreadable_waiting
    live = search(day.agenda.items, owner.processes_at_least)
    choice = offer_choice_view(owner, live, today, writer, answer_links)
    if choice and letters:
        choice = letters.beside_choice(choice)
    offers = choice.offers if choice else ()
    phrases = _phrases(overdue + due_today, len(unreadable), offers, language)
    return DigestView(
        language=language.code,
        on=today,
        day=language.say_day_alone(today),
        overdue=overdue,
        today=due_today,
        week=week,
        waiting=waiting,
        unreadable=unreadable,
        phrases=phrases,
        headline=headline(phrases, language),
        title=title(len(phrases), language),
        tally=section_counts({section: len(day.agenda.section(section)) for section in Section}, len(offers), language),
        alive=alive(live, language),
        stages=stages(live, language),
        nudge=nudge(live, language),
        choice=choice,
        digest_at=f"{owner.digest_at:%H:%M}",
        is_daily=owner.digest_days == EVERY_DAY,
        time_zone=owner.time_zone,
        address=answer_links.address and answer_links.address.rstrip("/"),
        stylesheet=stylesheet,
    )


def _phrases(
    entries: tuple[StepEntry, ...], unreadable: int, offers: tuple[OfferLine, ...], language: Language
) -> tuple[str, ...]:
    """What to do, as phrases for the subject: first the entries, then the unreadable records, then the offers."""
    records = (language.say("look into a record"),) * unreadable
    return (
        *(step_entry.headline for step_entry in entries),
        *records,
        *(offer_phrase(offer.company, language) for offer in offers),
    )
