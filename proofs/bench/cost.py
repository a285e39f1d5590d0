"""Cents for an owner's month: what the tests count, at AWS's prices, compared with a job that scans the table.

The scan's month differs from ours only in the table requests of its digests: no claim, no index, every record is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from infra.deploy.charges import UsageItem
from infra.deploy.cost import Estimate, bill, estimate
from infra.deploy.usage import DAYS, DIGEST, TICK, TICKS_A_DAY, monthly_usage
from proofs.bench.digest_units import UNIT_BYTES
from proofs.bench.figure import Figure, Measurement

OWNERS = (1, 1_000, 1_000_000)
RECORD_BYTES = 250 * 1_500  # of one owner, as usage.py assumes for the size of the table
SCANNED = Decimal(RECORD_BYTES) / UNIT_BYTES / 2  # units: a scan is not strongly consistent by default
OWNER_READ = Decimal("0.5")


def take(say: Callable[[str], None]) -> list[Figure]:
    """An owner's share for each number of owners in one deployment, with the always-free tier and without."""
    say("prices of infra/deploy/prices.py, us-east-1, without tax ...")
    return [figure for owners in OWNERS for figure in _of(owners)]


def _of(owners: int) -> Iterator[Figure]:
    yield from _shares(owners, None, estimate(owners))
    yield from _shares(owners, "scan, once a day", _with_scans(owners, 1))
    yield from _shares(owners, "scan, every quarter of an hour", _with_scans(owners, TICKS_A_DAY))


def _shares(owners: int, peer: str | None, month: Estimate) -> Iterator[Figure]:
    yield Figure(f"cost, {owners:,} owners", float(month.cents / owners), "cents a month each", peer)
    yield Figure(f"cost, {owners:,} owners, nothing free", float(month.list_cents / owners), "cents a month each", peer)


def _with_scans(owners: int, scans_a_day: int) -> Estimate:
    """The month with this many scans of the whole table a day instead of our digests and ticks."""
    used = dict(monthly_usage(owners))
    digests, ticks = owners * DAYS, TICKS_A_DAY * DAYS
    used[UsageItem.READS] += digests * (OWNER_READ - DIGEST.reads) - ticks * TICK.reads
    used[UsageItem.READS] += DAYS * scans_a_day * owners * SCANNED
    used[UsageItem.WRITES] -= digests * DIGEST.writes
    return bill(owners, used)


MEASUREMENT = Measurement("cost", take)
