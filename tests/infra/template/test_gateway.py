"""The way in: what the gateway lets through, how fast, and what it says by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app import app
from tests.infra.template.rendered import Rendered

STATUSES = {
    "DEFAULT_4XX": None,
    "DEFAULT_5XX": None,
    "MISSING_AUTHENTICATION_TOKEN": 404,
    "REQUEST_TOO_LARGE": 413,
    "THROTTLED": 429,
    "INTEGRATION_TIMEOUT": 504,
}


def test_every_route_of_the_app_is_there_with_its_methods(dev: Rendered) -> None:
    paths: dict[str, dict[str, Any]] = dev.properties("RestAPI")["DefinitionBody"]["paths"]

    found = {path: {method.upper() for method in methods} - {"OPTIONS"} for path, methods in paths.items()}
    assert found == {path: set(methods) for path, methods in app.routes.items()}


def test_it_is_in_its_region_and_takes_tls_1_2_and_above(dev: Rendered) -> None:
    properties = dev.properties("RestAPI")

    assert properties["EndpointConfiguration"] == {"Type": "REGIONAL"}
    assert properties["SecurityPolicy"] == "SecurityPolicy_TLS13_1_2_PQ_2025_09"
    assert properties["EndpointAccessMode"] == "STRICT"


def test_all_routes_together_are_throttled(dev: Rendered) -> None:
    assert dev.properties("RestAPI")["MethodSettings"] == [
        {"ResourcePath": "/*", "HttpMethod": "*", "ThrottlingRateLimit": 20, "ThrottlingBurstLimit": 40}
    ]


def test_there_is_one_stage_and_its_name_is_part_of_every_address(dev: Rendered) -> None:
    properties = dev.properties("RestAPI")

    assert (properties["StageName"], properties["OpenApiVersion"]) == ("api", "2.0")


def test_the_gateway_s_own_refusals_are_these(dev: Rendered) -> None:
    assert set(dev.properties("RestAPI")["GatewayResponses"]) == set(STATUSES)


@pytest.mark.parametrize(("kind", "status"), STATUSES.items())
def test_each_is_a_problem_like_ours(dev: Rendered, kind: str, status: int | None) -> None:
    response = dev.properties("RestAPI")["GatewayResponses"][kind]

    template: str = response["ResponseTemplates"]["application/json"]
    problem = json.loads(template.replace("$context.error.messageString", '"Unsupported"'))
    assert response["ResponseParameters"]["Headers"]["Content-Type"] == "'application/problem+json'"
    assert problem.keys() - {"status"} == {"type", "title", "detail"}
    assert (problem["type"], problem.get("status")) == ("about:blank", status)
    assert response.get("StatusCode") == (str(status) if status else None)


@pytest.mark.parametrize("kind", ["THROTTLED", "INTEGRATION_TIMEOUT"])
def test_what_may_pass_says_when_to_try_again(dev: Rendered, kind: str) -> None:
    assert dev.properties("RestAPI")["GatewayResponses"][kind]["ResponseParameters"]["Headers"]["Retry-After"] == "'5'"
