"""Composes owners and records by chance: people, position, place, format, round, referral, promise, test task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from chalicelib import work_calendars
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel, Format
from chalicelib.playbook.owner import Owner, Tone
from infra.gallery import pools
from infra.gallery.cast import a_record, an_owner
from infra.gallery.places import PLACES, Place
from infra.gallery.pools import Person
from infra.gallery.variants import owner_in, record_in

T = TypeVar("T")

FIRST_DAY, DAYS = date(2026, 2, 2), 270  # the interviews of a draw are in these days

_Line = tuple[Role, bool, bool]  # whether they have a number, and an address
_LINES: tuple[tuple[int, tuple[_Line, ...]], ...] = (
    (8, ((Role.RECRUITER, True, True),)),
    (3, ((Role.RECRUITER, False, True),)),
    (2, ((Role.RECRUITER, True, False),)),
    (1, ((Role.RECRUITER, False, True), (Role.OFFICE, True, False))),
    (1, ((Role.OFFICE, True, True),)),
    (2, ((Role.SUPERVISOR, True, True),)),
    (2, ((Role.RECRUITER, True, True), (Role.SUPERVISOR, False, True))),
    (2, ((Role.RECRUITER, True, True), (Role.SUPERVISOR, True, True), (Role.INTERVIEWER, False, True))),
)


class Composer:
    """Makes the owner and the records of one draft, or of one digest, with the texts of a language."""

    def __init__(self, dice: Random, language: str) -> None:
        self.dice = dice
        self.language = language

    def owner(self) -> Owner:
        """An owner in some place, in either tone; now and then without a number."""
        return self.owner_and_place()[0]

    def owner_and_place(self) -> tuple[Owner, Place]:
        """An owner, and the place in which they live."""
        place = self._pick(PLACES[self.language])
        facts = place.of_an_owner | ({"phone": None} if self._chance(0.08) else {})
        owner = an_owner(name=self._pick(pools.OWNERS), tone=self._pick(tuple(Tone)), **facts)
        return owner_in(self.language, owner), place

    def job(self) -> dict[str, Any]:
        """A company, and a position as it is recorded there."""
        job = self._pick(pools.POSITIONS)
        return {"company": self._pick(pools.COMPANIES), "position": job.position, "position_short": job.short}

    def person(self) -> dict[str, Any]:
        """A name, and what goes with it."""
        return self._pick(pools.PEOPLE)._asdict()

    def record(self, owner: Owner, number: int = 1, interview_on: date | None = None) -> Interview:
        """A record of this owner to which nothing has happened; its interview is past or some days ahead."""
        place = self._place_of_employer(owner)
        held_on = self._working_day(place, interview_on or FIRST_DAY + timedelta(days=self.dice.randrange(DAYS)))
        is_ahead = self._chance(0.2)
        facts: dict[str, Any] = {
            "interview_on": held_on,
            "dated_on": held_on - timedelta(days=7) if is_ahead else held_on,
            "employer_country": None if place.country == owner.country else place.country,
            "contacts": tuple(self._contacts(place)),
            **self.job(),
            **self._circumstances(),
            **self._way(),
            **self._promise(held_on),
            **self._round(),
        }
        return record_in(self.language, a_record(number, **facts))

    def _place_of_employer(self, owner: Owner) -> Place:
        """Mostly where the owner is."""
        own = next(place for place in PLACES[self.language] if place.country == owner.country)
        return self._pick(PLACES[self.language]) if self._chance(0.15) else own

    def _circumstances(self) -> dict[str, Any]:
        return {
            "notes": self._pick(pools.NOTES) if self._chance(0.4) else None,
            "referred_by": self._pick(pools.REFERRERS) if self._chance(0.2) else None,
            "test_task": self._chance(0.25),
            "may_call": self._pick((None, None, None, True, True, False)),
        }

    def _way(self) -> dict[str, Any]:
        """How the interview is held."""
        form = self._pick(pools.FORMATS)
        return {
            "format": form,
            "place": pools.ADDRESS if form is Format.IN_PERSON else None,
            "meeting_url": "https://meet.example.org/interview" if form is Format.VIDEO else None,
        }

    def _promise(self, held_on: date) -> dict[str, Any]:
        by = held_on + timedelta(days=self._pick((4, 7, 11))) if self._chance(0.4) else None
        return {"answer_expected_on": by, "answer_channel": self._pick((None, None, *Channel))}

    def _round(self) -> dict[str, int]:
        number = self._pick((1, 1, 1, 2, 2, 3))
        return {"round": number, "attempts_elsewhere": self._pick((0, 0, 1)) if number > 1 else 0}

    def _contacts(self, place: Place) -> Iterator[Contact]:
        lines = self.dice.choices([lines for _, lines in _LINES], [weight for weight, _ in _LINES])[0]
        were_there = self._chance(0.7)
        people = [self._pick(pools.PEOPLE), *self.dice.sample(pools.COLLEAGUES, len(lines) - 1)]
        for number, ((role, has_phone, has_email), person) in enumerate(zip(lines, people, strict=True)):
            is_office = role is Role.OFFICE
            yield Contact(
                id=f"contact-{number}",
                role=role,
                phone=place.phone_of(role) if has_phone else None,
                email=pools.EMAILS[role] if has_email else None,
                met=were_there and not is_office,
                notes=self._pick(pools.REMARKS) if were_there and not is_office and self._chance(0.5) else None,
                **(Person(None) if is_office else person)._asdict(),
            )

    def _working_day(self, place: Place, day: date) -> date:
        return work_calendars.working_days(place.country).roll(day)

    def _pick(self, among: Sequence[T]) -> T:
        return self.dice.choice(among)

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share
