"""What the digest's tests ask for besides: SES on loopback, and a tick that sends there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.config import Config
from botocore.session import Session

from chalicelib.digest.ses_sender import ONE_ATTEMPT, SesSender
from chalicelib.digest.tick import Tick
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from tests.digest.given import SENDER, a_composer
from tests.digest.ses_stand_in import SesStandIn, ses_stand_in
from tests.moto_table import REGION


@pytest.fixture(scope="session")
def listening() -> Iterator[SesStandIn]:
    """One stand-in for the whole run."""
    with ses_stand_in() as stand_in:
        yield stand_in


@pytest.fixture(scope="session")
def client(listening: SesStandIn) -> Any:
    """A client of the stand-in that waits half a second at most; made once, since that takes longer than a test."""
    impatient = ONE_ATTEMPT.merge(Config(read_timeout=0.5))
    return Session().create_client("sesv2", region_name=REGION, endpoint_url=listening.address, config=impatient)


@pytest.fixture
def ses(listening: SesStandIn) -> Iterator[SesStandIn]:
    """SES's stand-in: takes every mail, unless it is told of other fates."""
    listening.forget()
    yield listening
    listening.is_over.set()


@pytest.fixture
def post(ses: SesStandIn, client: Any) -> SesSender:
    """Sends to the stand-in."""
    return SesSender(lambda: client, SENDER)


@pytest.fixture
def tick(owners: Owners, interviews: Interviews, digests: Digests, post: SesSender) -> Tick:
    """The tick as it is shipped, on an empty table."""
    return Tick(owners, interviews, digests, a_composer(), post)
