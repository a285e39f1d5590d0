"""A client of the API: the application in the client's own process, with a lossy connection to the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from app import app
from chalicelib.records import table
from chalicelib.records.owners import Owners
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import new_token
from chalicelib.wiring import Wiring
from proofs.faults.crew import Crew
from proofs.faults.races.lossy import LossyLine
from proofs.faults.real_table import REGION, TABLE, close
from tests.digest.given import ADDRESS, SENDER
from tests.factories import THAT_EVENING, an_owner
from tests.web.gateway import Gateway, Reply

KEY = "newest-" + "n" * 32
OWNER = an_owner()
NOT_NOW = (409, 503)  # a conflict, or the table did not answer: the client may try again
TRIES = 60
NEVER = THAT_EVENING + timedelta(days=3_650)


class Caller:
    """Sends the owner's requests; ``line`` loses some of DynamoDB's answers."""

    def __init__(self, token: str) -> None:
        self.anybody = Gateway(app)
        self.gateway = self.anybody.signed_in(token)
        self.chance = Random()
        self.line: LossyLine | None = None

    def settle_in(self, seed: int, member: int) -> None:
        """After the fork: use a new connection to the table, which loses answers."""
        close()
        self.chance = Random(f"races {seed} {member}")
        self.line = LossyLine(table.connection().client, self.chance)

    @property
    def lost(self) -> int:
        """How many answers of DynamoDB were lost so far."""
        return self.line.lost if self.line else 0

    def record(self, interview_id: str) -> dict[str, Any]:
        """The record as it is stored, requested until it is answered."""
        return dict(self.insist("GET", f"/interviews/{interview_id}").data)

    def insist(self, method: str, path: str) -> Reply:
        """The answer to a request, sent until the status is not one of ``NOT_NOW``."""
        for _ in range(TRIES):
            reply = self.gateway.send(method, path)
            if reply.status not in NOT_NOW:
                return reply
        raise RuntimeError(f"{method} {path} was never answered: {reply.text}")


Callers = Crew[Callable[[Caller], Any], Any]


def a_caller(dynamodb: str) -> Caller:
    """The application as it is deployed, on this table, and its one owner, whose digest is never due."""
    settings = Settings(
        table=TABLE, region=REGION, sender=SENDER, owner_id=OWNER.id, signing_keys=(KEY,), address=ADDRESS
    )
    wiring = Wiring(settings, now=lambda: THAT_EVENING)
    table.configure(TABLE, REGION, dynamodb)  # the wiring configures AWS's own DynamoDB
    app.services = lambda: wiring.services
    token, token_hash = new_token(OWNER.id)
    owners = Owners()
    owners.put_off(owners.add(OWNER, token_hash), NEVER)
    return Caller(token)
