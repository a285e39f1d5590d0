"""What DynamoDB refuses or fails at, in the words of our error family: the one place that knows its codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as NoConnection
from pynamodb.exceptions import DoesNotExist, PynamoDBException

from chalicelib.errors import AfterwordError, ChangedMeanwhile, NotFound, StorageUnavailable

CONDITION_FAILED = frozenset({"ConditionalCheckFailedException", "ConditionalCheckFailed"})
CONFLICT = frozenset({"TransactionConflictException", "TransactionConflict", "TransactionInProgressException"})
THROTTLED = frozenset(
    {
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "Throttling",
        "ThrottlingError",
        "ThrottlingException",
    }
)
# What is raised while an item is made out that holds what no release of ours has written.
BROKEN = (AttributeError, KeyError, TypeError, ValueError)
_SERVER_FAULT = 500
_TOO_LARGE = "Item size"


class RecordTooLarge(AfterwordError):
    """The record has outgrown what DynamoDB holds; nothing was written.

    An item has 400 KB, and an open record's copy in the index ``open`` counts as well: 200 KB are left for it.
    """


class RetriesExhausted(ChangedMeanwhile):
    """A condition failed at a request that was sent again: perhaps the first one landed, and its answer was lost."""


class TransactionConflict(StorageUnavailable):
    """A condition of a transaction failed, or another write was under way: nothing was written, look again."""


@contextmanager
def storage_faults() -> Iterator[None]:
    """Raise our errors for what DynamoDB refuses; what can only be a mistake of ours passes as it is."""
    try:
        yield
    except PynamoDBException as fault:
        error = _ours(fault)
        if error is None:
            raise
        raise error from fault


def _ours(fault: PynamoDBException) -> AfterwordError | None:
    if isinstance(fault, DoesNotExist):
        return NotFound()
    if isinstance(fault.cause, ClientError):
        return _refusal(fault, fault.cause)
    return StorageUnavailable() if isinstance(fault.cause, HTTPClientError | NoConnection) else None


def _refusal(fault: PynamoDBException, cause: ClientError) -> AfterwordError | None:
    reasons = [reason for reason in getattr(fault, "cancellation_reasons", []) if reason]
    codes = {cause.response["Error"]["Code"], *(reason.code for reason in reasons)}
    if any(_TOO_LARGE in message for message in (str(cause), *(str(reason.message) for reason in reasons))):
        return RecordTooLarge()
    if codes & CONDITION_FAILED:
        return TransactionConflict() if reasons else _condition_failed(cause)
    if codes & CONFLICT:
        return TransactionConflict()
    return StorageUnavailable() if codes & THROTTLED or _is_theirs(cause) else None


def _condition_failed(cause: ClientError) -> ChangedMeanwhile:
    return RetriesExhausted() if _metadata(cause).get("RetryAttempts") else ChangedMeanwhile()


def _is_theirs(cause: ClientError) -> bool:
    """Whether the answer puts the fault on DynamoDB's side."""
    return _metadata(cause).get("HTTPStatusCode", 0) >= _SERVER_FAULT


def _metadata(cause: ClientError) -> dict[str, int]:
    """How the request went; only what PynamoDB made its error from has it."""
    origin = cause.__cause__
    return origin.response["ResponseMetadata"] if isinstance(origin, ClientError) else {}
