"""The matrix: every fate of every call site of every flow run; and a check that none is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from chalice.local import RouteMatcher

from app import app
from chalicelib.web.urls import URLS
from proofs.faults.call_sites import flows_owner, flows_pages, flows_records
from proofs.faults.call_sites.bounce_run import Returning
from proofs.faults.call_sites.deployment_under_fault import DeploymentUnderFault
from proofs.faults.call_sites.fates import TRIES, Extent, Fate, Site, Trouble
from proofs.faults.call_sites.flow_run import Action, Baseline, FlowRun
from proofs.faults.call_sites.request_run import Asking
from proofs.faults.call_sites.tick_run import TICKS
from tests.infra.template.test_roles import ALLOWED, LAMBDA_S_OWN

FLOW_RUNS: tuple[FlowRun, ...] = (
    *map(Asking, flows_records.FLOWS + flows_owner.FLOWS + flows_pages.FLOWS),
    *TICKS,
    Returning(),
)
_WRITES = ("PutItem", "UpdateItem", "DeleteItem")
_MADE_BY_SES = {"ses:SendRawEmail"}  # the action that SendEmail with a raw message needs; never called as such


@dataclass(frozen=True, slots=True)
class Case:
    """One flow run, by its index in the list of all, that meets one trouble."""

    flow_run: int
    trouble: Trouble

    def __str__(self) -> str:
        return f"{FLOW_RUNS[self.flow_run].name}, {self.trouble}"

    def violations(self, product: DeploymentUnderFault, known: Baseline) -> Iterator[str]:
        """What is not as documented; ``known`` is the flow run that met nothing."""
        return FLOW_RUNS[self.flow_run].violations(product, known, self.trouble)


def all_cases(known: Mapping[int, Baseline]) -> list[Case]:
    """The cases of every call site with every fate."""
    return [Case(place, trouble) for place, one in known.items() for site in one.sites for trouble in troubles(site)]


def troubles(site: Site) -> Iterator[Trouble]:
    """The troubles that a call can meet: at its first try and, where the client makes several, at every try."""
    has_several = TRIES[site.operation.service] > 1
    for fate in Fate:
        if has_several or fate.is_answered:
            yield Trouble(site, fate, Extent.FIRST_TRY)
        if not fate.is_answered:
            yield Trouble(site, fate, Extent.EVERY_TRY)


def some(cases: Iterable[Case], chance: Random) -> list[Case]:
    """A sample of the cases:

    - every operation with every fate that a retry survives
    - every operation in each function with every other fate
    - writes whose answer is lost, for every kind of item
    - every flow run
    """
    shuffled = list(cases)
    chance.shuffle(shuffled)
    seen: set[object] = set()
    chosen = []
    for case in shuffled:
        if not {_kind(case), case.flow_run} <= seen:
            chosen.append(case)
        seen |= {_kind(case), case.flow_run}
    return chosen


def left_out(known: Mapping[int, Baseline]) -> Iterator[str]:
    """The routes, and the calls that a function is allowed to make, that the matrix lacks."""
    asked = {(one.ask.method, _route(one.ask.path)) for one in known.values() if one.ask}
    declared = ((method, url.path) for url in URLS for method in url.methods)
    yield from (f"no flow asks for {method} {path}" for method, path in declared if _is_missing(method, path, asked))
    for function in ALLOWED:
        made = {one for place, its in known.items() if FLOW_RUNS[place].function == function for one in its.actions}
        yield from (f"{function}: no flow makes {what}" for what in sorted(_allowed(function) - made - _THEIRS))
        yield from (f"{function}: {what} is made and not allowed" for what in sorted(made - _allowed(function)))


_THEIRS = {(action, "") for action in _MADE_BY_SES}


def _kind(case: Case) -> tuple[object, ...]:
    trouble = case.trouble
    operation = trouble.site.operation
    where = "" if trouble.is_survived else FLOW_RUNS[case.flow_run].function
    is_lost = trouble.fate.is_done and operation.name in _WRITES  # and sent again, it must be known for what it is
    return where, operation.service, str(operation) if is_lost else operation.name, trouble.fate, trouble.extent


def _is_missing(method: str, path: str, asked: set[tuple[str, str]]) -> bool:
    return method != "HEAD" and (method, path) not in asked  # HEAD is its GET


def _route(path: str) -> str:
    return str(RouteMatcher(list(app.routes)).match_route(path).route)


def _allowed(function: str) -> set[Action]:
    return {
        (action, resource.partition("/index/")[2])
        for resource, actions in ALLOWED[function].items()
        for action in actions - LAMBDA_S_OWN
    }
