"""Every line to a provider's mail server, in every way in which it can fail, has the documented outcome.

The digest is due at 8:00. What the server takes of the ticks at 8:00, a second later, at 8:04:59, at 8:15, at 8:30:

| the line | what becomes of it | |
|---|---|---|
| any before the end of the mail | no answer, nonsense, 4xx; 5xx to whoever connects, or to the password | 0 1 0 0 0 |
| sender, recipient, data, the end | 5xx: refused for the day | 0 0 0 0 0 |
| the end | 4xx | 0 1 0 0 0 |
| the end | it was not read, and nobody was told | 0 0 0 1 0 |
| the end | the mail was taken, and nobody was told | 1 0 0 1 0: the window |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product as pairs

from proofs.faults.call_sites.deployment_under_fault import IMPATIENT, PATIENT, DeploymentUnderFault
from proofs.faults.call_sites.flow_run import Baseline
from proofs.faults.call_sites.outcomes import AFTER_THE_LEASE, NEXT_TICK, TWICE, Mails
from proofs.faults.call_sites.state import difference, state
from proofs.faults.call_sites.tick_run import later_ticks, ticked
from tests.digest.smtp_stand_in import TAKEN_ANYWAY, Fate, Line

_NONE: Mails = (0, 0, 0, 0, 0)
_ABOUT_THE_MAIL = (Line.MAIL, Line.RCPT, Line.DATA, Line.END)


@dataclass(frozen=True, slots=True)
class SmtpCase:
    """A line that meets a fate."""

    line: Line
    fate: Fate

    def __str__(self) -> str:
        return f"digest that goes by the provider, {self.fate.name} at {self.line}"

    @property
    def taken(self) -> Mails:
        """What the server takes, tick by tick."""
        if self.fate is Fate.REFUSED and self.line in _ABOUT_THE_MAIL:
            return _NONE
        if self.line is not Line.END or self.fate is Fate.TRY_LATER:
            return NEXT_TICK
        return TWICE if self.fate in TAKEN_ANYWAY else AFTER_THE_LEASE

    def violations(self, product: DeploymentUnderFault, known: Baseline) -> Iterator[str]:
        """What is not as documented; ``known`` is the digest that met nothing."""
        patience = IMPATIENT if self.fate is Fate.HANGS else PATIENT
        product.begin(known.begin, known.now, patience, by_smtp=True)
        product.provider.fates = [(self.line, self.fate)]
        taken = (ticked(product, known.now), *later_ticks(product, known.now))
        if taken != self.taken:
            yield f"the server took {taken}, tick by tick, and not {self.taken}"
        expected, found = state(known.end), state(product.items())
        if self.taken != _NONE and expected != found:
            yield f"in the end something else is stored: {difference(expected, found)}"
        yield from (f"logged with a traceback: {one}" for one in product.overheard.tracebacks)


CASES = tuple(SmtpCase(line, fate) for line, fate in pairs(Line, Fate) if fate is not Fate.LATE)
