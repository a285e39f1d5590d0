"""Draws drafts and digests by chance from all that the gallery spans. The way in is ``Sampler``.

A draft comes from a situation of the gallery, or from a composed record that was played to some step. Every kind that
has words gets its turn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.gallery.cast import an_offer_elsewhere
from infra.gallery.chance import a_turn
from infra.gallery.composition import DAYS, FIRST_DAY, Composer
from infra.gallery.exhibit import Curator, PlannedDraft, channels_of, planned_drafts
from infra.gallery.paths import PATHS, Path
from infra.gallery.play import Play
from infra.gallery.readable import is_readable
from infra.gallery.sequences import ASKED_FOR, Course
from infra.gallery.situation import Situation, at
from infra.gallery.situations import ALL
from infra.gallery.variants import owner_in, record_in

MOST_TURNS = 12  # of one record
MOST_RECORDS = 150  # that are tried for a draft of one kind
LONG_AGO = (0, 0, 20, 45)  # days that may pass before the owner asks for a draft that no plan proposes
LAST_OF_GALLERY = 100  # the numbers of the situations' records are lower

Wanted = tuple[StepKind, DraftChannel | None]


class Drawn(NamedTuple):
    """A draft, the record that it is for, and its owner."""

    draft: Draft
    record: Interview
    owner: Owner

    @property
    def country(self) -> str:
        """Where the employer is (ISO 3166), without its region."""
        return (self.record.employer_country or self.owner.country)[:2]

    @property
    def words(self) -> str:
        """The draft as it is read, the subject included."""
        return f"{self.draft.subject or ''}\n{self.draft.text}"


class Sampler:
    """Draws in one language, by one seed."""

    def __init__(self, curator: Curator, language: str, seed: int) -> None:
        self.dice = Random(f"{seed} {language}")  # noqa: S311 - a draw guards nothing
        self.composer = Composer(self.dice, language)
        self._curator = curator
        self._language = language
        self._paths: list[Path] = []
        self._played, self._used = LAST_OF_GALLERY, set[str]()
        self._met: dict[Wanted, list[tuple[PlannedDraft, Owner]]] = defaultdict(list)
        self._situations = tuple(one for one in ALL if is_readable(one, language))

    def drafts(self, number: int) -> list[Drawn]:
        """So many drafts, no two of the same words; fewer if there is nothing more to find."""
        found: dict[str, Drawn] = {}
        for _, wanted in zip(range(number * 5), self._wanted(), strict=False):
            if drawn := self._draft(wanted):
                found.setdefault(drawn.words, drawn)
            if len(found) == number:
                break
        return list(found.values())

    def mornings(self, number: int) -> list[Situation]:
        """So many mornings on which a digest is sent: of the gallery and of composed records in turn."""
        shown: dict[str, Situation] = {}
        for turn in count():
            situation = self.dice.choice(self._situations) if turn % 2 else self._composed_morning()
            if self._curator.morning(situation, self._language).is_sent:
                tone = self.dice.choice(tuple(Tone))
                shown.setdefault(situation.name, situation.of_an_owner_with(tone))
            if len(shown) == number:
                break
        return list(shown.values())

    def course(self) -> Course:
        """A course of a process, for the sequences to its recipients; no two of one path."""
        self._paths = self._paths or self.dice.sample(PATHS, len(PATHS))
        owner, place = self.composer.owner_and_place()
        return Course(
            owner=owner,
            place=place,
            path=self._paths.pop(),
            asked=self.dice.choice(ASKED_FOR) if self.dice.random() < 0.3 else None,  # noqa: PLR2004 - a share
            facts=self.composer.job(),
            people={"dana": self.composer.person()},
        )

    def _wanted(self) -> Iterator[Wanted]:
        """Every kind and channel that has words, again and again, in ever new order."""
        every = [
            (kind, channel)
            for kind, facts in STEP_KINDS.items()
            for channel in channels_of(kind)
            if facts.script_rules or facts.letter_rules
        ]
        while True:
            yield from self.dice.sample(every, len(every))

    def _draft(self, wanted: Wanted) -> Drawn | None:
        if self.dice.random() < 0.3:  # noqa: PLR2004 - a share
            return self._of_situation(wanted) or self._composed(wanted)
        return self._composed(wanted)

    def _of_situation(self, wanted: Wanted) -> Drawn | None:
        for situation in self.dice.sample(self._situations, 10):
            owner = replace(owner_in(self._language, situation.owner), tone=self.dice.choice(tuple(Tone)))
            records = [record_in(self._language, record) for record in situation.records]
            for planned in planned_drafts(records, owner, situation.now):
                if (planned.kind, planned.channel) == wanted and (drawn := self._written(planned, owner)):
                    return drawn
        return None

    def _composed(self, wanted: Wanted) -> Drawn | None:
        """A draft of a composed record, the only one of it; None if it did not fit in many records."""
        for _ in range(MOST_RECORDS):
            while self._met[wanted]:
                planned, owner = self._met[wanted].pop()
                is_used = planned.record.process_id in self._used
                if not is_used and (drawn := self._written(planned, owner)):
                    self._used.add(planned.record.process_id)
                    return drawn
            self._meet(wanted)
        return None

    def _meet(self, wanted: Wanted) -> None:
        """Play one more record, and note what may be written at some of its steps: what is next, and what is wanted."""
        owner = self.composer.owner()
        self._played += 1
        play = Play(self.composer.record(owner, self._played), owner)
        for _ in range(MOST_TURNS):
            planned = play.reach()
            if planned.step is None:
                return
            if self.dice.random() < 0.5:  # noqa: PLR2004 - a share
                for channel in channels_of(planned.step.kind):
                    one = PlannedDraft(planned.step.kind, play.record, planned, play.today, channel)
                    self._met[one.kind, channel].append((one, owner))
            if not STEP_KINDS[wanted[0]].is_ever_next:
                on = play.today + timedelta(days=self.dice.choice(LONG_AGO))
                one = PlannedDraft(wanted[0], play.record, play.plan_on(on), on, wanted[1], (an_offer_elsewhere(on),))
                self._met[wanted].append((one, owner))
            play.take(a_turn(play, planned, planned.step, self.dice))

    def _written(self, planned: PlannedDraft, owner: Owner) -> Drawn | None:
        """The draft; None if there is none, or nobody to send it to or to call."""
        with suppress(NoSuchDraft):
            draft = self._curator.draft(planned, owner)
            is_to_somebody = draft.to is not None or STEP_KINDS[planned.kind].is_at_the_interview
            return Drawn(draft, planned.record, owner) if is_to_somebody else None
        return None

    def _composed_morning(self) -> Situation:
        """The morning of some working day, with one to four records of various ages."""
        day = FIRST_DAY + timedelta(days=self.dice.randrange(DAYS))
        owner = self.composer.owner()
        records = tuple(self._played_until(day, owner, number) for number in range(self.dice.randint(1, 4)))
        companies = ", ".join(record.company for record in records)
        return at(day, f"{companies} on {day:%A} {day.day} {day:%B %Y}", owner, records)

    def _played_until(self, day: date, owner: Owner, number: int) -> Interview:
        interview_on = day - timedelta(days=self.dice.randrange(-3, 25))
        play = Play(self.composer.record(owner, number, interview_on), owner)
        for _ in range(MOST_TURNS):
            before, planned = play.record, play.plan()
            if planned.step is None or play.doable_on(planned) >= day:
                break
            play.take(a_turn(play, play.reach(), planned.step, self.dice))
            if play.today >= day:
                return before
        return play.record
