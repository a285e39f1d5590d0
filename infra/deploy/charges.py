"""What AWS charges for, and what a price is: US dollars for a number of units, with a dated source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class UsageItem(Enum):
    """A service and its unit. A GB-month is a gigabyte kept for a month, a GB-second a gigabyte used for a second."""

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
        """The service's name on the bill."""
        return self.value[0]

    @property
    def unit(self) -> str:
        """The unit that is counted."""
        return self.value[1]


@dataclass(frozen=True)
class Source:
    """Where a figure is from.

    - ``dated``: the day of the copy of the page or list that has the figure; None if the copy has no date.
    - ``is_verified``: False if no copy of this year was found for that region; then it is the latest figure known.
    """

    address: str
    dated: date | None
    is_verified: bool = True


@dataclass(frozen=True)
class UnitPrice:
    """The price of ``per`` units, in US dollars without tax."""

    usd: Decimal
    per: int
    source: Source

    @property
    def cents(self) -> Decimal:
        """The price of one unit, in US cents."""
        return self.usd * 100 / self.per


@dataclass(frozen=True)
class FreeTier:
    """How many units a month are always free, in every account. Everything that runs in the account shares them."""

    units: int
    source: Source
