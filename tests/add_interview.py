"""Record an interview as the API does, with any answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.interviews import Interviews
from chalicelib.usecases.record_interview import add_once


def add_interview(
    interviews: Interviews,
    owner: Owner,
    interview: Interview,
    key: RequestKey,
    answer: Callable[[Interview], str],
    now: datetime,
) -> Interview:
    """The record as it is stored; raises RepeatedRequest, IdempotencyKeyReused, TooManyRounds."""

    def to_answer(planned: PlannedInterview) -> str:
        return answer(planned.interview)

    return add_once(interviews, owner, interview, key, to_answer=to_answer, now=now)[0].interview
