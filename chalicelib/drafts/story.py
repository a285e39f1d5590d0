"""What went before a draft: who met whom, what the owner sent and said and when, and what the employer answered.

The way in is ``story_of``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from chalicelib.drafts.draft_request import DraftRequest
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.contact_selection import RUNGS
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import spec_of

_AT_THE_INTERVIEW = (Role.INTERVIEWER, Role.SUPERVISOR, Role.CEO)  # by their role, where nobody is marked (C2)
_UNDECIDED = (Result.NO_DECISION, Result.TOLD_TO_WAIT)
_RANKED_ROLES = list(RUNGS)


class Story(Struct, frozen=True, kw_only=True):
    """The story of a process up to a draft. Days are calendar days of the owner; what is dated before the interview
    does not count, unless its day is yet to be named (W13).

    - ``was_there``: the recipient was at the interview: marked so, or by their role where nobody is marked (C4). Behind
      a main line, the recipient is the one who is thought to decide
    - ``is_stranger``: others were there, and the recipient was not; or nobody is known behind the main line
    - ``hosts``: those who were there, without the recipient
    - ``thanked_on``: the day on which the recipient was sent the thank-you letter
    - ``letters``, ``calls``, ``talks``: how many letters that ask for the result were sent, how many calls were made,
      and how many of those were answered
    - ``letter_on``: the day of the last such letter
    - ``tried_on``: the day of the last call, if it reached nobody and nobody has been heard from since
    - ``is_letter_received``: they said after the last such letter that it arrived
    - ``word``: the latest "no decision" or "wait"; ``refusal``: the latest refusal
    - ``is_word_last``: no such letter was sent since that word
    - ``is_called_after_refusal``: there was a call since then
    """

    was_there: bool
    is_stranger: bool
    hosts: tuple[Contact, ...]
    thanked_on: date | None
    letters: int
    calls: int
    talks: int
    letter_on: date | None
    tried_on: date | None
    is_letter_received: bool
    word: Event | None
    is_word_last: bool
    refusal: Event | None
    is_called_after_refusal: bool

    @property
    def was_put_off(self) -> bool:
        """Whether their latest word is younger than their refusal."""
        return self.word is not None and self.refusal is not None and _order(self.word) > _order(self.refusal)


def story_of(task: DraftRequest) -> Story:
    """The story of the draft's process, as the draft's recipient has lived it."""
    interview, to = task.interview, task.to
    reader = in_charge(interview.contacts) if to is not None and to.role is Role.OFFICE else to
    events = sorted(interview.events, key=_order)
    # While a moved interview has no day, what was said about the day came before its old one.
    since = events if task.plan.day_to_come else [event for event in events if event.on >= interview.interview_on]
    calls = [event for event in since if event.kind is EventKind.CALLED]
    letters = [event for event in since if event.kind is EventKind.LETTER_SENT]
    met = tuple(contact for contact in interview.contacts if contact.met)
    was_there = reader is not None and (reader.met or (not met and reader.role in _AT_THE_INTERVIEW))
    word, refusal = _latest(since, _UNDECIDED), _latest(since, (Result.REFUSAL,))
    return Story(
        was_there=was_there,
        is_stranger=to is not None and not was_there and (bool(met) or to.role is Role.OFFICE),
        hosts=tuple(contact for contact in met if contact not in (to, reader)),
        thanked_on=_last_day(event for event in since if _is_thanks_to(event, to, _owed_thanks(task))),
        letters=len(letters),
        calls=len(calls),
        talks=sum(not spec_of(call).is_unanswered for call in calls),
        letter_on=_last_day(letters),
        tried_on=_tried_on(since),
        is_letter_received=_is_received(letters, _latest(since, (Result.ARRIVED,))),
        word=word,
        is_word_last=word is not None and not any(_order(letter) > _order(word) for letter in letters),
        refusal=refusal,
        is_called_after_refusal=refusal is not None and any(_order(call) > _order(refusal) for call in calls),
    )


def in_charge(contacts: Iterable[Contact]) -> Contact | None:
    """The person who is thought to decide: the highest rung's, the office left out (C)."""
    named = (contact for contact in contacts if contact.role is not Role.OFFICE and one_line(contact.name or ""))
    return min(named, key=lambda contact: _RANKED_ROLES.index(contact.role), default=None)


def _is_thanks_to(event: Event, to: Contact | None, owed: tuple[Contact, ...]) -> bool:
    """Whether the event is a thank-you letter to this contact. One without a name went to all who were owed one."""
    if event.kind is not EventKind.THANK_YOU_SENT or to is None:
        return False
    return event.contact == to.id if event.contact else to in owed


def _owed_thanks(task: DraftRequest) -> tuple[Contact, ...]:
    """Everybody who is owed a thank-you letter, thanked or not (W2, C4)."""
    met = tuple(contact for contact in task.interview.contacts if contact.met and contact.email)
    highest = task.plan.selected_contacts.to_write
    return met or ((highest,) if highest else ())


def _is_received(letters: list[Event], arrived: Event | None) -> bool:
    return bool(letters) and arrived is not None and _order(arrived) > _order(letters[-1])


def _tried_on(events: Iterable[Event]) -> date | None:
    talks = [event for event in events if spec_of(event).is_talk]
    last = talks[-1] if talks else None
    return last.on if last and last.result in (Result.NO_ANSWER, Result.VOICEMAIL) else None


def _latest(events: Iterable[Event], results: tuple[Result, ...]) -> Event | None:
    return max((event for event in events if event.result in results), key=_order, default=None)


def _last_day(events: Iterable[Event]) -> date | None:
    return max((event.on for event in events), default=None)


def _order(event: Event) -> tuple[date, datetime]:
    return event.on, event.recorded_at
