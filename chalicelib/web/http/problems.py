"""Errors as responses (RFC 9457): the one place that knows the status of each error, and that translates errors."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from msgspec import Struct, field

from chalicelib.drafts.language import ENGLISH, Language
from chalicelib.errors import (
    AfterwordError,
    ChangedMeanwhile,
    IdempotencyKeyReused,
    NoSuchDraft,
    NoSuchOwner,
    NotFound,
    UnreadableRecord,
)
from chalicelib.playbook.step import Fact, translatable
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.storage_errors import RecordTooLarge
from chalicelib.request_errors import Conflict, Fault, Invalid, Malformed, PreconditionFailed, RequestError, UnknownKind
from chalicelib.web.http.http_errors import HttpError, Unauthenticated
from chalicelib.web.http.response import Response, to_json

PROBLEM = "application/problem+json"
_TRY_AGAIN_AFTER = "5"  # seconds; a throttled table recovers within a few


class Problem(Struct, frozen=True):
    """What went wrong, ready to send: a status, a sentence, and the fields at fault; the ``heading`` is for a page."""

    status: HTTPStatus
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""
    language: Language = ENGLISH

    def as_data(self) -> dict[str, object]:
        """The members that RFC 9457 names, and ``problems``. The title is the status's own phrase in every language."""
        data: dict[str, object] = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": int(self.status),
            "detail": self.detail,
        }
        faults = [{"field": fault.field, "reason": fault.reason} for fault in self.faults]
        return data | {"problems": faults} if faults else data

    def response(self) -> Response:
        """The problem as ``application/problem+json``."""
        return Response(self.status, to_json(self.as_data()), {"Content-Type": PROBLEM, **self.headers})


class UntranslatedProblem(Struct, frozen=True):
    """A problem before its translation: English sentences, and the facts for the ``{names}`` in them."""

    status: HTTPStatus
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def translated(self, language: Language) -> Problem:
        """The problem in this language."""
        return Problem(
            self.status,
            language.say(self.detail, self.facts),
            tuple(Fault(fault.field, language.say(fault.reason, fault.facts)) for fault in self.faults),
            {"Content-Language": language.code, **self.headers},
            language.say(_HEADINGS.get(self.status, self.status.phrase)),
            language,
        )


def problem_of(error: Exception) -> UntranslatedProblem | None:
    """The problem of a foreseen error; None for all others."""
    if isinstance(error, HttpError):
        return _http_problem(error)
    if isinstance(error, RequestError):
        status = next(status for kind, status in _STATUSES.items() if isinstance(error, kind))
        faults = (_OUTDATED,) if isinstance(error, PreconditionFailed) else error.faults
        return UntranslatedProblem(status, error.detail, faults, facts=error.facts)
    if isinstance(error, UnreadableRecord):
        return UntranslatedProblem(HTTPStatus.CONFLICT, _UNREADABLE, facts={"reason": error.reason})
    if isinstance(error, AfterwordError) and error.is_temporary:
        return _TRY_AGAIN
    return next((problem for kind, problem in _FORESEEN.items() if isinstance(error, kind)), None)


def _http_problem(error: HttpError) -> UntranslatedProblem:
    return UntranslatedProblem(error.status, error.detail, error.faults, error.headers, error.facts)


def unforeseen(request_id: str) -> UntranslatedProblem:
    """The problem of an error that nobody foresaw. The id finds its traceback in the log."""
    detail = translatable("Something went wrong on our side. It is in the log as request {request_id}.")
    return UntranslatedProblem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, facts={"request_id": request_id})


_HEADINGS: Mapping[HTTPStatus, str] = {
    HTTPStatus.BAD_REQUEST: translatable("Not readable"),
    HTTPStatus.UNAUTHORIZED: translatable("Token needed"),
    HTTPStatus.FORBIDDEN: translatable("Not from your page"),
    HTTPStatus.NOT_FOUND: translatable("Not there"),
    HTTPStatus.METHOD_NOT_ALLOWED: translatable("Not possible here"),
    HTTPStatus.CONFLICT: translatable("Not possible as it stands"),
    HTTPStatus.PRECONDITION_FAILED: translatable("Changed in the meantime"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: translatable("Too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: translatable("Unknown kind of content"),
    HTTPStatus.UNPROCESSABLE_ENTITY: translatable("Some fields do not fit"),
    HTTPStatus.INTERNAL_SERVER_ERROR: translatable("Something broke"),
    HTTPStatus.SERVICE_UNAVAILABLE: translatable("Try again in a moment"),
}
_OUTDATED = Fault("If-Match", "is not the version of the record")
_STATUSES: Mapping[type[RequestError], HTTPStatus] = {
    Malformed: HTTPStatus.BAD_REQUEST,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Conflict: HTTPStatus.CONFLICT,
    PreconditionFailed: HTTPStatus.PRECONDITION_FAILED,
    UnknownKind: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
}
_FORESEEN: Mapping[type[AfterwordError], UntranslatedProblem] = {
    NoSuchOwner: _http_problem(Unauthenticated()),
    NotFound: UntranslatedProblem(HTTPStatus.NOT_FOUND, translatable("There is nothing at this address.")),
    NoSuchDraft: UntranslatedProblem(
        HTTPStatus.NOT_FOUND, translatable("There is nothing to say or to write for this.")
    ),
    ChangedMeanwhile: UntranslatedProblem(
        HTTPStatus.CONFLICT, translatable("The record was changed at the same moment. Try again.")
    ),
    IdempotencyKeyReused: UntranslatedProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        translatable("This key came before with another content."),
        (Fault("Idempotency-Key", "was used for another request"),),
    ),
    RecordTooLarge: UntranslatedProblem(
        HTTPStatus.CONFLICT, translatable("The record has grown as large as a record can be; nothing was added to it.")
    ),
    TooManyRounds: UntranslatedProblem(
        HTTPStatus.CONFLICT,
        translatable("A process cannot have more rounds than this one has."),
        (Fault("process_id", "has {most} interviews already", {"most": MOST_ROUNDS}),),
    ),
}
_UNREADABLE = translatable(
    "This record is stored, but cannot be read: {reason}. /export.json has it as it is stored, and it can be removed."
)
_TRY_AGAIN = UntranslatedProblem(
    HTTPStatus.SERVICE_UNAVAILABLE,
    translatable("The records cannot be reached just now. Nothing is known to have been changed; try again."),
    headers={"Retry-After": _TRY_AGAIN_AFTER},
)
