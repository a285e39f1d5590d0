"""Sequences: all drafts of one process to one recipient, in the order in which they get them.

Each path of ``paths.py`` is played through the real planner: the draft is taken on the day that it is due, by the
channel that the planner chooses, then what the path says happens. Drafts that no plan proposes are taken where they
fit, once in a sequence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.drafts.draft import Draft
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.gallery.cast import a_record, an_offer_elsewhere
from infra.gallery.email_addresses import email_of
from infra.gallery.exhibit import PlannedDraft
from infra.gallery.paths import PATHS, Path
from infra.gallery.places import Place
from infra.gallery.play import DUE, Play
from infra.gallery.variants import record_in

MOST_STEPS = 40  # no process comes near it
PATHS_OF_A_KIND = 3  # on which a draft that no plan proposes is taken
LONG_AGO = timedelta(days=40)  # after which the owner asks again, if nothing fits before

Write = Callable[[PlannedDraft, Owner], Draft]  # raises NoSuchDraft
ASKED_FOR = tuple(kind for kind, facts in STEP_KINDS.items() if not facts.is_ever_next)


class Taken(NamedTuple):
    """A draft of a sequence, with its day (owner's zone) and the record as it was then."""

    kind: StepKind
    on: date
    draft: Draft
    record: Interview


class Sequence(Struct, frozen=True, kw_only=True):
    """What one recipient gets on one path."""

    name: str
    owner: Owner
    taken: tuple[Taken, ...]


class Course(Struct, frozen=True, kw_only=True):
    """A path for an owner and an employer in a place.

    ``asked`` is a kind that no plan proposes and that is written besides; ``facts`` replace those of the path's record,
    and ``people`` are what is different about its contacts, by their id.
    """

    owner: Owner
    place: Place
    path: Path
    asked: StepKind | None = None
    facts: Mapping[str, Any] = MappingProxyType({})
    people: Mapping[str, Mapping[str, Any]] = MappingProxyType({})

    @property
    def name(self) -> str:
        """What happens."""
        return f"{self.path.name}, and {self.asked}" if self.asked else self.path.name

    def record(self) -> Interview:
        """The record at the beginning, in the owner's language."""
        contacts = tuple(self._contact(contact) for contact in self.path.contacts)
        facts = {"employer_country": self.place.country, **self.path.facts, **self.facts, "contacts": contacts}
        return record_in(self.owner.language, a_record(**facts))

    def _contact(self, contact: Contact) -> Contact:
        """A contact of the path; one of a draw has an address that fits."""
        drawn = replace(self.place.has(contact), **self.people.get(contact.id, {}))
        company = self.facts.get("company")
        return replace(drawn, email=email_of(drawn, company)) if company and drawn.email else drawn


def sequences(write: Write, owner: Owner, place: Place) -> Iterator[Sequence]:
    """Every sequence of more than one draft, for an employer in a place."""
    for path in PATHS:
        yield from sequences_of(write, Course(owner=owner, place=place, path=path))
    for kind in ASKED_FOR:
        yield from _with_asked(write, owner, place, kind)


def sequences_of(write: Write, course: Course) -> list[Sequence]:
    """The sequences of one course, one for each recipient of more than one draft."""
    return _written(write, course, list(_planned(write, course)))


def _written(write: Write, course: Course, planned: list[PlannedDraft]) -> list[Sequence]:
    taken = [found for one in planned if (found := _taken(write, one, course.owner))]
    return list(_by_recipient(course, taken))


def _with_asked(write: Write, owner: Owner, place: Place, kind: StepKind) -> Iterator[Sequence]:
    """The sequences of the first paths on which such a draft fits."""
    fitting = 0
    for path in PATHS:
        course = Course(owner=owner, place=place, path=path, asked=kind)
        planned = list(_planned(write, course))
        if any(one.kind is kind for one in planned):
            fitting += 1
            yield from _written(write, course, planned)
        if fitting == PATHS_OF_A_KIND:
            return


def _planned(write: Write, course: Course) -> Iterator[PlannedDraft]:
    """What is written on a course. What is asked for besides comes first where it fits, but not before anything."""
    play, turns, asked = Play(course.record(), course.owner), iter(course.path.turns), course.asked
    for number in range(MOST_STEPS):
        if asked and (number or play.today < play.record.interview_on) and (extra := _fitting(write, play, asked)):
            yield extra
            play.wait_until(extra.on)
            play.write(STEP_KINDS[asked].recorded_as)
            asked = None
        turn = next(turns, DUE)
        planned = play.plan() if turn.is_from_them else play.reach()
        if planned.step is None:
            return
        if not turn.is_from_them:
            yield PlannedDraft(planned.step.kind, play.record, planned, play.today)
        play.take(turn)


def _fitting(write: Write, play: Play, kind: StepKind) -> PlannedDraft | None:
    """Such a draft as of now, or long after; None if it does not fit."""
    for on in (play.today, play.today + LONG_AGO):
        planned = PlannedDraft(kind, play.record, play.plan_on(on), on, None, (an_offer_elsewhere(on),))
        with suppress(NoSuchDraft):
            write(planned, play.owner)
            return planned
    return None


def _taken(write: Write, planned: PlannedDraft, owner: Owner) -> Taken | None:
    """The draft; None for a step without words, and for words that are said at the interview itself."""
    with suppress(NoSuchDraft):
        draft = write(planned, owner)
        return Taken(planned.kind, planned.on, draft, planned.record) if draft.to else None
    return None


def _by_recipient(course: Course, taken: list[Taken]) -> Iterator[Sequence]:
    for recipient in dict.fromkeys(one.draft.to.id for one in taken if one.draft.to):
        own = tuple(one for one in taken if one.draft.to and one.draft.to.id == recipient)
        if len(own) > 1:
            yield Sequence(name=course.name, owner=course.owner, taken=own)
