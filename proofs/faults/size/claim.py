"""Read everything that an owner with far too much has stored, page by page, and weigh each answer."""

from __future__ import annotations

import logging

from infra import catalogs
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.size.reading import Reading
from proofs.faults.size.shelves import shelves

_SHORT, _LONG = 150, 1000  # records


def refute(effort: Effort) -> Verdict:
    """The short run is in one language and of few records; each shelf is read whole in both."""
    catalogs.compile_all()
    logging.disable(logging.CRITICAL)  # what cannot be read is logged, each time
    violations: list[str] = []
    tried = 0
    languages = ("en", "ru") if effort.is_long else ("ru",)
    every = [shelf for language in languages for shelf in shelves(effort.of(_SHORT, _LONG), language)]
    for done, shelf in enumerate(every):
        for at, wrong in Reading(shelf).faults():
            tried += 1
            violations += [f"{shelf.name}: {at}: {wrong}"] if wrong else []
        effort.told(done + 1, len(every))
        if effort.is_enough(violations):
            break
    return Verdict(tried, tuple(violations), {"shelves": len(every)})


CLAIM = Claim(
    "size",
    "No answer is over 6,000,000 bytes, whatever is stored, and all that is stored is on some page",
    refute,
)
