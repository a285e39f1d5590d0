"""What a number of owners uses of AWS in a month: figures counted in the code, and assumptions of a busy job seeker.

What is rounded or guessed is too high rather than too low, so that the real bill is lower. Figures that are called
counted are checked by tests: units of the table in ``tests/records/test_costs*.py`` (on DynamoDB Local), the rest in
``tests/deploy``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from chalicelib.records.item_keys import SHARDS
from infra.deploy.charges import UsageItem


class Units(NamedTuple):
    """Capacity units of DynamoDB: a read unit is a strongly consistent read of 4 KB, a write unit a write of 1 KB."""

    reads: Decimal
    writes: Decimal


def _units(reads: str, writes: str = "0") -> Units:
    return Units(Decimal(reads), Decimal(writes))


DAYS = 31  # in the longest month
GB = 10**9  # bytes. AWS often means 2^30, of which there are fewer

# Counted, all with ten open records. An empty query takes half a unit; DynamoDB Local does not charge it.
RECORDING = _units("1", "6")
LONG_ANSWER = _units(
    "0", "2"
)  # the API's answer to a POST, kept for its repetition, is above 1 KB; twice: a transaction
CHANGE = _units("2", "3")
LOOK = _units("2")
LIST = _units("3")
DIGEST = _units("3.5", "5")
TICK = Units(SHARDS * Decimal("0.5"), Decimal(0))
NOTHING = _units("0")

TICKS_A_DAY = 24 * 4  # app.py: every quarter of an hour
MAIL_BYTES = 31_000  # counted: ten records are due, letters attached. All of it is taken for attachments
MEMORY_GB = Decimal("0.5")  # .chalice/config.json

# Assumed, since nothing of this has run on Lambda yet.
COLD_SECONDS = Decimal("1.5")  # a cold start, initialization included (AWS charges for it since 2025)
WARM_SECONDS = Decimal("0.15")
DIGEST_SECONDS = Decimal("0.3")  # six requests to the table, rendering on 0.3 of a processor, one to SES
QUIET_MINUTES = 5  # without a request; then Lambda may stop a function, and the next one is a cold start
RESPONSE_BYTES = 20_000  # the feed of ten records has 16 KB, most pages fewer than 9
LOG_BYTES = 1_000  # of one invocation: Lambda's own lines, and ours where there is something to say
OWNER_BYTES = 1_000_000  # 250 records of 1.5 KB, the open ones twice, 400 days of digests: half of this

# The stack's own usage, for any number of owners: infra/resources.yaml.
ALARM_METRICS = 9  # one for most alarms; an alarm that adds metrics up counts each of them
CUSTOM_METRICS = 2
ALARM_MAILS = 4
DEAD_LETTERS = 10  # requests to their queue
PACKAGE_BYTES, PACKAGES_KEPT, UPLOADS = 10_000_000, 12, 10  # the zip has 6.5 MB; a year of monthly deployments


@dataclass(frozen=True)
class Use:
    """Something an owner does with the API, how often a day, and the units that one such request takes."""

    what: str
    a_day: int
    units: Units


USES = (
    Use("an interview is recorded", 1, Units(RECORDING.reads, RECORDING.writes + LONG_ANSWER.writes)),
    Use("a link of the mail is opened", 2, LOOK),
    Use("what happened is recorded", 3, CHANGE),
    Use("today, the agenda or the list is looked at", 6, LIST),
    Use("a page's style and script are fetched", 4, NOTHING),
    Use("a calendar program fetches the feed", 24, LIST),  # once an hour, as the feed asks
)
REQUESTS_A_DAY = sum(use.a_day for use in USES)


def monthly_usage(owners: int) -> Mapping[UsageItem, Decimal]:
    """The quantity of each item that ``owners`` use together in a month, each with a digest every day."""
    ticks, digests, requests = TICKS_A_DAY * DAYS, owners * DAYS, owners * DAYS * REQUESTS_A_DAY
    cold = ticks + min(requests, DAYS * 24 * 60 // QUIET_MINUTES)  # ticks are so far apart that each is a cold start
    seconds = cold * COLD_SECONDS + (ticks + requests - cold) * WARM_SECONDS + digests * DIGEST_SECONDS
    log_gb = Decimal((ticks + requests) * LOG_BYTES) / GB
    table_gb = Decimal(owners * OWNER_BYTES) / GB
    units = _of_the_table(ticks, digests, owners * DAYS)
    return {
        UsageItem.LAMBDA_REQUESTS: Decimal(ticks + requests),
        UsageItem.LAMBDA_TIME: seconds * MEMORY_GB,
        UsageItem.GATEWAY: Decimal(requests),
        UsageItem.READS: units.reads,
        UsageItem.WRITES: units.writes,
        UsageItem.TABLE: table_gb,
        UsageItem.TABLE_BACKUP: table_gb,
        UsageItem.MAILS: Decimal(digests),
        UsageItem.MAIL_DATA: Decimal(digests * MAIL_BYTES) / GB,
        UsageItem.LOGS: log_gb,
        UsageItem.LOGS_KEPT: log_gb,  # for 30 days, and not counting that they are compressed
        UsageItem.ALARMS: Decimal(ALARM_METRICS),
        UsageItem.METRICS: Decimal(CUSTOM_METRICS),
        UsageItem.NOTICES: Decimal(ALARM_MAILS),
        UsageItem.QUEUE: Decimal(DEAD_LETTERS),
        UsageItem.KEYS: Decimal(cold),
        UsageItem.PARAMETERS: Decimal(1),
        UsageItem.SCHEDULE: Decimal(ticks),
        UsageItem.CODE: Decimal(PACKAGE_BYTES * PACKAGES_KEPT) / GB,
        UsageItem.CODE_SENT: Decimal(UPLOADS),
        UsageItem.BUDGETS: Decimal(1),
        UsageItem.DATA_OUT: Decimal(requests * RESPONSE_BYTES) / GB,
    }


def _of_the_table(ticks: int, digests: int, days: int) -> Units:
    """The table's units in all; ``days`` is the sum of the days of all owners."""
    times = [(ticks, TICK), (digests, DIGEST), *((use.a_day * days, use.units) for use in USES)]
    reads, writes = ([n * units[side] for n, units in times] for side in (0, 1))
    return Units(sum(reads, Decimal(0)), sum(writes, Decimal(0)))
