"""The digest as its templates see it: words, all of them said, in the sections in which they are shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.digest.subject_line import fits, headline, tally, title
from chalicelib.drafts.search_text import alive, nudge, stages
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.owner import EVERY_DAY, Owner
from chalicelib.playbook.search import search
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.offer_choice import OfferChoiceView, offer_choice_view
from chalicelib.view_models.step_entry import EntryLine, StepEntry, entry, line
from chalicelib.view_models.unreadable_records import each_in_words

if TYPE_CHECKING:
    from chalicelib.digest.letter_attachments import LetterAttachments
    from chalicelib.drafts.writer import Writer


class DigestView(Struct, frozen=True, kw_only=True):
    """``unreadable`` are the records that could not be read, planned or put into words.

    ``phrases`` say what to do, ``headline`` as a subject (empty if there is nothing), ``title`` how much that is and
    ``tally`` of which kind. ``alive`` says how many processes are, ``stages`` where they stand, and ``nudge`` to go on
    searching where they are few (M1); ``choice`` is what an offer makes (M2). ``address`` is where the
    API is, None where nobody said. A page names its ``stylesheet``; a mail has None, and its style within.
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
        """What is to be done now, the overdue first."""
        return self.overdue + self.today

    @property
    def to_come(self) -> tuple[EntryLine, ...]:
        """What is not due yet, the nearest first."""
        return self.week + self.waiting


def digest_view(
    day: DayView,
    owner: Owner,
    writer: Writer,
    clicks: AnswerLinkMaker,
    *,
    letters: LetterAttachments | None = None,
    stylesheet: str | None = None,
) -> DigestView:
    """The view of a day, in the language and with the links of ``clicks``; a mail has its ``letters`` beside it.

    A record that cannot be put into words shows by its id, and the others as they are.
    """
    today, spoken = day.agenda.on, clicks.spoken

    def make_entry(item: AgendaItem) -> StepEntry:
        made = entry(item, owner, today, writer, clicks)
        return letters.beside_entry(made) if letters else made

    def make_line(item: AgendaItem) -> EntryLine:
        return line(item, owner, today, spoken)

    overdue, unreadable_overdue = each_in_words(day.agenda.section(Section.OVERDUE), make_entry)
    due_today, unreadable_today = each_in_words(day.agenda.section(Section.TODAY), make_entry)
    week, unreadable_week = each_in_words(day.agenda.section(Section.WEEK), make_line)
    waiting, unreadable_waiting = each_in_words(day.agenda.section(Section.WAITING), make_line)
    unreadable = day.unreadable + unreadable_overdue + unreadable_today + unreadable_week + unreadable_waiting
    phrases = tuple(entry.headline for entry in overdue + due_today)
    phrases += (spoken.say("look into a record"),) * len(unreadable)
    live = search(day.agenda.items, owner.processes_at_least)
    there_is = offer_choice_view(owner, live, today, writer, clicks)
    if there_is and letters:
        there_is = letters.beside_choice(there_is)
    offers = there_is.offers if there_is else ()
    phrases += tuple(fits(offer.company, spoken) for offer in offers)
    return DigestView(
        language=spoken.code,
        on=today,
        day=spoken.say_day_alone(today),
        overdue=overdue,
        today=due_today,
        week=week,
        waiting=waiting,
        unreadable=unreadable,
        phrases=phrases,
        headline=headline(phrases, spoken),
        title=title(len(phrases), spoken),
        tally=tally({section: len(day.agenda.section(section)) for section in Section}, len(offers), spoken),
        alive=alive(live, spoken),
        stages=stages(live, spoken),
        nudge=nudge(live, spoken),
        choice=there_is,
        digest_at=f"{owner.digest_at:%H:%M}",
        is_daily=owner.digest_days == EVERY_DAY,
        time_zone=owner.time_zone,
        address=clicks.address and clicks.address.rstrip("/"),
        stylesheet=stylesheet,
    )
