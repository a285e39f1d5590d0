"""Tampered texts open no door, and genuine ones open it for their lifetime only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.cores import spread
from proofs.faults.tokens import boundaries, constant_time, handler
from proofs.faults.tokens.doors import Door, doors
from proofs.faults.tokens.tampering import tampered

Figures = dict[str, int | float | str]
_SHORT, _LONG = 20_000, 1_000_000
_IN_ONE_GO = 5_000
_AT_THE_HANDLER = 50  # one text in so many is sent to the handler as well


@dataclass
class Tried:
    """What was tried: ``at`` counts texts by door, ``answers`` the handler's answers by status."""

    at: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)


def refute(effort: Effort) -> Verdict:
    """Try as many tampered texts as the effort says, then the tables of cases."""
    goes, all_tried = effort.of(_SHORT, _LONG) // _IN_ONE_GO, Tried()
    for tried in spread(try_some, [(effort.seed, go) for go in range(goes)]):
        all_tried.at += tried.at
        all_tried.answers += tried.answers
        all_tried.violations += tried.violations
        effort.told(all_tried.at.total(), goes * _IN_ONE_GO)
        if effort.is_enough(all_tried.violations):
            break
    tables = [*_genuine(), *boundaries.cases(), *constant_time.cases(), *handler.revoked()]
    all_tried.violations += [
        f"{what}: {is_so} instead of {should}" for what, should, is_so in tables if is_so != should
    ]
    answers = {f"handler {status}": times for status, times in sorted(all_tried.answers.items())}
    figures = Figures({**dict(sorted(all_tried.at.items())), "cases of tables": len(tables), **answers})
    return Verdict(all_tried.at.total() + len(tables), tuple(all_tried.violations), figures)


def try_some(at: tuple[int, int]) -> Tried:
    """Try some thousand tampered texts, each at the door that it was made for."""
    seed, go = at
    rng, all_doors, tried = Random(f"{seed}/{go}"), doors(), Tried()
    genuine = sorted(text for door in all_doors for text in door.genuine)
    for number in range(_IN_ONE_GO):
        door = rng.choice(all_doors)
        text = _tampered(door, genuine, rng)
        tried.at[door.name] += 1
        where = f"SEED {seed}, go {go}, text {number}: the {door.name} {text!r}"
        tried.violations += [f"{where} {fault}" for fault in _fault(door, text)]
        if number % _AT_THE_HANDLER == 0:
            for status, fault in handler.refused(door.name, text):
                tried.answers[str(status)] += 1
                tried.violations += [f"{where} {fault}"] if fault else []
    return tried


def _tampered(door: Door, genuine: list[str], rng: Random) -> str:
    """A tampered text that is none of the genuine ones."""
    while True:
        text = tampered(rng.choice(sorted(door.genuine)), genuine, rng)
        if door.reads(text) not in door.genuine:
            return text


def _fault(door: Door, text: str) -> Iterator[str]:
    try:
        if door.opens(text):
            yield "was let in"
    except Exception as error:
        yield f"raised {type(error).__name__}: {error}"


def _genuine() -> Iterator[tuple[str, bool, bool]]:
    """Each door opens for its own genuine texts, and for no other door's."""
    all_texts = [text for door in doors() for text in door.genuine]
    yield "each door has texts of its own", True, len(all_texts) == len(set(all_texts))
    for door in doors():
        yield from ((f"the genuine {door.name} {text}", True, door.opens(text)) for text in sorted(door.genuine))


CLAIM = Claim(
    "tokens",
    "No link, token, session, form or calendar address that was tampered with is accepted, nor one that is over",
    refute,
)
