"""For Alex, what is Kim's does not exist, whatever the request; and no request of his changes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random

from proofs.faults.answers import faults_of
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.cores import spread
from proofs.faults.isolation import plain_cases
from proofs.faults.isolation.matrix import Case, cases
from proofs.faults.isolation.request_builder import Asking
from proofs.faults.isolation.two_owners import CANARIES, KIM, PHONES, TwoOwners
from proofs.faults.requests.request import Request, event_of
from tests.web.gateway import Reply

_SHORT_AT_RANDOM = 300
_IN_ONE_GO = 50
_MADE_ANEW = re.compile(  # what is signed, ids, and secrets
    r"\b[0-9a-f]{8}\.[\w-]+\.[\w-]{27}|\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b|\b[0-9a-f]{10}\b|[\w-]{43}", re.ASCII
)


@dataclass
class Tried:
    """What was tried. ``answers`` counts pairs of requests by the status that both had."""

    answers: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)


@cache
def _asking() -> tuple[TwoOwners, Asking]:
    two = TwoOwners()
    return two, Asking(two)


def refute(effort: Effort) -> Verdict:
    """Send all cases, or a sample of each route and method; then try the plain cases."""
    two, _ = _asking()
    everything = cases(two.deployed.app.routes)
    chosen = everything if effort.is_long else _some(everything, effort.seed)
    goes, total = [tuple(chosen[at : at + _IN_ONE_GO]) for at in range(0, len(chosen), _IN_ONE_GO)], Tried()
    for tried in spread(try_some, goes):
        total.answers += tried.answers
        total.violations += tried.violations
        effort.told(total.answers.total(), len(chosen))
        if effort.is_enough(total.violations):
            break
    others, controls = plain_cases.cases(two), list(plain_cases.controls(two))
    total.violations += [*others.violations, *controls]
    asked = {f"{case.method} {case.route}" for case in chosen if case.method in two.deployed.app.routes[case.route]}
    figures: dict[str, int | float | str] = {"in the matrix": len(everything), "routes": len(asked)}
    figures |= dict(sorted(total.answers.items()))
    return Verdict(total.answers.total() + others.tried, tuple(total.violations), figures)


def try_some(some: tuple[Case, ...]) -> Tried:
    """Send each with Kim's and with nobody's: same answer, no word of hers in it, and nothing of hers changed."""
    two, asking = _asking()
    tried = Tried()
    for case in some:
        kims, hers, changed = _asked(two, *asking.request(case, is_nobodys=False))
        nobodys, stand_in, _ = _asked(two, *asking.request(case, is_nobodys=True))
        tried.answers[str(kims.status)] += 1
        faults = [*_faults(kims, hers, case), *(f"changed {key}" for key in changed if key.startswith(f"{KIM}/"))]
        if _said(kims, hers) != _said(nobodys, stand_in):
            faults.append(f"is answered {kims.status}, and what is nobody's {nobodys.status}, or in other words")
        tried.violations += [f"{case}: {fault}" for fault in faults]
    return tried


def _asked(two: TwoOwners, request: Request, value: str) -> tuple[Reply, str, list[str]]:
    with two.undone() as changed:
        reply = two.deployed.deliver(event_of(request, two.deployed))
    return reply, value, changed


def _faults(reply: Reply, sent: str, case: Case) -> Iterator[str]:
    yield from faults_of(reply, case.method)
    everything = f"{reply.text} {dict(reply.headers)}".replace(sent, "")
    yield from (f"shows Kim's {what}" for what in (CANARIES[KIM], PHONES[KIM].replace(" ", "")) if what in everything)


def _said(reply: Reply, sent: str) -> tuple[object, ...]:
    """An answer without the text that was sent, and without the ids and secrets that are new in each answer."""
    headers = sorted((name, _plain(str(value), sent)) for name, value in reply.headers.items())
    return reply.status, _plain(reply.text, sent), headers


def _plain(text: str, sent: str) -> str:
    return _MADE_ANEW.sub("(new)", text.replace(sent, "(sent)"))


def _some(everything: list[Case], seed: int) -> list[Case]:
    """All cases with a token but HEAD, which is handled as GET; and some of the others."""
    routes = _asking()[0].deployed.app.routes
    by_token = [
        case for case in everything if case.way_in == "bearer" and case.method in routes[case.route].keys() - {"HEAD"}
    ]
    others = [case for case in everything if case.way_in != "bearer" or case.method == "HEAD"]
    return [*by_token, *Random(seed).sample(others, _SHORT_AT_RANDOM)]


CLAIM = Claim(
    "isolation",
    "No request, link, feed or digest of one owner reads or changes anything of another's",
    refute,
)
