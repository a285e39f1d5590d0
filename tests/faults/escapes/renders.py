"""Hostile batches and their tame twins, rendered every way and compared. Also a program of its own, for another Python.

``python -m tests.faults.escapes.renders <seed> <first> <end>`` prints what it found as JSON in its last line.
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

from chalicelib.briefs.day import read_day
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.web.exchange.cells import restored
from tests.digest.given import a_composer
from tests.faults.escapes import shapes
from tests.faults.escapes.records import IN_A_BATCH, NOW, TODAY, Batch, batch
from tests.faults.escapes.shapes import Shape
from tests.faults.escapes.shelf import FEED, Api
from tests.faults.shares import Found

SHOWN = 3  # differences of one shape


def attempt(seed: int, numbers: Sequence[int]) -> Found:
    """Try the batches of these numbers."""
    logging.disable(logging.CRITICAL)
    os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}
    found = Found()
    for number in numbers:
        found.violations += [
            f"seed {seed}, batch {number}: {one}" for one in _wrong(batch(seed, number), found.counted)
        ]
        found.tried += IN_A_BATCH
    return found


def _wrong(tried: Batch, counted: Counter[str]) -> Iterator[str]:
    hostile = _rendered(tried.owner, tried.records, tried.number)
    tame = _rendered(tried.tame_owner, tried.tame_records, tried.number)
    for where, shape in hostile.items():
        counted["renderings compared"] += 1
        if shape != tame[where]:
            yield f"{where}: {_difference(shape, tame[where])}"
    yield from _changed_words(tried)


def _rendered(owner: Owner, records: tuple[Interview, ...], number: int) -> dict[str, Shape]:
    """The shape of everything that shows these records; of one of them also its own pages."""
    api, one = _api(), records[number % len(records)]
    api.holds(owner, records)
    return {
        "the mail": shapes.of_mail(a_composer()(owner, read_day(owner, records, NOW), TODAY, NOW).mime),
        "today": shapes.of_html(api.page("/")),
        "the page of the digest": shapes.of_html(api.page("/digest")),
        "the list as a page": shapes.of_html(api.page("/interviews")),
        "the settings": shapes.of_html(api.page("/settings")),
        "a record's page": shapes.of_html(api.page(f"/interviews/{one.id}")),
        "a record's form": shapes.of_html(api.page(f"/interviews/{one.id}/edit")),
        "the feed": shapes.of_calendar(api.data(f"/calendar/alex.{FEED}.ics")),
        "the table": shapes.of_table(api.data("/export.csv")),
        "the export": shapes.of_json(api.data("/export.json")),
        "the agenda": shapes.of_json(api.data("/agenda")),
    }


def _changed_words(tried: Batch) -> Iterator[str]:
    """What is meant to be read by programs says what was recorded, to the letter."""
    api = _api()
    api.holds(tried.owner, tried.records)
    said = [(one.company, one.position) for one in tried.records]
    exported = json.loads(api.data("/export.json"))["interviews"]
    if [(one["company"], one["position"]) for one in exported] != said:
        yield "the export holds other words"
    table = csv.DictReader(io.StringIO(api.data("/export.csv").removeprefix("\ufeff"), newline=""))
    if [(restored(row["company"]), restored(row["position"])) for row in table] != said:
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
