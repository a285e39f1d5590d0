"""What each function may do: all that it does, nothing that it does not, and nothing on anybody else's things."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Any

import pytest

from infra.loopback import free_port
from tests.infra.template.calls import recorded_calls
from tests.infra.template.deployment import Deployment, deployed
from tests.infra.template.flows import answer_requests, send_digests, take_returned_mail
from tests.infra.template.rendered import OWNER_EMAIL, Rendered

HERE = "eu-central-1:123456789012"
TABLE = f"arn:aws:dynamodb:{HERE}:table/afterword-dev"
MAIL_PASSWORD = f"arn:aws:ssm:{HERE}:parameter/afterword/dev/smtp-password"
KEYS = f"arn:aws:ssm:{HERE}:parameter/afterword/dev/keys"
DEAD_LETTERS = f"arn:aws:sqs:{HERE}:afterword-dev-dead-letters"
WRITING_LOGS = {"logs:CreateLogStream", "logs:PutLogEvents"}
READING_AND_WRITING = {f"dynamodb:{verb}Item" for verb in ("Delete", "Get", "Put", "Update")} | {"dynamodb:Query"}

ALLOWED: dict[str, dict[str, set[str]]] = {
    "APIHandler": {
        TABLE: READING_AND_WRITING | {"dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem"},
        f"{TABLE}/index/open": {"dynamodb:Query"},
        KEYS: {"ssm:GetParameter"},
        f"arn:aws:logs:{HERE}:log-group:/afterword/dev/api:*": WRITING_LOGS,
    },
    "Tick": {
        TABLE: READING_AND_WRITING,
        f"{TABLE}/index/open": {"dynamodb:Query"},
        f"{TABLE}/index/digest-due": {"dynamodb:Query"},
        KEYS: {"ssm:GetParameter"},
        f"arn:aws:ses:{HERE}:identity/*": {"ses:SendEmail", "ses:SendRawEmail"},
        f"arn:aws:ses:{HERE}:configuration-set/afterword-dev": {"ses:SendEmail", "ses:SendRawEmail"},
        DEAD_LETTERS: {"sqs:SendMessage"},
        f"arn:aws:logs:{HERE}:log-group:/afterword/dev/tick:*": WRITING_LOGS,
    },
    "Bounces": {
        TABLE: {"dynamodb:GetItem", "dynamodb:PutItem"},
        DEAD_LETTERS: {"sqs:SendMessage"},
        f"arn:aws:logs:{HERE}:log-group:/afterword/dev/bounces:*": WRITING_LOGS,
    },
}
FLOWS: dict[str, Callable[[Deployment], None]] = {
    "APIHandler": answer_requests,
    "Tick": send_digests,
    "Bounces": take_returned_mail,
}
LAMBDA_S_OWN = WRITING_LOGS | {"sqs:SendMessage"}  # in the function's name, but not by its code


def _statements(rendered: Rendered, function: str) -> list[dict[str, Any]]:
    [policy] = rendered.properties(f"{function}Role")["Policies"]
    statements: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return statements


def _listed(one_or_many: str | list[str]) -> list[str]:
    return [one_or_many] if isinstance(one_or_many, str) else one_or_many


def _granted(rendered: Rendered, function: str) -> set[tuple[str, str]]:
    return {
        (action, resource)
        for statement in _statements(rendered, function)
        for action in _listed(statement["Action"])
        for resource in _listed(statement["Resource"])
    }


@pytest.mark.parametrize("function", ALLOWED)
def test_each_role_allows_exactly_this(dev: Rendered, function: str) -> None:
    expected = {(action, resource) for resource, actions in ALLOWED[function].items() for action in actions}

    assert _granted(dev, function) == expected
    assert {statement["Effect"] for statement in _statements(dev, function)} == {"Allow"}


def test_with_smtp_the_tick_may_read_its_password_and_not_send_by_ses(by_smtp: Rendered) -> None:
    ses = {resource for resource in ALLOWED["Tick"] if resource.startswith("arn:aws:ses:")}
    expected = {resource: actions for resource, actions in ALLOWED["Tick"].items() if resource not in ses}
    expected[MAIL_PASSWORD] = {"ssm:GetParameter"}

    assert _granted(by_smtp, "Tick") == {(one, resource) for resource, actions in expected.items() for one in actions}


@pytest.mark.parametrize("function", ["APIHandler", "Bounces"])
def test_the_mail_password_is_for_nobody_but_the_tick(dev: Rendered, by_smtp: Rendered, function: str) -> None:
    assert _granted(by_smtp, function) == _granted(dev, function)


@pytest.mark.parametrize("function", ALLOWED)
def test_a_role_is_for_lambda_and_has_no_policy_of_somebody_else_s_making(dev: Rendered, function: str) -> None:
    role = dev.properties(f"{function}Role")

    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    assert (trust["Principal"], trust["Action"]) == ({"Service": "lambda.amazonaws.com"}, "sts:AssumeRole")
    assert role.keys() == {"AssumeRolePolicyDocument", "Policies"}


def test_mail_can_only_come_from_the_sender(dev: Rendered, template: dict[str, Any]) -> None:
    def conditions(rendered: Rendered) -> list[Any]:
        return [one.get("Condition") for one in _statements(rendered, "Tick") if "ses:SendEmail" in one["Action"]]

    assert conditions(dev) == [{"StringEquals": {"ses:FromAddress": OWNER_EMAIL}}]
    assert conditions(Rendered(template, Sender="a@example.net")) == [
        {"StringEquals": {"ses:FromAddress": "a@example.net"}}
    ]


@pytest.mark.parametrize("function", FLOWS)
def test_all_that_a_function_does_is_allowed_and_all_that_is_allowed_is_done(dev: Rendered, function: str) -> None:
    granted = {one for one in _granted(dev, function) if one[0] not in LAMBDA_S_OWN}

    with deployed(dev, function) as deployment, recorded_calls() as calls:
        FLOWS[function](deployment)

    _compare(calls, granted)


def test_with_smtp_too_all_that_the_tick_does_is_allowed_and_done(template: dict[str, Any]) -> None:
    nobody = {"SmtpHost": "127.0.0.1", "SmtpPort": str(free_port()), "SmtpUser": "kim"}
    rendered = Rendered(template, MailBy="smtp", SenderIdentity="there-already", **nobody)
    granted = {one for one in _granted(rendered, "Tick") if one[0] not in LAMBDA_S_OWN}

    with deployed(rendered, "Tick") as deployment, recorded_calls() as calls:
        send_digests(deployment)

    _compare(calls, granted)


def _compare(calls: set[tuple[str, str]], granted: set[tuple[str, str]]) -> None:
    def is_covered(call: tuple[str, str], grant: tuple[str, str]) -> bool:
        return call[0] == grant[0] and fnmatchcase(call[1], grant[1])

    assert [call for call in sorted(calls) if not any(is_covered(call, grant) for grant in granted)] == []
    assert [grant for grant in sorted(granted) if not any(is_covered(call, grant) for call in calls)] == []
