"""A flow run: a request, some ticks or an event of SES, during which calls of AWS are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from proofs.faults.call_sites.deployment_under_fault import IMPATIENT, PATIENT, DeploymentUnderFault, Items
from proofs.faults.call_sites.fates import TRIES, Extent, Fate, Site, Trouble
from proofs.faults.call_sites.faulty_aws import Passed
from proofs.faults.call_sites.operation_parser import GET_KEYS
from tests.infra.template.calls import recorded_calls

Action = tuple[str, str]  # its name in IAM, and the index


@dataclass(frozen=True)
class Baseline:
    """What is known of a flow run after it went well once: what is stored before and after it, the calls that it makes,
    and the ``actions`` that its function needs for them. ``ask`` and ``came`` are used by the run itself."""

    begin: Items
    now: datetime
    end: Items
    sites: tuple[Site, ...]
    actions: frozenset[Action]
    ask: Any = None
    came: Any = None


class Disturbed(Exception):
    """A client gave up a call that was to go well, because the machine is busy: this attempt does not count."""


class FlowRun(Protocol):
    """``function`` is the name, in the template, of the Lambda function that runs it."""

    @property
    def name(self) -> str: ...

    @property
    def function(self) -> str: ...

    def learned(self, product: DeploymentUnderFault) -> Baseline:
        """Run it once without a fault; what is known of it then."""

    def violations(self, product: DeploymentUnderFault, known: Baseline, trouble: Trouble) -> Iterator[str]:
        """Run it with a fault; what is not as documented."""


@dataclass
class Observation:
    """What was seen of a run that went well."""

    sites: tuple[Site, ...] = ()
    actions: frozenset[Action] = frozenset()


@contextmanager
def watched(product: DeploymentUnderFault) -> Iterator[Observation]:
    """The calls in this block, from a cold start on. Raises Disturbed."""
    seen = Observation()
    with recorded_calls() as calls, product.front.meeting(None) as passed:
        product.start()
        yield seen
    _check_calm(passed, None)
    seen.sites = tuple(call.site for call in passed)
    seen.actions = frozenset((action, what.partition("/index/")[2]) for action, what in calls)


def patience(trouble: Trouble) -> int:
    """The seconds that clients wait in a case with this trouble."""
    return IMPATIENT if trouble.fate in (Fate.SLOW, Fate.TIMED_OUT) else PATIENT


@contextmanager
def under_trouble(product: DeploymentUnderFault, trouble: Trouble) -> Iterator[list[str]]:
    """Let the block meet this trouble; the list then says what is wrong with the number of tries. Raises Disturbed."""
    if trouble.site.operation == GET_KEYS:
        product.start()  # the keys are read only once after a cold start
    wrong: list[str] = []
    with product.front.meeting(trouble) as passed:
        yield wrong
    _check_calm(passed, None if trouble.fate.is_answered else trouble.site)
    wrong += _about_tries(passed, trouble)
    wrong += [f"logged with a traceback: {traceback}" for traceback in product.overheard.tracebacks]


def _check_calm(passed: list[Passed], but: Site | None) -> None:
    """Raise Disturbed unless every call was tried once, except this one and those that are never tried again."""
    if any(call.tries > 1 and call.site != but and TRIES[call.site.operation.service] > 1 for call in passed):
        raise Disturbed


def _about_tries(passed: list[Passed], trouble: Trouble) -> Iterator[str]:
    tries = next((call.tries for call in passed if call.site == trouble.site), 0)
    most = TRIES[trouble.site.operation.service]
    if tries == 0:
        yield "the call was not made at all"
    if trouble.extent is Extent.EVERY_TRY and not trouble.is_survived and tries != most:
        yield f"the call was tried {tries} times, not {most}"
    yield from (
        f"{call.site} was tried {call.tries} times"
        for call in passed
        if call.tries > TRIES[call.site.operation.service]
    )
