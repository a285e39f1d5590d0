"""One life of the table: it begins empty and gets some hundred requests that build on each other.

A life depends only on its seed and number, except for the ids of its records, so it can be repeated by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from random import Random

from msgspec.structs import replace

from chalicelib.usecases.tokens import read_token
from proofs.faults.answers import faults_of
from proofs.faults.deployed import Deployed, token_of
from proofs.faults.requests.known import OWNER_ID, ClientState
from proofs.faults.requests.mixture import INTENTS
from proofs.faults.requests.mutations import mutated
from proofs.faults.requests.request import Request, event_of
from proofs.faults.requests.values import CANARY, DIGITS, PHONE
from tests.factories import THAT_EVENING, an_owner
from tests.web.gateway import Reply

REQUESTS = 250  # in a life; with more, the size of the table slows the run down
_TAME = 0.45  # the share of requests that are not mutated
_HEAD = 0.08  # the share of HEAD among those that read
_INTENTS, _WEIGHTS = tuple(INTENTS), tuple(INTENTS.values())


@dataclass
class LifeOutcome:
    """The outcome of a life: ``answers`` by class of status, ``done`` by route and method with a status below 400."""

    violations: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    done: set[str] = field(default_factory=set)
    said: int = 0


@cache
def service() -> Deployed:
    """The deployment, one in a process; its capture of logs is tested before it is trusted."""
    deployed = Deployed(OWNER_ID)
    deployed.app.log.info("%s", CANARY)
    assert CANARY in deployed.heard()
    return deployed


def live(at: tuple[int, int]) -> LifeOutcome:
    """The life of this seed and number."""
    seed, number = at
    lived = LifeOutcome()
    for place, (request, reply, violations) in enumerate(events(seed, number)):
        where = f"SEED {seed}, life {number}, request {place}: "
        repeat = f" (python -m proofs.faults.requests {seed} {number} {place})"
        lived.violations += [f"{where}{request.method} {request.path[:80]} {said}{repeat}" for said in violations]
        if reply is not None:
            lived.answers[f"{reply.status // 100}xx"] += 1
            _note(request, reply, lived)
    return lived


def _note(request: Request, reply: Reply, lived: LifeOutcome) -> None:
    if reply.status < 400:
        route = service().gateway.event(request.method, request.path, None, {})["resource"]
        lived.done.add(f"{request.method} {route}")


def events(seed: int, number: int) -> Iterator[tuple[Request, Reply | None, list[str]]]:
    """Each request, its answer, and what is wrong with it."""
    deployed = service()
    rng = Random(f"{seed}/{number}")
    known = _moved_in(deployed, rng)
    for _ in range(REQUESTS):
        _pass_time(known)
        request = rng.choices(_INTENTS, _WEIGHTS)[0](known)
        request = _as_meant(request, rng) if rng.random() < _TAME else mutated(request, rng)
        reply, violations = _asked(request, deployed)
        yield request, reply, violations
        if reply is not None:
            known.learn(reply)
            _keep_signed_in(known, request, reply)


def _as_meant(request: Request, rng: Random) -> Request:
    """The request unmutated; a few of those that read are made HEAD."""
    return replace(request, method="HEAD") if request.method == "GET" and rng.random() < _HEAD else request


def _asked(request: Request, deployed: Deployed) -> tuple[Reply | None, list[str]]:
    try:
        reply = deployed.deliver(event_of(request, deployed))
    except Exception as error:
        return None, [f"raised {type(error).__name__}: {error}"[:300], *_spilt(deployed.heard())]
    return reply, [*faults_of(reply, request.method), *_spilt(deployed.heard())]


def _spilt(output: str) -> Iterator[str]:
    """Private data in what was logged or printed."""
    if not output:
        return
    plain = output.casefold()
    digits = "".join(filter(str.isalnum, plain))
    if "traceback" in plain:
        yield f"logged a traceback: {output[-200:]!r}"
    if CANARY in plain or DIGITS in digits:
        yield f"logged what somebody wrote: {output[:200]!r}"


def _moved_in(deployed: Deployed, rng: Random) -> ClientState:
    deployed.now = THAT_EVENING + timedelta(hours=rng.randrange(24 * 300))
    deployed.emptied()
    owner = an_owner(id=OWNER_ID, name="Alex Kanarie", email="alex@kanarie.example", phone=PHONE)
    account = deployed.moved_in(owner)
    deployed.heard()
    cookie, form_token = deployed.session(account)
    return ClientState(deployed, rng, deployed.now.date(), cookie, form_token)


def _pass_time(known: ClientState) -> None:
    if known.rng.random() < 0.1:
        known.deployed.now += timedelta(minutes=known.rng.choice((1, 15, 60 * 24, 60 * 24 * 4)))
        known.today = known.deployed.now.date()


def _keep_signed_in(known: ClientState, request: Request, reply: Reply) -> None:
    """Restore token and session, since a form may have renewed or ended them, and days pass."""
    is_over = reply.status < 400 and request.path.startswith(("/settings/token", "/sign-out"))
    if not is_over and known.rng.random() > 0.02:
        return
    account, token = known.deployed.parts.owners.get(OWNER_ID), read_token(token_of(OWNER_ID))
    assert account is not None
    assert token is not None
    if account.token_hash != token.secret_hash:
        account = known.deployed.parts.owners.save(replace(account, token_hash=token.secret_hash))
    known.cookie, known.form_token = known.deployed.session(account)
