"""Render hostile batches and their tame twins in every way, and compare. Also a program, to be run by another Python.

``python -m proofs.faults.escapes.renders <seed> <first> <end>`` prints what it found as JSON in its last line.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from unittest.mock import patch

from chalicelib.drafts import contact_links
from chalicelib.exchange.formula_escaping import unescape
from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.day_view import read_day
from proofs.faults.escapes import shapes
from proofs.faults.escapes.in_memory_api import FEED, Api
from proofs.faults.escapes.records import IN_A_BATCH, NOW, TODAY, Batch, batch
from proofs.faults.escapes.shapes import Shape
from proofs.faults.shares import Found
from tests.digest.given import a_composer

SHOWN = 3  # differences of one shape
# A position of odd letters is put into quotation marks, so that a letter and its twin may lie on two sides of the
# limit, which is no question of escaping: in ten batches every letter fits into a link, and in the next ten none.
LONGEST_MAILTO = (sys.maxsize, 0)


def attempt(seed: int, numbers: Sequence[int]) -> Found:
    """Try the batches of these numbers."""
    logging.disable(logging.CRITICAL)
    os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}
    found = Found()
    for number in numbers:
        try:
            wrong = list(_wrong(batch(seed, number), found.counted))
        except Exception as error:  # the output cannot be parsed at all
            wrong = [f"{type(error).__name__}: {error}"]
        found.violations += [f"seed {seed}, batch {number}: {one}" for one in wrong]
        found.tried += IN_A_BATCH
    return found


def _wrong(tried: Batch, counted: Counter[str]) -> Iterator[str]:
    with patch.object(contact_links, "LONGEST_MAILTO", LONGEST_MAILTO[tried.number // IN_A_BATCH % 2]):
        hostile = _rendered(tried.owner, tried.records, tried.number)
        tame = _rendered(tried.tame_owner, tried.tame_records, tried.number)
    for where, text in hostile.items():
        counted["renderings compared"] += 1
        shape, expected = _shape(text, where), _shape(tame[where], where)
        if shape != expected:
            yield f"{where}: {_difference(shape, expected)}"
    yield from _changed_words(tried.records, str(hostile["the export"]), str(hostile["the table"]))


def _rendered(owner: Owner, records: tuple[Interview, ...], number: int) -> dict[str, str | bytes]:
    """All renders of these records; of the pages, and of the steps that are read by a link, each batch has one in
    turn."""
    api, one = _api(), records[number % len(records)]
    api.holds(owner, records)
    pages = ("/", "/digest", "/interviews", "/settings", f"/interviews/{one.id}", f"/interviews/{one.id}/edit")
    page, kind = pages[number % len(pages)], [*StepKind][number % len(StepKind)]
    purpose = [*SettlePurpose][number % len(SettlePurpose)]
    return {
        "the mail": a_composer()(owner, read_day(owner, records, NOW), TODAY, NOW).mime,
        f"the page {page}": api.page(page),
        f"the page of {kind} of {one.id}": api.step(kind, one.id),
        f"the page of what to {purpose}": api.settling(purpose),
        "the feed": api.data(f"/calendar/alex.{FEED}.ics"),
        "the table": api.data("/export.csv"),
        "the export": api.data("/export.json"),
        f"the drafts of {one.id}": api.data(f"/interviews/{one.id}/drafts"),
    }


def _shape(text: str | bytes, where: str) -> Shape:
    if isinstance(text, bytes):
        return shapes.of_mail(text)
    readers = {"the feed": shapes.of_calendar, "the table": shapes.of_table}
    return readers.get(where, shapes.of_html if "the page" in where else shapes.of_json)(text)


def _changed_words(records: tuple[Interview, ...], export: str, table: str) -> Iterator[str]:
    """Differences between the records and the files for programs: those must have every text unchanged."""
    recorded = [(record.company, record.position) for record in records]
    if [(record["company"], record["position"]) for record in json.loads(export)["interviews"]] != recorded:
        yield "the export holds other words"
    rows = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))
    if [(unescape(row["company"]), unescape(row["position"])) for row in rows] != recorded:
        yield "the table holds other words"


@cache
def _api() -> Api:
    return Api()


def _difference(shape: Shape, tame: Shape) -> str:
    more, fewer = Counter(shape) - Counter(tame), Counter(tame) - Counter(shape)
    return f"more: {list(more)[:SHOWN]}, fewer: {list(fewer)[:SHOWN]}"


if __name__ == "__main__":
    found = attempt(int(sys.argv[1]), range(int(sys.argv[2]), int(sys.argv[3])))
    print(json.dumps({"tried": found.tried, "violations": found.violations, "counted": found.counted}))
