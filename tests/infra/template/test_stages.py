"""A stage for itself: nothing is shared with another one in the same account, and nothing refers to itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from typing import Any

import pytest

from tests.infra.template.rendered import OWNER_EMAIL, Rendered


def test_two_stages_share_no_name(dev: Rendered, prod: Rendered) -> None:
    assert len(dev.names()) == 16
    assert not dev.names() & prod.names()


def test_every_name_carries_its_stage(dev: Rendered) -> None:
    addresses = {OWNER_EMAIL}  # of mail: SES knows an address once, in all stages

    assert [name for name in dev.names() - addresses if "dev" not in re.split(r"[-/]", name)] == []


def test_nothing_that_one_stage_refers_to_is_the_other_s(prod: Rendered) -> None:
    assert "afterword-dev" not in str(prod.resources())
    assert "/afterword/dev" not in str(prod.resources())


def test_nothing_refers_to_itself_in_a_circle(template: dict[str, Any]) -> None:
    resources = template["Resources"]
    graph = {name: {one for one in _mentioned(body) if one in resources} for name, body in resources.items()}

    order = list(TopologicalSorter(graph).static_order())  # raises CycleError

    assert order.index("Table") < order.index("APIHandler") < order.index("RestAPI") < order.index("Tick")


def test_whatever_is_referred_to_is_there(template: dict[str, Any]) -> None:
    known = template["Resources"].keys() | template["Parameters"].keys()

    mentioned = {one for part in ("Resources", "Outputs", "Conditions") for one in _mentioned(template[part])}
    assert [one for one in mentioned if one not in known and not one.startswith("AWS::")] == []


def test_the_owner_s_address_is_all_that_has_to_be_said(template: dict[str, Any]) -> None:
    assert [name for name, one in template["Parameters"].items() if "Default" not in one] == ["OwnerEmail"]


@pytest.mark.parametrize(
    ("parameter", "unfit"),
    [
        ("Stage", "Prod"),
        ("Stage", "a" * 17),
        ("OwnerEmail", "kim"),
        ("OwnerId", "a b"),
        ("ReservedConcurrency", "0"),
        ("SenderDomain", "example"),
        ("SmtpHost", "a b"),
        ("SmtpUser", "k m"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_made(
    template: dict[str, Any], parameter: str, unfit: str
) -> None:
    declared = template["Parameters"][parameter]

    assert re.fullmatch(declared["AllowedPattern"], unfit) is None
    assert "Default" not in declared or re.fullmatch(declared["AllowedPattern"], declared["Default"])


def test_the_owner_is_warned_before_the_month_costs_three_dollars(dev: Rendered) -> None:
    budget = dev.properties("Budget")

    assert budget["Budget"]["BudgetLimit"] == {"Amount": "3", "Unit": "USD"}
    assert [(one["Notification"]["NotificationType"], one["Notification"]["Threshold"]) for one in _warnings(dev)] == [
        ("ACTUAL", 80),
        ("FORECASTED", 100),
    ]
    assert {who["Address"] for one in _warnings(dev) for who in one["Subscribers"]} == {OWNER_EMAIL}


def test_no_budget_is_set_for_nothing(template: dict[str, Any]) -> None:
    assert "Budget" not in Rendered(template, MonthlyBudget="0").resources()


def test_what_a_person_or_a_program_needs_afterwards_is_told(dev: Rendered) -> None:
    told = dev.outputs()

    assert told["TableName"] == "afterword-dev"
    assert told["KeysParameter"] == "/afterword/dev/keys"
    assert told["EndpointURL"].endswith("/api/")
    assert told.keys() >= {"TickName", "BouncesName", "ConfigurationSetName", "BounceTopicArn", "DeadLettersUrl"}


def _warnings(rendered: Rendered) -> list[dict[str, Any]]:
    warnings: list[dict[str, Any]] = rendered.properties("Budget")["NotificationsWithSubscribers"]
    return warnings


def _mentioned(node: Any) -> Iterator[str]:
    """The names in all references of a part of the template."""
    if isinstance(node, list):
        yield from (name for one in node for name in _mentioned(one))
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        match key, value:
            case "Ref" | "DependsOn", str(name):
                yield name
            case "Fn::GetAtt", [str(name), _]:
                yield name
            case "Fn::Sub", str(text):
                yield from _in_text(text)
            case "Fn::Sub", [str(text), dict(own)]:
                yield from (name for name in _in_text(text) if name not in own)
                yield from _mentioned(own)
            case _:
                yield from _mentioned(value)


def _in_text(text: str) -> Iterator[str]:
    yield from (found.partition(".")[0] for found in re.findall(r"\$\{([^!}]+)\}", text))
