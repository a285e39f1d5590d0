"""Translates DynamoDB's errors into our own: the one place that knows its error codes."""

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
# Raised while an item is read whose content no release of ours has written.
BROKEN = (AttributeError, KeyError, TypeError, ValueError)
_FIRST_SERVER_ERROR = 500
_TOO_LARGE = "Item size"


class RecordTooLarge(AfterwordError):
    """The record is larger than DynamoDB can hold; nothing was written.

    An item may have 400 KB. The copy of an open record in the index ``open`` counts as well, so that 200 KB are left.
    """


class ConditionFailedOnRetry(ChangedMeanwhile):
    """A condition failed for a request that was sent again. Perhaps the first one was applied and its response lost."""


class TransactionConflict(StorageUnavailable):
    """A condition of a transaction failed, or another write was under way. Nothing was written; read and try again."""


@contextmanager
def translate_storage_errors() -> Iterator[None]:
    """Raise our errors in place of DynamoDB's. An error that only a bug of ours can cause passes unchanged."""
    try:
        yield
    except PynamoDBException as fault:
        error = _translated(fault)
        if error is None:
            raise
        raise error from fault


def _translated(fault: PynamoDBException) -> AfterwordError | None:
    if isinstance(fault, DoesNotExist):
        return NotFound()
    if isinstance(fault.cause, ClientError):
        return _translated_refusal(fault, fault.cause)
    return StorageUnavailable() if isinstance(fault.cause, HTTPClientError | NoConnection) else None


def _translated_refusal(fault: PynamoDBException, cause: ClientError) -> AfterwordError | None:
    reasons = [reason for reason in getattr(fault, "cancellation_reasons", []) if reason]
    codes = {cause.response["Error"]["Code"], *(reason.code for reason in reasons)}
    if any(_TOO_LARGE in message for message in (str(cause), *(str(reason.message) for reason in reasons))):
        return RecordTooLarge()
    if codes & CONDITION_FAILED:
        return TransactionConflict() if reasons else _condition_failed(cause)
    if codes & CONFLICT:
        return TransactionConflict()
    return StorageUnavailable() if codes & THROTTLED or _is_server_error(cause) else None


def _condition_failed(cause: ClientError) -> ChangedMeanwhile:
    return ConditionFailedOnRetry() if _metadata(cause).get("RetryAttempts") else ChangedMeanwhile()


def _is_server_error(cause: ClientError) -> bool:
    """Whether the response says that the fault is on DynamoDB's side."""
    return _metadata(cause).get("HTTPStatusCode", 0) >= _FIRST_SERVER_ERROR


def _metadata(cause: ClientError) -> dict[str, int]:
    """The metadata of the response. Only the error from which PynamoDB made its own has it."""
    origin = cause.__cause__
    return origin.response["ResponseMetadata"] if isinstance(origin, ClientError) else {}
