"""A course of events in which calls of AWS are made: a request, some ticks, an event of SES."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from proofs.faults.call_sites.asked import GET_PARAMETER
from proofs.faults.call_sites.deployment_under_fault import IMPATIENT, PATIENT, DeploymentUnderFault, Items
from proofs.faults.call_sites.fates import TRIES, Extent, Fate, Site, Trouble
from proofs.faults.call_sites.faulty_aws import Passed
from tests.infra.template.calls import recorded_calls

Action = tuple[str, str]  # what IAM calls it, and the index


@dataclass(frozen=True)
class Known:
    """What is known of a course after it went well once: what is stored when it begins and when it has ended, the calls
    that it makes, and which ``actions`` its function needs for them. ``ask`` and ``came`` are the course's own."""

    begin: Items
    now: datetime
    end: Items
    sites: tuple[Site, ...]
    actions: frozenset[Action]
    ask: Any = None
    came: Any = None


class Disturbed(Exception):
    """A busy machine kept a client waiting until it gave up a call that nothing was to happen to: this was no try."""


class FlowRun(Protocol):
    """``function`` is the one that runs it, by its name in the template."""

    @property
    def name(self) -> str: ...

    @property
    def function(self) -> str: ...

    def learned(self, product: DeploymentUnderFault) -> Known:
        """Let it go well, once."""

    def violations(self, product: DeploymentUnderFault, known: Known, trouble: Trouble) -> Iterator[str]:
        """Let it meet trouble; what came of that and should not have."""


@dataclass
class Seen:
    """What was seen of a course that went well."""

    sites: tuple[Site, ...] = ()
    actions: frozenset[Action] = frozenset()


@contextmanager
def watched(product: DeploymentUnderFault) -> Iterator[Seen]:
    """The calls in this block, from a cold start on. Raises Disturbed."""
    seen = Seen()
    with recorded_calls() as calls, product.front.meeting(None) as made:
        product.start()
        yield seen
    _check_calm(made, None)
    seen.sites = tuple(one.site for one in made)
    seen.actions = frozenset((action, what.partition("/index/")[2]) for action, what in calls)


def patience(trouble: Trouble) -> int:
    """How long clients wait in such a case."""
    return IMPATIENT if trouble.fate in (Fate.SLOW, Fate.TIMED_OUT) else PATIENT


@contextmanager
def met(product: DeploymentUnderFault, trouble: Trouble) -> Iterator[list[str]]:
    """The block meets this trouble. In the end, what is wrong with how often the clients tried. Raises Disturbed."""
    if trouble.site.operation == GET_PARAMETER:
        product.start()  # the keys are read once only
    wrong: list[str] = []
    with product.front.meeting(trouble) as made:
        yield wrong
    _check_calm(made, None if trouble.fate.is_answered else trouble.site)
    wrong += _about_tries(made, trouble)
    wrong += [f"logged with a traceback: {one}" for one in product.overheard.tracebacks]


def _check_calm(made: list[Passed], but: Site | None) -> None:
    """Every call went through at its first try, but for this one and those that are never tried again."""
    if any(one.tries > 1 and one.site != but and TRIES[one.site.operation.service] > 1 for one in made):
        raise Disturbed


def _about_tries(made: list[Passed], trouble: Trouble) -> Iterator[str]:
    tries = next((one.tries for one in made if one.site == trouble.site), 0)
    most = TRIES[trouble.site.operation.service]
    if tries == 0:
        yield "the call was not made at all"
    if trouble.extent is Extent.EVERY_TRY and not trouble.is_survived and tries != most:
        yield f"the call was tried {tries} times, not {most}"
    yield from (
        f"{one.site} was tried {one.tries} times" for one in made if one.tries > TRIES[one.site.operation.service]
    )
