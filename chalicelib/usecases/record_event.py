"""Record what happened in a process, or undo what was recorded last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import OfferedWhen, spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import LAST_ROUND
from chalicelib.playbook.moves import with_event, without_event
from chalicelib.playbook.next_round import is_recorded_last, is_repeated_next_round, next_round_record
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Fault
from chalicelib.schemas.contact_ids import check_contact
from chalicelib.schemas.event_days import check_days, check_typed_days
from chalicelib.schemas.event_fields import KEPT_FOR_THE_END, MOST_EVENTS
from chalicelib.schemas.ids import new_id
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries

RoundMaker = Callable[[Interview], Interview]


def record(
    context: OwnerContext, interview_id: str, event: Event, check: VersionCheck = any_version
) -> PlannedInterview:
    """Record an event that a program sent. Raises NotFound, Conflict, ``Invalid``."""
    return _recorded(context, interview_id, event, partial(add_event, context, event), check)


def record_typed(
    context: OwnerContext,
    interview_id: str,
    event: Event,
    is_sent_again: Callable[[Interview], bool],
    check: VersionCheck = any_version,
) -> PlannedInterview:
    """Record an event that a person typed; days that a person cannot mean are refused.

    Nothing changes if ``is_sent_again`` says that the record has it already. Raises NotFound, Conflict, ``Invalid``.
    """

    def write(interview: Interview) -> PlannedInterview:
        if is_sent_again(interview):
            return context.planned(interview)
        check_typed_days(event, interview)
        return add_event(context, event, interview)

    return _recorded(context, interview_id, event, write, check)


def undo_last(context: OwnerContext, interview_id: str, check: VersionCheck = any_version) -> PlannedInterview:
    """Undo the event that was recorded last, whatever its day. Raises NotFound, Conflict."""
    return change_with_retries(context, interview_id, partial(remove_last_event, context), check, is_made=_is_undone)


def undo_if(
    context: OwnerContext,
    interview_id: str,
    is_as_it_was: Callable[[Interview], bool],
    check: VersionCheck = any_version,
) -> Event | None:
    """Undo the last event if ``is_as_it_was`` holds for the record. Return that event, or None.

    Raises NotFound, Conflict.
    """
    undone: list[Event] = []

    def write(interview: Interview) -> PlannedInterview:
        is_unchanged = is_as_it_was(interview)
        undone[:] = interview.events[-1:] if is_unchanged else ()
        return remove_last_event(context, interview) if is_unchanged else context.planned(interview)

    change_with_retries(context, interview_id, write, check)
    return undone[0] if undone else None


def _as_it_is(interview: Interview) -> Interview:
    return interview


def add_event(
    context: OwnerContext,
    event: Event,
    interview: Interview,
    plan: Plan | None = None,
    *,
    complete: Callable[[Interview], Interview] | None = None,
    make_round: RoundMaker | None = None,
) -> PlannedInterview:
    """Store the record with the event. Raises Conflict, ``Invalid``.

    A move that is sent a second time changes nothing, nor does a next round while its record exists. ``plan`` is the
    plan before the event, if it is known. ``complete`` adds what else is known to the record, or to that of the next
    round if the event opens one; ``make_round`` makes that record, if it is more than what follows from this one.
    """
    complete = complete or _as_it_is
    if is_repeated_next_round(event, interview) and _is_recorded(context, interview.events[-1].next_interview_id):
        return context.planned(interview)
    if event.kind is EventKind.INTERVIEW_MOVED and is_recorded_last(event, interview):  # a double tap
        return context.planned(interview)
    plan = plan or context.plan(interview)
    check_days(event, interview)
    check_contact(event.contact, interview.contacts)
    check_state(event, interview, plan)
    check_room(event, interview)
    if event.result is Result.NEXT_ROUND and event.interview_on:
        opened = complete(make_round(interview) if make_round else _following(context, event, interview))
        ended = with_event(interview, replace(event, next_interview_id=opened.id), plan)
        return context.services.interviews.open_next_round(context.owner, ended, opened, context.now)[0]
    there = plan_at(context, event, len(interview.events), interview, plan)
    changed = with_event(interview, with_called_phone(event, plan), there)
    return context.services.interviews.save(context.owner, complete(changed), context.now)


def remove_last_event(context: OwnerContext, interview: Interview) -> PlannedInterview:
    """Store the record without its last event. Raises Conflict if it has none.

    A move of the interview brings the old day back. The next round that this event opened is removed if it was never
    changed.
    """
    if not interview.events:
        raise Conflict(translatable("Nothing has happened yet that could be undone."))
    last = interview.events[-1]
    before = without_event(interview, last)
    if last.next_interview_id:
        return context.services.interviews.close_next_round(context.owner, before, last, context.now)
    return context.services.interviews.save(context.owner, before, context.now)


def _recorded(
    context: OwnerContext,
    interview_id: str,
    event: Event,
    write: Callable[[Interview], PlannedInterview],
    check: VersionCheck,
) -> PlannedInterview:
    return change_with_retries(context, interview_id, write, check, is_made=partial(is_among, event))


def plan_at(context: OwnerContext, event: Event, place: int, interview: Interview, plan: Plan | None = None) -> Plan:
    """The plan of a record where an event would stand that was recorded at this ``place`` among the others.

    ``plan`` is that of the whole record, if it is known.
    """
    earlier = [other for index, other in enumerate(interview.events) if (other.on, index) < (event.on, place)]
    if plan and len(earlier) == len(interview.events):
        return plan
    return context.plan(replace(interview, events=tuple(earlier)))


def _following(context: OwnerContext, event: Event, interview: Interview) -> Interview:
    return next_round_record(interview, event, new_id(context.now), context.today, context.now)


def check_state(event: Event, interview: Interview, plan: Plan) -> None:
    """Raise Conflict if this cannot happen to the record as it stands (T, the event table)."""
    when = spec_of(event).when
    if not plan.allows(when):
        reason, sentence = _REFUSALS[when] if plan.is_open or when not in _WHILE_OPEN else _ENDED
        raise Conflict(sentence, [Fault("kind", reason, {"kind": event.kind})])
    if event.result is Result.NEXT_ROUND and event.interview_on and interview.round >= LAST_ROUND:
        fault = Fault("round", "is the last there can be")
        raise Conflict(translatable("A process has {rounds} rounds at most."), [fault], rounds=LAST_ROUND)


_WHILE_OPEN = (OfferedWhen.WHILE_OPEN, OfferedWhen.WHILE_THE_DAY_MAY_MOVE)
# What is wrong with the event, and with the record as it stands.
_ENDED = translatable("{kind} cannot follow the end"), translatable("This process has ended.")
_REFUSALS = {
    OfferedWhen.AFTER_A_REFUSAL: (
        translatable("{kind} needs a refusal before it"),
        translatable("No refusal is recorded."),
    ),
    OfferedWhen.WHILE_AN_OFFER_STANDS: (
        translatable("{kind} needs an offer that is still open"),
        translatable("There is no offer to answer."),
    ),
    OfferedWhen.WHILE_THE_DAY_MAY_MOVE: (
        translatable("{kind} cannot follow a call or a letter that asked for the result"),
        translatable("You have asked for the result of this interview already, so it cannot be moved any more."),
    ),
}


def check_room(event: Event, interview: Interview) -> None:
    """Raise Conflict if the record is full."""
    most = MOST_EVENTS + (KEPT_FOR_THE_END if spec_of(event).fits_a_full_record else 0)
    if len(interview.events) >= most:
        fault = Fault("events", "are all used up")
        raise Conflict(translatable("A record holds {most} events at most."), [fault], most=most)


def _is_recorded(context: OwnerContext, interview_id: str | None) -> bool:
    if interview_id is None:
        return False
    try:
        context.interview(interview_id)
    except NotFound:
        return False
    return True


def with_called_phone(event: Event, plan: Plan) -> Event:
    """The event with the number that turned out wrong: it is the one that the owner was to call."""
    contact = plan.selected_contacts.to_call
    return replace(event, phone=contact.phone) if contact and event.result is Result.WRONG_NUMBER else event


def is_among(event: Event, _: Interview, interview: Interview) -> bool:
    """Whether this very event is in the record."""
    return any(recorded.id == event.id for recorded in interview.events)


def _is_undone(before: Interview, interview: Interview) -> bool:
    """Whether the last event is gone; an event in its place was recorded later."""
    return interview.events[len(before.events) - 1 : len(before.events)] != before.events[-1:]
