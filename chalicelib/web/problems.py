"""Errors as answers (RFC 9457): the one place that knows which status an error has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from chalicelib.errors import AfterwordError, ChangedMeanwhile, KeyReused, NoSuchDraft, NotFound
from chalicelib.records.faults import RecordTooLarge
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.web.answers import Answer, as_text
from chalicelib.web.refusals import Fault, Refusal

PROBLEM = "application/problem+json"
_TRY_AGAIN_AFTER = "5"  # seconds; a throttled table recovers within a few


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, as it is told: a status, a sentence, and the fields at fault."""

    status: HTTPStatus
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def as_data(self) -> dict[str, object]:
        """The members that RFC 9457 names, and ``problems``."""
        data: dict[str, object] = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": int(self.status),
            "detail": self.detail,
        }
        return data | {"problems": self.faults} if self.faults else data

    def answer(self) -> Answer:
        """The problem as ``application/problem+json``."""
        return Answer(self.status, as_text(self.as_data()), {"Content-Type": PROBLEM, **self.headers})


def problem_of(error: Exception) -> Problem | None:
    """How a foreseen error is told; None for all others."""
    if isinstance(error, Refusal):
        return Problem(error.status, error.detail, error.faults, error.headers)
    if isinstance(error, AfterwordError) and error.is_temporary:
        return _TRY_AGAIN
    return next((problem for kind, problem in _FORESEEN.items() if isinstance(error, kind)), None)


def unforeseen(request_id: str) -> Problem:
    """Something broke; the id finds the traceback in the log."""
    detail = f"Something went wrong on our side. It is in the log as request {request_id}."
    return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail)


_FORESEEN: dict[type[AfterwordError], Problem] = {
    NotFound: Problem(HTTPStatus.NOT_FOUND, "There is nothing at this address."),
    NoSuchDraft: Problem(HTTPStatus.NOT_FOUND, "There is nothing to say or to write for this."),
    ChangedMeanwhile: Problem(HTTPStatus.CONFLICT, "The record was changed at the same moment. Try again."),
    KeyReused: Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "This key came before with another content.",
        (Fault("Idempotency-Key", "was used for another record"),),
    ),
    RecordTooLarge: Problem(
        HTTPStatus.CONFLICT, "The record has grown as large as a record can be; nothing was added to it."
    ),
    TooManyRounds: Problem(
        HTTPStatus.CONFLICT,
        "A process cannot have more rounds than this one has.",
        (Fault("process_id", f"has {MOST_ROUNDS} interviews already"),),
    ),
}
_TRY_AGAIN = Problem(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "The records cannot be reached just now. Nothing is known to have been changed; try again.",
    headers={"Retry-After": _TRY_AGAIN_AFTER},
)
