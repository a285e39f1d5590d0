"""Why a request is refused: a status, a sentence, and each field that is at fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import ClassVar

from msgspec import Struct

from chalicelib.errors import AfterwordError
from chalicelib.playbook.step import Fact, marked

MOST_FAULTS = 50  # an answer names all faults, but a hostile body must not make it endless


class Fault(Struct, frozen=True):
    """What is wrong with one field; ``field`` is a path such as ``contacts[0].email``, or a header's name.

    The reason completes "the field …" and holds ``{named}`` facts: it is an English sentence, said later.
    """

    field: str
    reason: str
    facts: Mapping[str, Fact] | None = None


class Refusal(AfterwordError):
    """The request cannot be done; ``detail``, an English sentence with its ``facts``, and ``faults`` tell why."""

    status: ClassVar[HTTPStatus]

    def __init__(
        self, detail: str, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None, **facts: Fact
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts = facts
        self.faults = tuple(faults)[:MOST_FAULTS]
        self.headers = dict(headers or {})


class Malformed(Refusal):
    """What arrived cannot be read at all."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self, fault: Fault) -> None:
        super().__init__(marked("The request cannot be read."), [fault])


class Invalid(Refusal):
    """What arrived can be read, but some fields do not fit."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, *faults: Fault) -> None:
        super().__init__(marked("Some fields do not fit; each is named below."), faults)


class Unknown(Refusal):
    """There is no owner with this token. Says nothing about which part of it is wrong."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        detail = marked(
            "Send your token as 'Authorization: Bearer <token>', as 'X-API-Key', or as the form field 'token'."
        )
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


class Forged(Refusal):
    """A change that a browser's session would authorise, but that no page of ours has asked for."""

    status = HTTPStatus.FORBIDDEN

    def __init__(self) -> None:
        super().__init__(marked("This form did not come from a page of yours, or is too old. Open the page again."))


class NotAllowed(Refusal):
    """This address exists, but not for this method."""

    status = HTTPStatus.METHOD_NOT_ALLOWED

    def __init__(self, allowed: str) -> None:
        detail = marked("This address answers to {allowed} only.")
        super().__init__(detail, headers={"Allow": allowed}, allowed=allowed)


class Conflict(Refusal):
    """The record is in a state in which this cannot be done."""

    status = HTTPStatus.CONFLICT


class Outdated(Refusal):
    """``If-Match`` names a version that is not the record's."""

    status = HTTPStatus.PRECONDITION_FAILED

    def __init__(self) -> None:
        detail = marked("The record has changed since you read it. Read it again and repeat the change.")
        super().__init__(detail, [Fault("If-Match", "is not the version of the record")])


class TooLarge(Refusal):
    """The body is longer than anything that fits a record."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        fault = Fault("body", "is longer than {limit} bytes", {"limit": limit})
        super().__init__(marked("The request is too large."), [fault])


class Unsupported(Refusal):
    """The body is of a kind that is not read here."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self, fault: Fault) -> None:
        super().__init__(marked("The body is of a kind that is not read here."), [fault])
