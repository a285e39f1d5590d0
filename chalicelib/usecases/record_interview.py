"""Record an interview, once: a request that comes again gets its first answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from msgspec import Struct

from chalicelib.errors import AlreadyAnswered
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Planned
from chalicelib.records.answered import NEVER_ANSWERED, FirstAnswer, Free, RequestKey
from chalicelib.records.faults import Contended
from chalicelib.records.interviews import Interviews
from chalicelib.records.transaction import settled
from chalicelib.schemas.interview_fields import InterviewFields, recorded
from chalicelib.schemas.serializers import shown_interview
from chalicelib.usecases.context import OwnerContext

ToAnswer = Callable[[Planned], str]


class Recorded(Struct, frozen=True):
    """The id of a record, and what its request was answered first: a ``ShownInterview`` as JSON."""

    interview_id: str
    answer: str


def record(context: OwnerContext, fields: InterviewFields, key: RequestKey) -> Recorded:
    """Store a new record, and the answer to its request with it. Raises KeyReused if ``key`` came with another content,
    and TooManyRounds."""

    def to_answer(planned: Planned) -> str:
        shown = shown_interview(planned, context.owner, context.today, context.spoken)
        return msgspec.json.encode(shown).decode()

    interview = recorded(fields, context.today, context.now)
    try:
        _, answer = add_once(
            context.services.interviews, context.owner, interview, key, to_answer=to_answer, now=context.now
        )
    except AlreadyAnswered as answered:
        return Recorded(answered.interview_id, answered.answer)
    return Recorded(interview.id, answer)


def add_once(
    interviews: Interviews, owner: Owner, interview: Interview, key: RequestKey, *, to_answer: ToAnswer, now: datetime
) -> tuple[Planned, str]:
    """The record as it is stored, and the answer that is kept with it; the first time without a read.

    Raises AlreadyAnswered, KeyReused, TooManyRounds.
    """

    def attempt(is_free: Free) -> tuple[Planned, str]:
        entrant = interviews.entrant(owner, interview, now)
        answer = to_answer(entrant.stored)
        interviews.add(owner, entrant, FirstAnswer(key, answer), now, is_free)
        return entrant.stored, answer

    try:
        return attempt(NEVER_ANSWERED)
    except Contended:
        return settled(lambda: attempt(interviews.free_to_answer(owner.id, key, now)))
