"""What can become of a call of AWS on its way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum, StrEnum

from tests.loopback import Answer


class Fate(StrEnum):
    """``done`` is what AWS has carried out, though nobody is told."""

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
    """Which of a call's tries the fate meets: the client makes several of most."""

    FIRST_TRY = "the first try"
    EVERY_TRY = "every try"


class Service(StrEnum):
    """The services that are called, as a signature names them."""

    DYNAMODB = "dynamodb"
    SES = "ses"
    SSM = "ssm"


# By the retries that chalicelib configures: records/table.py, digest/post.py, links/parameter.py.
TRIES = {Service.DYNAMODB: 3, Service.SES: 1, Service.SSM: 2}


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of AWS, and what it is about: a kind of item, an index, or nothing in particular."""

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
    """What becomes of a call."""

    site: Site
    fate: Fate
    extent: Extent

    @property
    def is_survived(self) -> bool:
        """Whether the client, left to itself, gets an answer in the end."""
        if self.fate.is_answered:
            return True
        return self.extent is Extent.FIRST_TRY and TRIES[self.site.operation.service] > 1

    def __str__(self) -> str:
        return f"{self.fate} at {self.extent.value} of {self.site}"


def refusal(fate: Fate, service: Service) -> Answer | None:
    """The status, headers and body with which a service throttles, or fails; None for a line that goes dead."""
    if fate not in (Fate.THROTTLED, Fate.FAILED, Fate.FAILED_THOUGH_DONE):
        return None
    is_throttled = fate is Fate.THROTTLED
    if service is Service.SES:
        code = "TooManyRequestsException" if is_throttled else "InternalServiceError"
        return (429 if is_throttled else 500), {"x-amzn-ErrorType": code}, b'{"message": "no"}'
    code = "ThrottlingException" if is_throttled else "InternalServerError"
    return (400 if is_throttled else 500), {}, json.dumps({"__type": f"com.amazonaws#{code}", "message": "no"}).encode()
