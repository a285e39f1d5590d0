"""Why what was asked for cannot be done: a sentence, and each field that is at fault.

There is no HTTP in it: ``web/http/problems`` knows the status of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from chalicelib.errors import AfterwordError
from chalicelib.playbook.step import Fact, translatable

MOST_FAULTS = 50  # an answer names all faults, but a hostile body must not make it endless


class Fault(Struct, frozen=True):
    """What is wrong with one field; ``field`` is a path such as ``contacts[0].email``.

    The reason completes "the field …" and holds ``{named}`` facts: it is an English sentence, said later.
    """

    field: str
    reason: str
    facts: Mapping[str, Fact] | None = None


class InvalidValue(Exception):
    """This value does not fit; the sentence completes "the field …", with ``{named}`` facts. It is said later."""

    def __init__(self, sentence: str, **facts: Fact) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts


class RequestError(AfterwordError):
    """The request cannot be done; ``detail``, an English sentence with its ``facts``, and ``faults`` tell why."""

    def __init__(self, detail: str, faults: Iterable[Fault] = (), **facts: Fact) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts = facts
        self.faults = tuple(faults)[:MOST_FAULTS]


class Malformed(RequestError):
    """What arrived cannot be read at all."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(translatable("The request cannot be read."), [fault])


class Invalid(RequestError):
    """What arrived can be read, but some fields do not fit."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(translatable("Some fields do not fit; each is named below."), faults)


class Conflict(RequestError):
    """The record is in a state in which this cannot be done."""


class PreconditionFailed(RequestError):
    """The change was made for a version that is not the record's."""

    def __init__(self) -> None:
        super().__init__(translatable("The record has changed since you read it. Read it again and repeat the change."))
