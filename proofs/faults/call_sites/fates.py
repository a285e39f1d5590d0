"""What can happen to a call of AWS."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum, StrEnum

from tests.loopback import Answer


class Fate(StrEnum):
    """What happens to a call. ``done``: AWS carries it out, but no answer arrives."""

    REQUEST_DROPPED = "request dropped"
    REPLY_DROPPED = "reply dropped"
    FAILED = "HTTP 500"
    FAILED_THOUGH_DONE = "HTTP 500 though done"
    THROTTLED = "throttled"
    TIMED_OUT = "timeout"
    SLOW = "slow"

    @property
    def is_done(self) -> bool:
        """Whether AWS carries the call out."""
        return self in _DONE

    @property
    def is_answered(self) -> bool:
        """Whether AWS's own answer arrives."""
        return self is Fate.SLOW


_DONE = (Fate.REPLY_DROPPED, Fate.FAILED_THOUGH_DONE, Fate.TIMED_OUT, Fate.SLOW)


class Extent(Enum):
    """Which tries of a call the fate meets: for most calls the client makes several."""

    FIRST_TRY = "the first try"
    EVERY_TRY = "every try"


class Service(StrEnum):
    """The services that are called, by their names in a request's signature."""

    DYNAMODB = "dynamodb"
    SES = "ses"
    SSM = "ssm"


# By the retries that chalicelib configures: records/table.py, digest/ses_sender.py, parameters.py.
TRIES = {Service.DYNAMODB: 3, Service.SES: 1, Service.SSM: 2}


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of AWS, and what it is about: a kind of item, an index, or nothing."""

    service: Service
    name: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.about}".strip()


@dataclass(frozen=True, slots=True)
class Site:
    """A call of a flow: the ``number``-th of this operation, from 1 on."""

    operation: Operation
    number: int

    def __str__(self) -> str:
        return f"{self.operation}, no. {self.number}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault that one call meets."""

    site: Site
    fate: Fate
    extent: Extent

    @property
    def is_survived(self) -> bool:
        """Whether the client's own retries get an answer in the end."""
        if self.fate.is_answered:
            return True
        return self.extent is Extent.FIRST_TRY and TRIES[self.site.operation.service] > 1

    def __str__(self) -> str:
        return f"{self.fate} at {self.extent.value} of {self.site}"


def refusal(fate: Fate, service: Service) -> Answer | None:
    """The status, headers and body of a service that throttles or fails; None for a connection that goes dead."""
    if fate not in (Fate.THROTTLED, Fate.FAILED, Fate.FAILED_THOUGH_DONE):
        return None
    is_throttled = fate is Fate.THROTTLED
    if service is Service.SES:
        code = "TooManyRequestsException" if is_throttled else "InternalServiceError"
        return (429 if is_throttled else 500), {"x-amzn-ErrorType": code}, b'{"message": "no"}'
    code = "ThrottlingException" if is_throttled else "InternalServerError"
    return (400 if is_throttled else 500), {}, json.dumps({"__type": f"com.amazonaws#{code}", "message": "no"}).encode()
