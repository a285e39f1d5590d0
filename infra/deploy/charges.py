"""What AWS charges for, and what a price is: so much for so many units, from a source of a certain day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class UsageItem(Enum):
    """The service, and what it counts. A GB-month is a gigabyte kept for a month, a GB-second one used for a second."""

    LAMBDA_REQUESTS = ("Lambda", "requests")
    LAMBDA_TIME = ("Lambda", "GB-seconds on arm64")
    GATEWAY = ("API Gateway", "REST requests")
    READS = ("DynamoDB", "read units on demand")
    WRITES = ("DynamoDB", "write units on demand")
    TABLE = ("DynamoDB", "GB-months of table and indexes")
    TABLE_BACKUP = ("DynamoDB", "GB-months of point-in-time recovery")
    MAILS = ("SES", "mails, plan Essentials")
    MAIL_DATA = ("SES", "GB of attachments")
    LOGS = ("CloudWatch", "GB of logs taken in")
    LOGS_KEPT = ("CloudWatch", "GB-months of logs kept")
    ALARMS = ("CloudWatch", "metrics that alarms watch")
    METRICS = ("CloudWatch", "custom metrics")
    NOTICES = ("SNS", "alarms by mail")
    QUEUE = ("SQS", "requests")
    KEYS = ("KMS", "requests to AWS's own key")
    PARAMETERS = ("SSM", "standard parameters")
    SCHEDULE = ("EventBridge", "runs of a scheduled rule")
    CODE = ("S3", "GB-months of code")
    CODE_SENT = ("S3", "uploads of code")
    BUDGETS = ("Budgets", "budgets without actions")
    DATA_OUT = ("Data transfer", "GB out to the internet")

    @property
    def service(self) -> str:
        """Under whose name it is on the bill."""
        return self.value[0]

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.value[1]


@dataclass(frozen=True)
class Source:
    """Where a figure is from. ``dated``: the day of the copy of that page or list which had it, None where it has none.

    Not ``is_verified``: no copy of this year was found for that very region; it is the latest figure known.
    """

    address: str
    dated: date | None
    is_verified: bool = True


@dataclass(frozen=True)
class UnitPrice:
    """US dollars, without tax, for ``per`` units."""

    usd: Decimal
    per: int
    source: Source

    @property
    def cents(self) -> Decimal:
        """Of one unit."""
        return self.usd * 100 / self.per


@dataclass(frozen=True)
class FreeTier:
    """How many units a month cost nothing, in every account and for ever. All that the account does shares them."""

    units: int
    source: Source
