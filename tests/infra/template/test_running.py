"""The functions in the environment that the template gives them: what they log, and when they ask for the keys."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.infra.template.calls import recorded_calls
from tests.infra.template.deployment import deployed
from tests.infra.template.flows import NEXT_MONDAY
from tests.infra.template.rendered import Rendered
from tests.web.given import recorded

OVERDUE = {"interview_on": "2026-07-20"}


def _is_asked_for_keys(calls: set[tuple[str, str]]) -> bool:
    return any(action == "ssm:GetParameter" for action, _ in calls)


def _found(dev: Rendered, name: str, log: str) -> int:
    """How many lines of a log a metric's filter counts. A pattern in quotes is a text that the line holds."""
    text = dev.properties(name)["FilterPattern"].strip('"')
    return sum(text in line for line in log.splitlines())


def test_a_tick_that_came_to_its_end_is_counted_once(dev: Rendered, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="afterword"), deployed(dev, "Tick") as deployment:
        deployment.tick(NEXT_MONDAY)

    assert _found(dev, "CompletedTicks", caplog.text) == 1
    assert _found(dev, "UnsentDigests", caplog.text) == 0


def test_a_digest_that_could_not_be_sent_is_counted_though_the_tick_came_to_its_end(
    dev: Rendered, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="afterword"), deployed(dev, "Tick", with_keys=False) as deployment:
        deployment.tick(NEXT_MONDAY)

    assert _found(dev, "CompletedTicks", caplog.text) == 1
    assert _found(dev, "UnsentDigests", caplog.text) == 1


def test_a_tick_that_died_is_not_counted(
    dev: Rendered, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with caplog.at_level(logging.INFO, logger="afterword"), deployed(dev, "Tick") as deployment:
        monkeypatch.setenv("AFTERWORD_SENDER", "")
        with pytest.raises(Exception, match="AFTERWORD_SENDER"):
            deployment.tick(NEXT_MONDAY)

    assert _found(dev, "CompletedTicks", caplog.text) == 0


def test_a_program_with_a_token_is_answered_without_asking_for_the_keys(dev: Rendered) -> None:
    with deployed(dev, "APIHandler") as deployment, recorded_calls() as calls:
        api = deployment.gateway.signed_in(deployment.token)
        recorded(api)
        assert api.get("/interviews").status == 200
        assert api.get("/agenda").status == 200
        assert deployment.gateway.get("/health").status == 200

    assert not _is_asked_for_keys(calls)


def test_the_keys_are_asked_for_once_and_then_kept(dev: Rendered) -> None:
    with deployed(dev, "APIHandler") as deployment:
        with recorded_calls() as calls:
            assert deployment.gateway.get("/act/2026-08-03a.nothing.real").status == 404
        with recorded_calls() as later:
            assert deployment.gateway.get("/act/2026-08-03a.nothing.real").status == 404
            assert deployment.gateway.get("/", Cookie="afterword=2026-08-03a.nothing.real").status == 200

    assert (_is_asked_for_keys(calls), _is_asked_for_keys(later)) == (True, False)


@pytest.mark.parametrize(("path", "headers"), [("/act/a.b.c", {}), ("/", {"Cookie": "afterword=a.b.c"})])
def test_while_there_are_no_keys_what_is_signed_is_answered_with_try_again(
    dev: Rendered, path: str, headers: dict[str, Any]
) -> None:
    with deployed(dev, "APIHandler", with_keys=False) as deployment:
        reply = deployment.gateway.get(path, **headers)
        api = deployment.gateway.signed_in(deployment.token)

        assert (reply.status, reply.headers["Retry-After"]) == (503, "5")
        assert recorded(api)["company"] == "Acme"
