"""The digest as its templates see it: finished texts, in the order of its plan (D). The way in is ``digest_view``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.digest.subject_line import headline, title
from chalicelib.drafts.search_text import alive, nudge, stages
from chalicelib.errors import UnreadableRecord
from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry, MailPlan
from chalicelib.playbook.owner import EVERY_DAY, Owner
from chalicelib.playbook.search import search
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.mail_line import LineToCome, MailLine, line_to_come, mail_line
from chalicelib.view_models.mail_phrases import in_the_subject
from chalicelib.view_models.mail_reach import cut
from chalicelib.view_models.unreadable_records import convert_each, each_in_words
from chalicelib.view_models.whole_entry import WholeEntry, whole_entry

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer

MOST_TO_COME = 5
MOST_NAMED = 5  # of the records that cannot be read


class ViewEntry(Struct, frozen=True, kw_only=True):
    """An entry in words: as a line, and ``whole`` where its plan says so. ``phrase`` is its part of the subject."""

    phrase: str
    line: MailLine
    whole: WholeEntry | None = None
    is_to_close: bool = False


class Block(Struct, frozen=True, kw_only=True):
    """What stands together: one whole entry, or the lines that follow one another."""

    whole: WholeEntry | None = None
    lines: tuple[MailLine, ...] = ()
    is_to_close: bool = False


class DigestView(Struct, frozen=True, kw_only=True):
    """What the templates of the digest can show.

    - ``entries``: what to do, in the order of the mail; ``folded``: how many more there are, that did not fit (D3)
    - ``close_all``: the link that settles what is to be closed together; None for a single one (D10)
    - ``to_come``: the first steps that are not due yet
    - ``unreadable``: the names of the first records that could not be read, planned or put into words; ``unnamed``: how
      many more of those there are
    - ``headline``: the subject, empty if there is nothing to do; ``title``: how much there is to do
    - ``alive``: how many processes are alive; ``stages``: where they stand; ``nudge``: to go on searching, if they are
      few (M1)
    - ``address``: that of the API, None if it is unknown
    - ``stylesheet``: that of a page; None in a mail, which has its style inside
    """

    language: str
    on: date
    day: str
    entries: tuple[ViewEntry, ...]
    close_all: AnswerLink | None
    to_come: tuple[LineToCome, ...]
    unreadable: tuple[str, ...]
    unnamed: int
    headline: str
    title: str
    alive: str
    stages: tuple[str, ...]
    nudge: str | None
    digest_at: str
    is_daily: bool
    time_zone: str
    address: str | None
    stylesheet: str | None
    folded: int = 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The entries, the lines that follow one another together."""
        return tuple(_blocks(self.entries))

    @property
    def wholes(self) -> tuple[WholeEntry, ...]:
        """The whole entries."""
        return tuple(entry.whole for entry in self.entries if entry.whole)

    @property
    def has_drafts(self) -> bool:
        """Whether a letter stands in it, of which is said that nothing has been sent."""
        return any(whole.letters for whole in self.wholes)


def digest_view(
    day: DayView, owner: Owner, writer: Writer, answer_links: AnswerLinkMaker, *, stylesheet: str | None = None
) -> DigestView:
    """The view of a day, in the language and with the links of ``answer_links``.

    A record that cannot be put into words does not affect the others.
    """
    today, language = day.agenda.on, answer_links.language
    entries, without_words = _entries(day, owner, writer, answer_links)
    to_come, without_line = _to_come(day, answer_links)
    unreadable = day.unreadable + without_words + without_line
    live = search(day.agenda.items, owner.processes_at_least)
    phrases = (*(entry.phrase for entry in entries), *(language.say("look into a record"),) * len(unreadable))
    named = _names(unreadable)
    return DigestView(
        language=language.code,
        on=today,
        day=language.say_day_alone(today),
        entries=entries,
        close_all=_close_all(day.plan, answer_links),
        to_come=to_come,
        unreadable=named,
        unnamed=len(unreadable) - len(named),
        headline=headline(phrases, language),
        title=title(len(phrases), language),
        alive=alive(live, language),
        stages=stages(live, language),
        nudge=nudge(live, language),
        digest_at=f"{owner.digest_at:%H:%M}",
        is_daily=owner.digest_days == EVERY_DAY,
        time_zone=owner.time_zone,
        address=answer_links.address and answer_links.address.rstrip("/"),
        stylesheet=stylesheet,
    )


def _entries(
    day: DayView, owner: Owner, writer: Writer, answer_links: AnswerLinkMaker
) -> tuple[tuple[ViewEntry, ...], tuple[UnreadableRecord, ...]]:
    """The entries in words, and the records that cannot be put into any."""
    today, language = day.agenda.on, answer_links.language

    def whole(entry: MailEntry) -> WholeEntry:
        return whole_entry(entry, owner, today, writer, answer_links, offers=day.plan.offers)

    def in_words(entry: MailEntry) -> ViewEntry:
        return ViewEntry(
            phrase=in_the_subject(entry, today, language),
            line=mail_line(entry, owner, today, answer_links),
            whole=whole(entry) if entry.is_whole else None,
            is_to_close=entry.group is MailGroup.TO_CLOSE,
        )

    return convert_each(day.plan.entries, in_words, lambda entry: entry.item.interview.id)


def _to_come(
    day: DayView, answer_links: AnswerLinkMaker
) -> tuple[tuple[LineToCome, ...], tuple[UnreadableRecord, ...]]:
    """The first steps that are not due yet, and the records of which nothing can be said. An offer has its place."""
    ahead = day.agenda.section(Section.WEEK) + day.agenda.section(Section.WAITING)
    offered = {offer.interview_id for offer in day.plan.offers}
    first_ahead = [item for item in ahead if item.interview.id not in offered][:MOST_TO_COME]
    return each_in_words(first_ahead, lambda item: line_to_come(item, answer_links))


def _close_all(plan: MailPlan, answer_links: AnswerLinkMaker) -> AnswerLink | None:
    to_close = [entry.item.interview for entry in plan.entries if entry.group is MailGroup.TO_CLOSE]
    return answer_links.settle(SettlePurpose.CLOSE, to_close) if len(to_close) > 1 else None


def _names(unreadable: tuple[UnreadableRecord, ...]) -> tuple[str, ...]:
    """The companies, and the positions if they are known, of the first records that have any (D8)."""
    named = (", ".join(filter(None, (cut(record.company), cut(record.position)))) for record in unreadable)
    return tuple(name for name in named if name)[:MOST_NAMED]


def _blocks(entries: tuple[ViewEntry, ...]) -> Iterator[Block]:
    for (is_whole, is_to_close), group in groupby(entries, key=lambda one: (one.whole is not None, one.is_to_close)):
        if is_whole:
            yield from (Block(whole=entry.whole) for entry in group)
        else:
            yield Block(lines=tuple(entry.line for entry in group), is_to_close=is_to_close)
