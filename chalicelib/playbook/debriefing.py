"""Which questions are open once an interview is over (W12), and what their answers do to the record.

- ``missing_answers``: what the record does not say yet.
- ``open_questions``: what of it is asked at an instant.
- ``with_debrief`` and ``without_debrief``: the record with the answers, and without them again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.debrief import Debrief, PersonThere
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import is_over
from chalicelib.playbook.process_state import Phase, ProcessState

FACTS_ASKED = ("answer_expected_on", "answer_channel", "may_call")  # as the fields of the record are called


class Questions(Struct, frozen=True):
    """What is to be asked: which of ``FACTS_ASKED``, who of these contacts was there, and what one of these said."""

    facts: tuple[str, ...] = ()
    who: tuple[Contact, ...] = ()
    said: tuple[Contact, ...] = ()

    @property
    def are_any(self) -> bool:
        """Whether anything is to be asked."""
        return bool(self.facts or self.who or self.said)


NO_QUESTIONS = Questions()


def missing_answers(interview: Interview) -> Questions:
    """What the record does not say yet.

    Who was there is asked as long as nobody is marked; until then everybody may have said something, and afterwards
    those who are marked. A main line was at no interview, and an answer needs a contact that has an id.
    """
    known = tuple(contact for contact in interview.contacts if contact.id)
    people = tuple(contact for contact in known if contact.role is not Role.OFFICE)
    there = tuple(contact for contact in known if contact.met)
    return Questions(
        facts=tuple(name for name in FACTS_ASKED if getattr(interview, name) is None),
        who=() if there else people,
        said=tuple(contact for contact in there or people if not contact.notes),
    )


def open_questions(state: ProcessState, now: datetime) -> Questions:
    """The questions that are asked at ``now`` (in the owner's zone): from the end of the interview until the status
    step is due, and until they were answered once.

    Not while a day is to come (W13), nor once the employer has answered or the process has ended.
    """
    is_asked = (
        state.phase not in (Phase.OFFER, Phase.ENDED)
        and not state.is_refused
        and state.day_to_come is None
        and state.heard_on is None
        and now.date() < state.base_on
        and is_over(state.interview, now)
        and not _is_debriefed(state.interview, now)
    )
    return missing_answers(state.interview) if is_asked else NO_QUESTIONS


def with_debrief(interview: Interview, debrief: Debrief) -> Interview:
    """The record with the answers."""
    facts = {name: getattr(debrief, name) for name in FACTS_ASKED}
    known = {name: value for name, value in facts.items() if value is not None}
    return replace(interview, **known, contacts=_changed(interview, debrief, _with_person))


def without_debrief(interview: Interview, debrief: Debrief) -> Interview:
    """The record without the answers; what was changed since stays as it is."""
    given = {name: getattr(debrief, name) for name in FACTS_ASKED}
    taken = {name: None for name, value in given.items() if value is not None and getattr(interview, name) == value}
    return replace(interview, **taken, contacts=_changed(interview, debrief, _without_person))


def _is_debriefed(interview: Interview, now: datetime) -> bool:
    """Whether the questions were answered since the interview was over; before a move they were about another day."""
    answered = (event.recorded_at for event in interview.events if event.debrief)
    return any(is_over(interview, recorded_at.astimezone(now.tzinfo)) for recorded_at in answered)


def _changed(
    interview: Interview, debrief: Debrief, change: Callable[[Contact, PersonThere], Contact]
) -> tuple[Contact, ...]:
    people = {person.id: person for person in debrief.people}
    return tuple(
        change(contact, people[contact.id]) if contact.id in people else contact for contact in interview.contacts
    )


def _with_person(contact: Contact, person: PersonThere) -> Contact:
    return replace(contact, met=contact.met or person.met, notes=person.notes or contact.notes)


def _without_person(contact: Contact, person: PersonThere) -> Contact:
    is_note_the_same = person.notes is not None and contact.notes == person.notes
    return replace(contact, met=contact.met and not person.met, notes=None if is_note_the_same else contact.notes)
