"""Why a request cannot be done: a sentence, and each field that is at fault.

There is no HTTP here: ``web/http/problems`` knows the status of each error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from chalicelib.errors import AfterwordError
from chalicelib.playbook.step import Fact, translatable

MOST_FAULTS = 50  # an answer names all faults, but a hostile body must not make it endless


class Fault(Struct, frozen=True):
    """What is wrong with one field; ``field`` is a path such as ``contacts[0].email``.

    ``reason`` completes "the field …", in English with ``{named}`` facts. It is translated later.
    """

    field: str
    reason: str
    facts: Mapping[str, Fact] | None = None


class InvalidValue(Exception):
    """A value does not fit. ``sentence`` completes "the field …", with ``{named}`` facts. It is translated later."""

    def __init__(self, sentence: str, **facts: Fact) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts


class RequestError(AfterwordError):
    """The request cannot be done: ``detail`` (an English sentence with ``facts``) and ``faults`` say why."""

    def __init__(self, detail: str, faults: Iterable[Fault] = (), **facts: Fact) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts = facts
        self.faults = tuple(faults)[:MOST_FAULTS]


class Malformed(RequestError):
    """The request cannot be read at all."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(translatable("The request cannot be read."), [fault])


class Invalid(RequestError):
    """The request can be read, but some fields do not fit."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(translatable("Some fields do not fit; each is named below."), faults)


class UnknownKind(RequestError):
    """What was sent is of a kind that is not read here: a picture, an archive."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(translatable("The body is of a kind that is not read here."), [fault])


class Conflict(RequestError):
    """The state of the record does not allow this."""


class PreconditionFailed(RequestError):
    """The change was made for a version of the record that is not the current one."""

    def __init__(self) -> None:
        super().__init__(translatable("The record has changed since you read it. Read it again and repeat the change."))
