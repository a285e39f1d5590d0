"""Record an interview once: a repeated request gets its first answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from msgspec import Struct

from chalicelib.errors import RepeatedRequest
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.idempotency_store import NO_EARLIER_RESPONSE, FirstResponse, RequestKey, ResponseCondition
from chalicelib.records.interviews import Interviews
from chalicelib.records.storage_errors import TransactionConflict
from chalicelib.records.transaction import retried_on_conflict
from chalicelib.schemas.interview_fields import InterviewFields, new_interview
from chalicelib.schemas.serializers import serialize_interview
from chalicelib.usecases.owner_context import OwnerContext

ResponseMaker = Callable[[PlannedInterview], str]


class RecordedInterview(Struct, frozen=True):
    """The id of a record, and the first answer to its request: an ``InterviewResponse`` as JSON."""

    interview_id: str
    answer: str


def record(context: OwnerContext, fields: InterviewFields, key: RequestKey) -> RecordedInterview:
    """Store a new record together with the answer to its request.

    Raises IdempotencyKeyReused if ``key`` came with other content, and TooManyRounds.
    """

    def to_answer(planned: PlannedInterview) -> str:
        response = serialize_interview(planned, context.owner, context.today, context.language)
        return msgspec.json.encode(response).decode()

    interview = new_interview(fields, context.today, context.now)
    try:
        _, answer = add_once(
            context.services.interviews, context.owner, interview, key, to_answer=to_answer, now=context.now
        )
    except RepeatedRequest as repeated:
        return RecordedInterview(repeated.interview_id, repeated.answer)
    return RecordedInterview(interview.id, answer)


def add_once(
    interviews: Interviews,
    owner: Owner,
    interview: Interview,
    key: RequestKey,
    *,
    to_answer: ResponseMaker,
    now: datetime,
) -> tuple[PlannedInterview, str]:
    """Store a record, and the answer that ``to_answer`` makes of it. Return both as stored.

    The first try reads nothing. Raises RepeatedRequest, IdempotencyKeyReused, TooManyRounds.
    """

    def attempt(is_free: ResponseCondition) -> tuple[PlannedInterview, str]:
        new = interviews.entrant(owner, interview, now)
        answer = to_answer(new.stored)
        interviews.add(owner, new, FirstResponse(key, answer), now, is_free)
        return new.stored, answer

    try:
        return attempt(NO_EARLIER_RESPONSE)
    except TransactionConflict:
        return retried_on_conflict(lambda: attempt(interviews.free_to_answer(owner.id, key, now)))
