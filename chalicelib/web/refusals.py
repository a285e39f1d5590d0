"""Why a request is refused: a status, a sentence, and each field that is at fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from chalicelib.errors import AfterwordError

MOST_FAULTS = 50  # an answer names all faults, but a hostile body must not make it endless


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field; ``field`` is a path such as ``contacts[0].email``, or a header's name."""

    field: str
    reason: str


class Refusal(AfterwordError):
    """The request cannot be done; ``detail`` and ``faults`` tell its sender why."""

    status: ClassVar[HTTPStatus]

    def __init__(self, detail: str, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.faults = tuple(faults)[:MOST_FAULTS]
        self.headers = dict(headers or {})


class Malformed(Refusal):
    """What arrived cannot be read at all."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self, field: str, reason: str) -> None:
        super().__init__("The request cannot be read.", [Fault(field, reason)])


class Invalid(Refusal):
    """What arrived can be read, but some fields do not fit."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, *faults: Fault) -> None:
        super().__init__("Some fields do not fit; each is named below.", faults)


class Unknown(Refusal):
    """There is no owner with this token. Says nothing about which part of it is wrong."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        detail = "Send your token as 'Authorization: Bearer <token>', as 'X-API-Key', or as the form field 'token'."
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


class NotAllowed(Refusal):
    """This address exists, but not for this method."""

    status = HTTPStatus.METHOD_NOT_ALLOWED

    def __init__(self, allowed: str) -> None:
        super().__init__(f"This address answers to {allowed} only.", headers={"Allow": allowed})


class Conflict(Refusal):
    """The record is in a state in which this cannot be done."""

    status = HTTPStatus.CONFLICT


class Outdated(Refusal):
    """``If-Match`` names a version that is not the record's."""

    status = HTTPStatus.PRECONDITION_FAILED

    def __init__(self) -> None:
        fault = Fault("If-Match", "is not the version of the record")
        super().__init__("The record has changed since you read it. Read it again and repeat the change.", [fault])


class TooLarge(Refusal):
    """The body is longer than anything that fits a record."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        super().__init__("The request is too large.", [Fault("body", f"is longer than {limit} bytes")])


class Unsupported(Refusal):
    """The body is of a kind that is not read here."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self, reason: str) -> None:
        super().__init__("The body is of a kind that is not read here.", [Fault("Content-Type", reason)])
