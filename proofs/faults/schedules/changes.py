"""Changes by an owner or by a bounce while ticks run: each reads the account and saves it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from msgspec.structs import replace

from chalicelib.digest.bounces import BounceHandler
from chalicelib.errors import AfterwordError
from proofs.faults.schedules.parts import Parts
from proofs.faults.schedules.run import Program
from tests.factories import an_owner

OWNER_ID = "alex"


@dataclass(frozen=True, slots=True)
class Change:
    """A change by its name, and the program that makes it at an instant."""

    name: str
    at: Callable[[datetime], Program]


def _settings(now: datetime, **settings: Any) -> Program:
    """As ``usecases.change_settings`` saves what moves the digest."""

    def save(parts: Parts) -> None:
        with suppress(AfterwordError):
            account = parts.owners.get(OWNER_ID)
            assert account is not None
            owner = replace(account.owner, **settings)
            parts.owners.save(replace(account, owner=owner, next_digest_at=min(account.next_digest_at, now)))

    return save


def _bounce(parts: Parts) -> None:
    bounced = {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": an_owner().email}]}
    event = {"eventType": "Bounce", "bounce": bounced, "mail": {"tags": {"owner": [OWNER_ID]}}}
    with suppress(AfterwordError):
        BounceHandler(parts.owners).take(json.dumps(event))


PAUSE = Change("a pause for the day", lambda now: _settings(now, paused_until=now.date()))
LATER = Change("the digest put off to the evening", lambda now: _settings(now, digest_at=time(20)))
EARLIER = Change("the digest put forward", lambda now: _settings(now, digest_at=time(6)))
BOUNCE = Change("mail that came back", lambda _: _bounce)
CHANGES = (PAUSE, LATER, EARLIER, BOUNCE)
