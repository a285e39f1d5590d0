"""What a month uses: what the estimate counts is what the code does and what the stack has."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from chalicelib.calendar.ical import REFRESH
from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import SHARDS
from chalicelib.records.owners import Owners
from infra.deploy import usage
from infra.deploy.charges import UsageItem
from infra.deploy.usage import monthly_usage
from tests.digest.given import TUESDAY_8_AM, a_composer
from tests.factories import an_owner
from tests.records.given import a_record, recorded

ROOT = Path(__file__).parents[2]
OWNER = an_owner()
OPEN = 10
MIDNIGHT = TUESDAY_8_AM - timedelta(hours=8)
QUARTER = timedelta(minutes=15)


class Scales:
    """Takes every mail, and keeps its weight in bytes."""

    def __init__(self) -> None:
        self.weights: list[int] = []

    def send(self, owner: Owner, mime: bytes) -> str:
        self.weights.append(len(mime))
        return f"mail of {owner.id}"

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture(scope="module")
def resources() -> dict[str, dict[str, Any]]:
    """The stack's, by name; what CloudFormation would compute is left out."""

    class Loader(yaml.SafeLoader):  # type: ignore[misc,unused-ignore]
        """Reads ``!Sub`` and its like as nothing."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    text = (ROOT / "infra" / "resources.yaml").read_text()
    return dict(yaml.load(text, Loader)["Resources"])  # noqa: S506 - a safe loader, but for the tags


def of_type(resources: dict[str, dict[str, Any]], name: str) -> dict[str, dict[str, Any]]:
    return {key: one.get("Properties", {}) for key, one in resources.items() if one["Type"] == f"AWS::{name}"}


def test_a_day_of_ticks_sends_one_digest_and_asks_the_table_what_is_counted(
    owners: Owners, interviews: Interviews, digests: Digests, operations: list[str]
) -> None:
    scales = Scales()
    owners.put_off(owners.add(OWNER, bytes(32)), TUESDAY_8_AM)
    for number in range(OPEN):
        recorded(interviews, a_record(number))
    tick = Tick(owners, interviews, digests, a_composer(), scales)
    operations.clear()

    for quarter in range(usage.TICKS_A_DAY):
        tick.run(MIDNIGHT + QUARTER * quarter)

    of_the_digest = ["GetItem", "PutItem", "Query", "UpdateItem", "UpdateItem"]
    assert len(scales.weights) == 1
    assert sorted(operations) == sorted(["Query"] * SHARDS * usage.TICKS_A_DAY + of_the_digest)
    assert 0.8 * usage.MAIL_BYTES <= scales.weights[0] <= usage.MAIL_BYTES


def test_the_tick_comes_as_often_as_counted() -> None:
    from app import app

    rates = [
        source.schedule_expression.to_string() for source in app.event_sources if hasattr(source, "schedule_expression")
    ]

    assert rates == [f"rate({24 * 60 // usage.TICKS_A_DAY} minutes)"]


def test_the_feed_is_fetched_as_often_as_it_asks() -> None:
    (feed,) = [use for use in usage.USES if "feed" in use.what]

    assert (REFRESH, feed.a_day) == ("PT1H", 24)


def test_functions_have_the_memory_that_is_counted() -> None:
    config = json.loads((ROOT / ".chalice" / "config.json").read_text())

    assert Decimal(config["lambda_memory_size"]) / 1024 == usage.MEMORY_GB


def test_a_month_of_one_owner_is_that_of_the_longest_month() -> None:
    used = monthly_usage(1)

    assert used[UsageItem.MAILS] == 31
    assert used[UsageItem.SCHEDULE] == 31 * 96
    assert used[UsageItem.GATEWAY] == 31 * (1 + 2 + 3 + 6 + 4 + 24)
    assert used[UsageItem.LAMBDA_REQUESTS] == used[UsageItem.SCHEDULE] + used[UsageItem.GATEWAY]
    assert used[UsageItem.READS] == 31 * (96 * 2 + Decimal("3.5") + 1 + 2 * 2 + 3 * 2 + 6 * 3 + 24 * 3)
    assert used[UsageItem.WRITES] == 31 * (5 + 8 + 3 * 3)


def test_every_item_is_used_and_none_less_by_more_owners() -> None:
    one, many = monthly_usage(1), monthly_usage(1_000)

    assert set(one) == set(many) == set(UsageItem)
    assert all(0 < one[item] <= many[item] for item in UsageItem)


class TestTheStack:
    def test_its_alarms_watch_as_many_metrics_as_are_counted(self, resources: dict[str, dict[str, Any]]) -> None:
        alarms = of_type(resources, "CloudWatch::Alarm").values()
        watched = [[one for one in alarm.get("Metrics", [alarm]) if "Expression" not in one] for alarm in alarms]

        assert sum(map(len, watched)) == usage.ALARM_METRICS

    def test_its_logs_make_as_many_metrics_as_are_counted(self, resources: dict[str, dict[str, Any]]) -> None:
        filters = of_type(resources, "Logs::MetricFilter").values()

        assert sum(len(one["MetricTransformations"]) for one in filters) == usage.CUSTOM_METRICS

    def test_its_functions_are_called_by_requests_ticks_and_returned_mail(
        self, resources: dict[str, dict[str, Any]]
    ) -> None:
        """Requests and ticks are counted; returned mail is left out, as docs/cost.md says. Another needs its line."""
        assert set(of_type(resources, "Serverless::Function")) == {"APIHandler", "Tick", "Bounces"}

    def test_its_logs_are_kept_for_no_longer_than_the_month_that_is_counted(
        self, resources: dict[str, dict[str, Any]]
    ) -> None:
        groups = of_type(resources, "Logs::LogGroup").values()

        assert all(group["RetentionInDays"] <= usage.DAYS for group in groups)

    def test_it_has_nothing_that_is_charged_by_the_hour_or_that_the_estimate_does_not_know(
        self, resources: dict[str, dict[str, Any]]
    ) -> None:
        services = {one["Type"].split("::")[1] for one in resources.values()}

        known = {"Budgets", "CloudWatch", "DynamoDB", "IAM", "Logs", "SES", "SNS", "SQS", "Serverless"}
        assert services <= known
