"""The plan of the mail (D): which entries it has, in which order, and which of them are whole. See ``mail_plan``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.fitting_drafts import draft_fits
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_day import MailDay
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.offers import Offer, decide_by, offer_choice, offers_among
from chalicelib.playbook.search import search
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS

MOST_WHOLE = 3
# An employer who is told of an offer, or that another one was accepted, gets that letter instead of these (M2, D1).
_GIVE_WAY: Mapping[StepKind, tuple[MailGroup, ...]] = {
    StepKind.OFFER_LETTER: (MailGroup.THANKS, MailGroup.STATUS),
    StepKind.WITHDRAWAL: (MailGroup.ASKED, MailGroup.THANKS, MailGroup.STATUS, MailGroup.CLOSING),
}
# They can be whole on every third working day only (D6).
_BY_TURNS = (MailGroup.THANKS, MailGroup.STATUS, MailGroup.CLOSING)
_EXPLAINED = (MailGroup.STATUS, MailGroup.CLOSING)


class MailEntry(Struct, frozen=True, kw_only=True):
    """One thing to do, in its place.

    - ``kind``: that of the item's step; ``offer_letter`` for an employer who is to be told of an offer, ``withdrawal``
      for one who is to be told that another one was accepted (M2)
    - ``is_whole``: with its words; otherwise it is one line (D2)
    - ``is_first``: no digest has shown it before, so it may have a figure (D7)
    - ``has_cause``: it says why they may be silent (D7)
    """

    group: MailGroup
    kind: StepKind
    item: AgendaItem
    is_whole: bool = False
    is_first: bool = False
    has_cause: bool = False


class MailPlan(Struct, frozen=True, kw_only=True):
    """The entries in the order of the mail (D1), and the offers that stand.

    - ``is_quiet``: nothing in it makes a digest go out
    - ``has_accepted``: an offer was accepted in the last five working days, so nobody is to be urged on (M1)
    """

    entries: tuple[MailEntry, ...]
    offers: tuple[Offer, ...]
    is_quiet: bool
    has_accepted: bool = False

    @property
    def withdrawals(self) -> tuple[Interview, ...]:
        """The records from which a withdrawal is offered (M2)."""
        return tuple(entry.item.interview for entry in self.entries if entry.kind is StepKind.WITHDRAWAL)


def mail_plan(items: Iterable[AgendaItem], day: MailDay, accepted: Iterable[Interview] = ()) -> MailPlan:
    """The plan of the mail of a day; ``items`` are all open records, ``accepted`` those whose offer was accepted in the
    last five working days."""
    items, accepted = tuple(items), tuple(accepted)
    offers = offers_among(items)
    told = tuple(_withdrawals(items, accepted, day) if accepted else _told_of_an_offer(items, offers, day))
    gives_way = {(entry.item.interview.id, group) for entry in told for group in _GIVE_WAY[entry.kind]}
    steps = (entry for item in items if (entry := _entry(item, day)))
    entries = [entry for entry in steps if (entry.item.interview.id, entry.group) not in gives_way]
    if day.is_back(items):
        entries = [_to_pick_up(entry) for entry in entries]
    ordered = sorted((*entries, *told), key=_place)
    pressing = {offer.interview_id for offer in offers if offer.is_pressing(day.today, day.last_digest_at)}
    return MailPlan(
        entries=tuple(_with_wholes(ordered, pressing, day)),
        offers=offers,
        is_quiet=not any(_makes_a_digest_go_out(entry, pressing) for entry in ordered),
        has_accepted=bool(accepted),
    )


def _entry(item: AgendaItem, day: MailDay) -> MailEntry | None:
    """The entry of an item; None if it is not in the mail of the day."""
    kind, group, is_first = item.step.kind, group_of(item), day.is_first_digest_of(item)
    if group is not MailGroup.OFFER and item.step.due_on > day.today:
        return None
    if not _may_be_done_today(kind, item, day):
        return None
    if group is MailGroup.TO_CLOSE and not (is_first or day.is_first_of_week):
        return None
    return MailEntry(group=group, kind=kind, item=item, is_first=is_first)


def group_of(item: AgendaItem) -> MailGroup:
    """The group of an item's step (D1): what they asked for stands among the agreed calls."""
    group = STEP_KINDS[item.step.kind].mail_group
    return MailGroup.ASKED if item.plan.is_asked and group is MailGroup.STATUS else group


def _may_be_done_today(kind: StepKind, item: AgendaItem, day: MailDay) -> bool:
    """Whether the step may be done on any day, or the employer can be reached by this mail (D5)."""
    return STEP_KINDS[kind].may_be_done_on_any_day or day.is_for(item.interview)


def _told_of_an_offer(items: tuple[AgendaItem, ...], offers: tuple[Offer, ...], day: MailDay) -> Iterator[MailEntry]:
    """Those who are still deciding and can be asked for their decision in time (M2)."""
    by_id = {item.interview.id: item for item in items}
    kind = StepKind.OFFER_LETTER
    for process in offer_choice(offers, search(items, 0).processes).undecided:
        item = by_id[process.interview.id]
        is_in_time = decide_by(offers[0], day.today, day.days_of(item.interview)) is not None
        can_be_told = item.plan.selected_contacts.to_write is not None
        if is_in_time and can_be_told and _may_be_done_today(kind, item, day):
            yield MailEntry(group=STEP_KINDS[kind].mail_group, kind=kind, item=item)


def _withdrawals(items: tuple[AgendaItem, ...], accepted: tuple[Interview, ...], day: MailDay) -> Iterator[MailEntry]:
    """Those who are still deciding while an offer was accepted elsewhere (M2, S13)."""
    kind, by_id = StepKind.WITHDRAWAL, {item.interview.id: item for item in items}
    is_first = day.is_new(max(_accepted_at(interview) for interview in accepted))
    theirs = {interview.process_id or interview.id for interview in accepted}
    for process in search(items, 0).processes:
        item = by_id[process.interview.id]
        if process.process_id not in theirs and draft_fits(kind, item.interview, item.plan, day.today):
            yield MailEntry(group=STEP_KINDS[kind].mail_group, kind=kind, item=item, is_first=is_first)


def _accepted_at(interview: Interview) -> datetime:
    """When it was recorded that the offer was accepted."""
    return max(event.recorded_at for event in interview.events if event.kind is EventKind.OFFER_ACCEPTED)


def _to_pick_up(entry: MailEntry) -> MailEntry:
    """The entry after an absence: what is overdue is asked about, whether it is still on (D9)."""
    is_overdue = entry.group > MailGroup.PICK_UP and entry.item.section is Section.OVERDUE
    return replace(entry, group=MailGroup.PICK_UP) if is_overdue else entry


def _place(entry: MailEntry) -> tuple[object, ...]:
    """Where an entry stands among the others (D1)."""
    interview, step = entry.item.interview, entry.item.step
    if entry.group is MailGroup.INTERVIEW:
        return entry.group, interview.interview_on.toordinal(), interview.interview_time or time.max, interview.id
    if entry.group is MailGroup.OFFER:
        return entry.group, entry.kind is not StepKind.ANSWER_OFFER, step.due_on.toordinal(), interview.id
    is_overdue = entry.item.section is Section.OVERDUE
    return entry.group, is_overdue, -step.due_on.toordinal(), step.at or time.max, interview.id


def _with_wholes(entries: Iterable[MailEntry], pressing: set[str], day: MailDay) -> Iterator[MailEntry]:
    """The entries, the first three whose day it is whole (D2)."""
    left = MOST_WHOLE
    for entry in entries:
        is_whole = left > 0 and _is_its_day(entry, pressing, day)
        left -= is_whole
        is_explained = is_whole and entry.group in _EXPLAINED and day.today >= entry.item.plan.base_on
        yield replace(entry, is_whole=is_whole, has_cause=is_explained)


def _is_its_day(entry: MailEntry, pressing: set[str], day: MailDay) -> bool:
    """Whether it is the entry's day to be whole (D6, M2)."""
    if entry.group is MailGroup.OFFER:
        return _is_the_offers_day(entry, pressing)
    if entry.group in _BY_TURNS:
        return entry.is_first or day.is_third_working_day_of(entry.item)
    return entry.group not in (MailGroup.TO_CLOSE, MailGroup.PICK_UP)


def _is_the_offers_day(entry: MailEntry, pressing: set[str]) -> bool:
    """Whether what belongs to an offer is whole: the offer on its days, the letters about it on the same ones (M2), and
    the withdrawals in the first digest after it was accepted."""
    match entry.kind:
        case StepKind.ANSWER_OFFER:
            return entry.item.interview.id in pressing
        case StepKind.WITHDRAWAL:
            return entry.is_first
        case _:
            return bool(pressing)


def _makes_a_digest_go_out(entry: MailEntry, pressing: set[str]) -> bool:
    """Whether the entry is a reason for a digest: an offer only on its days (M2), withdrawals and what is to be closed
    once (D10)."""
    if entry.kind is StepKind.OFFER_LETTER:  # what it takes the place of would have made one go out
        return bool(pressing) or entry.item.section in (Section.OVERDUE, Section.TODAY)
    if entry.group is MailGroup.OFFER:
        return entry.item.interview.id in pressing or (entry.kind is StepKind.WITHDRAWAL and entry.is_first)
    return entry.group is not MailGroup.TO_CLOSE or entry.is_first


def due_in_order(items: Iterable[AgendaItem], plan: MailPlan) -> tuple[tuple[AgendaItem, ...], frozenset[str]]:
    """What is due in the order of the mail, for a page that follows it, and the ids of those that are whole.

    What the mail of the day leaves out comes last, and so do the steps that rest while a withdrawal is offered. Whose
    step gives way to the letter about an offer keeps its place.
    """
    shown = tuple(entry for entry in plan.entries if entry.kind is not StepKind.WITHDRAWAL)
    places = {entry.item.interview.id: place for place, entry in enumerate(shown)}
    whole = frozenset(entry.item.interview.id for entry in shown if entry.is_whole)
    return tuple(sorted(items, key=lambda item: places.get(item.interview.id, len(places)))), whole
