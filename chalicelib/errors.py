"""The family of errors that the rooms raise for one another. Each carries its data and whether trying again helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

_LONGEST_NAME = 200


class AfterwordError(Exception):
    """Something that the program foresees. ``is_temporary``: the same request may succeed later."""

    is_temporary = False


class NotFound(AfterwordError):
    """No such record, or not this owner's: the two are told apart nowhere."""


class NoSuchOwner(AfterwordError):
    """Whoever asks is not, or no longer, an owner here."""


class ChangedMeanwhile(AfterwordError):
    """The record is no longer at the version that this change was made for."""


class RepeatedRequest(AfterwordError):
    """This request was answered before; ``answer`` is what was said then."""

    def __init__(self, interview_id: str, answer: str) -> None:
        super().__init__(interview_id)
        self.interview_id = interview_id
        self.answer = answer


class IdempotencyKeyReused(AfterwordError):
    """The Idempotency-Key came before with another content."""


class NoSuchDraft(AfterwordError):
    """There is nothing to say or to write for a step of this kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class StorageUnavailable(AfterwordError):
    """The table did not answer, or throttled; nothing is known to have been written."""

    is_temporary = True


class NewerSchema(AfterwordError):
    """An item was written by a later release than this one, which might misread it and write it back without what it
    does not know. ``schema`` is the item's."""

    def __init__(self, schema: int) -> None:
        super().__init__(f"a later release wrote this (schema {schema}): deploy that release, or a later one")
        self.schema = schema


class UnreadableRecord(AfterwordError):
    """A record is stored that cannot be read, planned or put into words. ``reason`` says what broke and quotes nothing
    of it; ``stored`` is its item as DynamoDB keeps it, empty where only the planning or the words broke. What a later
    release wrote (``is_newer``) that release can read: nothing is wrong with it."""

    def __init__(
        self, interview_id: str, reason: str, stored: Mapping[str, Any] | None = None, *, is_newer: bool = False
    ) -> None:
        super().__init__(f"{interview_id}: {reason}")
        self.id = interview_id
        self.reason = reason
        self.stored = stored or {}
        self.is_newer = is_newer

    @property
    def company(self) -> str:
        """By which its owner knows it, if that much can be made out; else empty, as is the position."""
        return self._text("company")

    @property
    def position(self) -> str:
        """The position, if that much can be made out."""
        return self._text("position")

    def _text(self, name: str) -> str:
        facts = self.stored.get("facts", {}).get("M", self.stored)
        text = str(facts.get(name, {}).get("S", ""))
        return "".join(filter(str.isprintable, text))[:_LONGEST_NAME]  # it was not read: it may hold anything


@contextmanager
def readable(interview_id: str) -> Iterator[None]:
    """Raise UnreadableRecord for whatever unforeseen breaks while this record is planned or put into words."""
    try:
        yield
    except AfterwordError:
        raise
    except Exception as error:
        raise UnreadableRecord(interview_id, type(error).__name__) from error


class MailRefused(AfterwordError):
    """The mail service refuses this message or address for good; ``reason`` is its code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MailThrottled(AfterwordError):
    """The mail service surely took nothing and asks to come back later."""

    is_temporary = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MailUncertain(AfterwordError):
    """The answer of the mail service was lost: the message may have gone."""

    is_temporary = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
