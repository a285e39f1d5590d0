"""The digest as its templates see it: finished texts, in the order of its plan (D). The way in is ``digest_view``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.digest.subject_line import headline, title
from chalicelib.drafts.city_names import city_of
from chalicelib.drafts.own_name import name_missing
from chalicelib.drafts.search_text import alive, nudge, stages
from chalicelib.errors import UnreadableRecord
from chalicelib.links.settle_links import SETTLING, SettlePurpose
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry, MailPlan
from chalicelib.playbook.owner import EVERY_DAY, Owner
from chalicelib.playbook.search import search
from chalicelib.playbook.step import StepKind, translatable
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.view_models.day_view import DayView
from chalicelib.view_models.due_text import done_on
from chalicelib.view_models.mail_line import LineToCome, MailLine, line_to_come, mail_line, of_several_records
from chalicelib.view_models.mail_phrases import in_the_subject
from chalicelib.view_models.mail_reach import cut
from chalicelib.view_models.unreadable_records import convert_each, each_in_words
from chalicelib.view_models.whole_entry import WholeEntry, whole_entry

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer
    from chalicelib.records.proposals import StoredProposal

_IN_BRIEF = translatable("In brief")
_PURPOSES = {MailGroup.PICK_UP: SettlePurpose.PICK_UP, MailGroup.TO_CLOSE: SettlePurpose.CLOSE}
MOST_TO_COME = 5
MOST_NAMED = 5  # of the records that cannot be read


class ViewEntry(Struct, frozen=True, kw_only=True):
    """An entry in words: as a line, and ``whole`` where its plan says so. ``phrase`` is its part of the subject,
    ``heading`` stands over it where it is a line; ``purpose`` is for what it is settled together with others (D9, D10,
    M2)."""

    phrase: str
    line: MailLine
    whole: WholeEntry | None = None
    purpose: SettlePurpose | None = None
    heading: str


class Block(Struct, frozen=True, kw_only=True):
    """What stands together: one whole entry, or the lines that follow one another.

    ``together`` settles all of its purpose, and stands under the last of them; None for a single one.
    """

    heading: str
    whole: WholeEntry | None = None
    lines: tuple[MailLine, ...] = ()
    together: AnswerLink | None = None


class DigestView(Struct, frozen=True, kw_only=True):
    """What the templates of the digest can show.

    - ``name_missing``: what to put into the settings before anything is sent; None if it is there
    - ``seen``: the link that says that the mail arrived, until one was seen to; ``sender``: the address it comes from
    - ``entries``: what to do, in the order of the mail; ``folded``: how many more there are, that did not fit (D3)
    - ``together``: the links that settle several entries of a purpose at once
    - ``to_come``: the first steps that are not due yet
    - ``unreadable``: the names of the first records that could not be read, planned or put into words; ``unnamed``: how
      many more of those there are
    - ``headline``: the subject, empty if there is nothing to do; ``title``: how much there is to do
    - ``alive``: how many processes are alive; ``stages``: where they stand; ``nudge``: to go on searching, if they are
      few (M1)
    - ``city``: the one whose time ``digest_at`` is
    - ``pauses``: the links that pause the digest for a while
    - ``address``: that of the API, None if it is unknown
    - ``stylesheet``: that of a page; None in a mail, which has its style inside
    """

    language: str
    on: date
    day: str
    name_missing: str | None
    seen: str | None
    sender: str | None
    entries: tuple[ViewEntry, ...]
    together: Mapping[SettlePurpose, AnswerLink]
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
    city: str
    pauses: tuple[AnswerLink, ...]
    address: str | None
    stylesheet: str | None
    folded: int = 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The entries, the lines that follow one another together."""
        return tuple(_blocks(self.entries, self.together))

    @property
    def wholes(self) -> tuple[WholeEntry, ...]:
        """The whole entries."""
        return tuple(entry.whole for entry in self.entries if entry.whole)

    @property
    def has_drafts(self) -> bool:
        """Whether a letter stands in it, of which is said that nothing has been sent."""
        return any(whole.letters for whole in self.wholes)


def digest_view(
    day: DayView,
    owner: Owner,
    writer: Writer,
    answer_links: AnswerLinkMaker,
    *,
    stylesheet: str | None = None,
    sender: str | None = None,
) -> DigestView:
    """The view of a day, in the language and with the links of ``answer_links``; a mail has a ``sender``.

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
        name_missing=name_missing(owner, language),
        seen=answer_links.seen(),
        sender=sender,
        entries=entries,
        together=_together(day.plan, answer_links),
        to_come=to_come,
        unreadable=named,
        unnamed=len(unreadable) - len(named),
        headline=headline(phrases, language),
        title=title(len(phrases), language),
        alive=alive(live, language),
        stages=stages(live, language),
        nudge=None if day.plan.has_accepted else nudge(live, language),
        digest_at=f"{owner.digest_at:%H:%M}",
        is_daily=owner.digest_days == EVERY_DAY,
        city=city_of(owner.time_zone, language),
        pauses=answer_links.pauses(owner),
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

    several = of_several_records(day.plan.entries)
    waiting = tuple(_waiting(proposal, owner, answer_links) for proposal in day.proposals)
    place = sum(entry.group <= MailGroup.ASKED for entry in day.plan.entries)

    def in_words(entry: MailEntry) -> ViewEntry:
        is_one_of_several = entry.item.interview.company in several
        return ViewEntry(
            phrase=in_the_subject(entry, owner, today, language),
            line=mail_line(entry, owner, today, answer_links, is_one_of_several=is_one_of_several),
            whole=whole(entry) if entry.is_whole else None,
            purpose=(purpose := _purpose_of(entry)),
            heading=language.say(SETTLING[purpose].heading if purpose else _IN_BRIEF),
        )

    def converted(entries: tuple[MailEntry, ...]) -> tuple[tuple[ViewEntry, ...], tuple[UnreadableRecord, ...]]:
        return convert_each(entries, in_words, lambda entry: entry.item.interview.id)

    before, without_words = converted(day.plan.entries[:place])
    after, also_without = converted(day.plan.entries[place:])
    return (*before, *waiting, *after), (*without_words, *also_without)


def _waiting(proposal: StoredProposal, owner: Owner, answer_links: AnswerLinkMaker) -> ViewEntry:
    """What was brought in and waits to be recorded, after all that an agreed day asks for (D1)."""
    from chalicelib.view_models.proposal_line import HEADING, proposal_line, proposal_phrase  # few digests have any

    language = answer_links.language
    return ViewEntry(
        phrase=proposal_phrase(proposal, language),
        line=proposal_line(proposal, owner.zone, answer_links),
        heading=language.say(HEADING),
    )


def _to_come(
    day: DayView, answer_links: AnswerLinkMaker
) -> tuple[tuple[LineToCome, ...], tuple[UnreadableRecord, ...]]:
    """The first steps that are not due yet, and the records of which nothing can be said. An offer has its place."""
    ahead = day.agenda.section(Section.WEEK) + day.agenda.section(Section.WAITING)
    offered = {offer.interview_id for offer in day.plan.offers}
    by_day = sorted(ahead, key=lambda item: done_on(item.step, item.interview))
    first_ahead = [item for item in by_day if item.interview.id not in offered][:MOST_TO_COME]
    return each_in_words(first_ahead, lambda item: line_to_come(item, answer_links))


def _purpose_of(entry: MailEntry) -> SettlePurpose | None:
    """For what an entry can be settled together with others."""
    if entry.kind is StepKind.WITHDRAWAL:
        return SettlePurpose.WITHDRAW
    return _PURPOSES.get(entry.group)


def _together(plan: MailPlan, answer_links: AnswerLinkMaker) -> dict[SettlePurpose, AnswerLink]:
    """The links that settle the entries of a purpose at once, where there are several."""
    found: dict[SettlePurpose, list[Interview]] = {}
    for entry in plan.entries:
        if purpose := _purpose_of(entry):
            found.setdefault(purpose, []).append(entry.item.interview)
    links = ((purpose, answer_links.settle(purpose, several)) for purpose, several in found.items() if several[1:])
    return {purpose: link for purpose, link in links if link}


def _names(unreadable: tuple[UnreadableRecord, ...]) -> tuple[str, ...]:
    """The companies, and the positions if they are known, of the first records that have any (D8)."""
    named = (", ".join(filter(None, (cut(record.company), cut(record.position)))) for record in unreadable)
    return tuple(name for name in named if name)[:MOST_NAMED]


def _blocks(entries: tuple[ViewEntry, ...], together: Mapping[SettlePurpose, AnswerLink]) -> Iterator[Block]:
    for purpose, of_one in groupby(entries, key=lambda entry: entry.purpose):
        blocks = tuple(_blocks_of_one(of_one))
        yield from blocks[:-1]
        yield replace(blocks[-1], together=together.get(purpose) if purpose else None)


def _blocks_of_one(entries: Iterable[ViewEntry]) -> Iterator[Block]:
    for (is_whole, heading), group in groupby(entries, key=lambda entry: (entry.whole is not None, entry.heading)):
        if is_whole:
            yield from (Block(heading=heading, whole=entry.whole) for entry in group)
        else:
            yield Block(heading=heading, lines=tuple(entry.line for entry in group))
