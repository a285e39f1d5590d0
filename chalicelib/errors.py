"""The errors that the rooms raise for one another. Each carries its data, and says whether trying again may help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

_LONGEST_NAME = 200


class AfterwordError(Exception):
    """An error that the program foresees. ``is_temporary``: the same request may succeed later."""

    is_temporary = False


class NotFound(AfterwordError):
    """There is no such record, or it is not this owner's; no answer tells the two apart."""


class NoSuchOwner(AfterwordError):
    """The person who asks is not an owner here, or is no longer one."""


class ChangedMeanwhile(AfterwordError):
    """The record is no longer at the version for which this change was made."""


class RepeatedRequest(AfterwordError):
    """This request was answered before; ``answer`` is the text of that answer."""

    def __init__(self, interview_id: str, answer: str) -> None:
        super().__init__(interview_id)
        self.interview_id = interview_id
        self.answer = answer


class IdempotencyKeyReused(AfterwordError):
    """The Idempotency-Key was sent before, with other content."""


class NoSuchDraft(AfterwordError):
    """A step of this ``kind`` has nothing to say or to write."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class StorageUnavailable(AfterwordError):
    """The table did not answer, or throttled the request; nothing is known to have been written."""

    is_temporary = True


class NewerSchema(AfterwordError):
    """An item was written by a later release; ``schema`` is the item's.

    This release might misread the item, and write it back without the parts that it does not know.
    """

    def __init__(self, schema: int) -> None:
        super().__init__(f"a later release wrote this (schema {schema}): deploy that release, or a later one")
        self.schema = schema


class UnreadableRecord(AfterwordError):
    """A stored record cannot be read, planned or put into words.

    - ``reason``: what broke; it quotes nothing of the record.
    - ``stored``: the item as DynamoDB keeps it; empty where only the planning or the words broke.
    - ``is_newer``: a later release wrote the record and can read it; nothing is wrong with it.
    """

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
        """The company, by which its owner knows the record; empty if it cannot be made out."""
        return self._text("company")

    @property
    def position(self) -> str:
        """The position; empty if it cannot be made out."""
        return self._text("position")

    def _text(self, name: str) -> str:
        facts = self.stored.get("facts", {}).get("M", self.stored)
        text = str(facts.get(name, {}).get("S", ""))
        return "".join(filter(str.isprintable, text))[:_LONGEST_NAME]  # not validated: it may hold anything


@contextmanager
def raising_unreadable(interview_id: str) -> Iterator[None]:
    """Raise UnreadableRecord for any unforeseen error while this record is planned or put into words."""
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
    """The mail service surely accepted nothing, and asks to try again later; ``reason`` is its code."""

    is_temporary = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Block(StrEnum):
    """What keeps the mail service from taking mail until somebody mends it."""

    NOT_VERIFIED = "NotVerified"
    LOGIN_REFUSED = "PasswordRefused"
    LOGIN_MISSING = "PasswordMissing"
    NOT_TRUSTED = "CertificateNotTrusted"
    NOT_SUPPORTED = "NotSupported"


class MailBlocked(AfterwordError):
    """The mail service surely accepted nothing, and will not until somebody acts, perhaps still today: an address is
    not verified yet, a password was withdrawn."""

    is_temporary = True

    def __init__(self, reason: Block) -> None:
        super().__init__(reason)
        self.reason = reason


class MailUncertain(AfterwordError):
    """The mail service's answer was lost, so the message may have been sent; ``reason`` is the error's name or code."""

    is_temporary = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
