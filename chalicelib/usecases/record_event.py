"""Something happened in a process, or it did not after all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.event_kinds import OfferedWhen, spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import LAST_ROUND
from chalicelib.playbook.next_round import following, is_told_again
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Fault
from chalicelib.schemas.event_days import check_days, check_typed_days
from chalicelib.schemas.event_fields import KEPT_FOR_THE_END, MOST_EVENTS
from chalicelib.schemas.ids import new_id
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries
from chalicelib.usecases.standing_offers import keep_offer


def record(
    context: OwnerContext, interview_id: str, event: Event, check: VersionCheck = any_version
) -> PlannedInterview:
    """Write down what happened, as a program tells it. Raises NotFound, Conflict, ``Invalid``."""
    return _recorded(context, interview_id, event, partial(after, context, event), check)


def record_typed(
    context: OwnerContext,
    interview_id: str,
    event: Event,
    is_sent_again: Callable[[Interview], bool],
    check: VersionCheck = any_version,
) -> PlannedInterview:
    """Write down what happened, as a person typed it: some days they cannot mean. What ``is_sent_again`` changes
    nothing. Raises NotFound, Conflict, ``Invalid``."""

    def write(interview: Interview) -> PlannedInterview:
        if is_sent_again(interview):
            return context.planned(interview)
        check_typed_days(event, interview)
        return after(context, event, interview)

    return _recorded(context, interview_id, event, write, check)


def undo_last(context: OwnerContext, interview_id: str, check: VersionCheck = any_version) -> PlannedInterview:
    """Take back what was written down last, whatever day it was about. Raises NotFound, Conflict."""
    undone = change_with_retries(context, interview_id, partial(before_last, context), check, is_made=_is_taken_back)
    keep_offer(context, undone)
    return undone


def undo_if(
    context: OwnerContext,
    interview_id: str,
    is_as_it_was: Callable[[Interview], bool],
    check: VersionCheck = any_version,
) -> Event | None:
    """What was taken back: the last event, or nothing if the record is not as it was. Raises NotFound, Conflict."""
    taken_back: list[Event] = []

    def write(interview: Interview) -> PlannedInterview:
        is_good = is_as_it_was(interview)
        taken_back[:] = interview.events[-1:] if is_good else ()
        return before_last(context, interview) if is_good else context.planned(interview)

    keep_offer(context, change_with_retries(context, interview_id, write, check))
    return taken_back[0] if taken_back else None


def after(context: OwnerContext, event: Event, interview: Interview, plan: Plan | None = None) -> PlannedInterview:
    """The record with what happened; told a second time of a round that is open, it stays as it is.

    ``plan`` is that of the record before, if it is known."""
    if is_told_again(event, interview) and _is_recorded(context, interview.events[-1].next_interview_id):
        return context.planned(interview)
    plan = plan or context.plan(interview)
    _check(event, interview, plan)
    if event.result is Result.NEXT_ROUND:
        return _next_round(context, event, interview)
    return context.services.interviews.save(context.owner, _with(interview, _naming_phone(event, plan)), context.now)


def before_last(context: OwnerContext, interview: Interview) -> PlannedInterview:
    """The record without what was written down last."""
    if not interview.events:
        raise Conflict(translatable("Nothing has happened yet that could be undone."))
    *earlier, last = interview.events
    before = replace(interview, events=tuple(earlier))
    if last.next_interview_id:
        return context.services.interviews.close_next_round(context.owner, before, last.next_interview_id, context.now)
    return context.services.interviews.save(context.owner, before, context.now)


def _recorded(
    context: OwnerContext,
    interview_id: str,
    event: Event,
    write: Callable[[Interview], PlannedInterview],
    check: VersionCheck,
) -> PlannedInterview:
    recorded = change_with_retries(context, interview_id, write, check, is_made=partial(_is_among, event))
    keep_offer(context, recorded)
    return recorded


def _next_round(context: OwnerContext, event: Event, interview: Interview) -> PlannedInterview:
    opened = following(interview, event, new_id(context.now), context.today, context.now)
    ended = _with(interview, replace(event, next_interview_id=opened.id))
    return context.services.interviews.open_next_round(context.owner, ended, opened, context.now)[0]


def _check(event: Event, interview: Interview, plan: Plan) -> None:
    """Whether this can happen to the record as it stands (T, the event table)."""
    check_days(event, interview)
    spec = spec_of(event)
    if spec.when is OfferedWhen.WHILE_OPEN and not plan.is_open:
        fault = Fault("kind", "{kind} cannot follow the end", {"kind": event.kind})
        raise Conflict(translatable("This process has ended."), [fault])
    if spec.when is OfferedWhen.AFTER_A_REFUSAL and not plan.is_refused:
        fault = Fault("kind", "{kind} needs a refusal before it", {"kind": event.kind})
        raise Conflict(translatable("No refusal is recorded."), [fault])
    if event.result is Result.NEXT_ROUND and interview.round >= LAST_ROUND:
        fault = Fault("round", "is the last there can be")
        raise Conflict(translatable("A process has {rounds} rounds at most."), [fault], rounds=LAST_ROUND)
    most = MOST_EVENTS + (KEPT_FOR_THE_END if spec.fits_a_full_record else 0)
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


def _naming_phone(event: Event, plan: Plan) -> Event:
    """A wrong number is the one that the owner was to call."""
    called = plan.selected_contacts.to_call
    return replace(event, phone=called.phone) if called and event.result is Result.WRONG_NUMBER else event


def _is_among(event: Event, _: Interview, interview: Interview) -> bool:
    """Whether this very event is in the record."""
    return any(one.id == event.id for one in interview.events)


def _is_taken_back(before: Interview, interview: Interview) -> bool:
    """Whether what was written down last is gone, and what stands there now came after."""
    return interview.events[len(before.events) - 1 : len(before.events)] != before.events[-1:]


def _with(interview: Interview, event: Event) -> Interview:
    return replace(interview, events=(*interview.events, event))
