"""Change the stack in two steps: see what CloudFormation would do (a change set), then have it done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.stack import NEVER_STARTED, Stack, stack_of
from infra.deploy.stack_events import follow
from infra.deploy.terminal import Terminal

_HALF_AN_HOUR = 1800  # seconds
_CANNOT_BE_UPDATED = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED")
_NOTHING_CHANGES = ("didn't contain changes", "No updates are to be performed", "no changes")


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change set: ``changes`` are (action, the resource's name, its type)."""

    name: str
    changes: tuple[tuple[str, str, str], ...]


def ready_for_change(deployment: Deployment, terminal: Terminal) -> Stack:
    """The stack, once it can be changed. Finishes or deletes what an earlier run left half done. Raises CannotDo."""
    stack = stack_of(deployment)
    if stack.status.endswith("_IN_PROGRESS") and stack.status not in NEVER_STARTED:
        terminal.wait_for(
            f"Another change is under way ({stack.status}); waiting for it",
            lambda: not stack_of(deployment).status.endswith("_IN_PROGRESS"),
            _HALF_AN_HOUR,
        )
        stack = stack_of(deployment)
    if stack.status in _CANNOT_BE_UPDATED:
        terminal.say(f"An earlier first deployment failed ({stack.status}). What is left of it is cleared away.")
        delete_stack(deployment, terminal)
        return Stack("", {}, {})
    if stack.status.endswith("UPDATE_ROLLBACK_FAILED"):
        deployment.client("cloudformation").continue_update_rollback(StackName=deployment.name)
        terminal.wait_for(
            "Taking an earlier update back",
            lambda: not stack_of(deployment).status.endswith("_IN_PROGRESS"),
            _HALF_AN_HOUR,
        )
    return stack


def planned_change(
    deployment: Deployment, terminal: Terminal, template_url: str, parameters: Mapping[str, str], *, is_new: bool
) -> PlannedChange | None:
    """What would be done, without doing it; None if nothing would. Raises CannotDo with CloudFormation's reason."""
    cloudformation = deployment.client("cloudformation")
    name = f"afterword-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    cloudformation.create_change_set(
        StackName=deployment.name,
        ChangeSetName=name,
        ChangeSetType="CREATE" if is_new else "UPDATE",
        TemplateURL=template_url,
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        # The table outlives its stack, and the next stack adopts it as it is.
        ImportExistingResources=True,
    )
    described: dict[str, Any] = {}

    def is_described() -> bool:
        described.update(cloudformation.describe_change_set(StackName=deployment.name, ChangeSetName=name))
        return described["Status"] not in ("CREATE_PENDING", "CREATE_IN_PROGRESS")

    terminal.wait_for("Asking CloudFormation what it would do", is_described, 600)
    if described["Status"] == "FAILED":
        reason = described.get("StatusReason", "")
        cloudformation.delete_change_set(StackName=deployment.name, ChangeSetName=name)
        if any(sentence in reason for sentence in _NOTHING_CHANGES):
            return None
        raise CannotDo(f"CloudFormation cannot do this: {reason}")
    return PlannedChange(name, tuple(_changes(cloudformation, deployment.name, name)))


def execute(deployment: Deployment, terminal: Terminal, planned: PlannedChange) -> Stack:
    """Execute the change set and report progress. Raises CannotDo with the reasons for what failed."""
    since = datetime.now(UTC)
    deployment.client("cloudformation").execute_change_set(StackName=deployment.name, ChangeSetName=planned.name)
    return follow(deployment, terminal, since)


def restart_with(deployment: Deployment, terminal: Terminal, parameters: Mapping[str, str]) -> Stack:
    """Update the stack with these parameters and leave all else as it is. Raises CannotDo."""
    unchanged = set(stack_of(deployment).parameters) - set(parameters)
    since = datetime.now(UTC)
    deployment.client("cloudformation").update_stack(
        StackName=deployment.name,
        UsePreviousTemplate=True,
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]
        + [{"ParameterKey": key, "UsePreviousValue": True} for key in sorted(unchanged)],
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    )
    return follow(deployment, terminal, since)


def delete_stack(deployment: Deployment, terminal: Terminal) -> None:
    """Delete the stack; the table stays, since it outlives its stack. Raises CannotDo."""
    cloudformation = deployment.client("cloudformation")
    cloudformation.delete_stack(StackName=deployment.name)
    terminal.wait_for("Deleting the stack", lambda: _is_gone(deployment), _HALF_AN_HOUR)


def _is_gone(deployment: Deployment) -> bool:
    stack = stack_of(deployment)
    if stack.status == "DELETE_FAILED":
        raise CannotDo("CloudFormation could not delete everything: its console says what, and why.")
    return stack.status in ("", "DELETE_COMPLETE")


def _changes(cloudformation: Any, stack: str, name: str) -> Iterator[tuple[str, str, str]]:
    token: dict[str, str] = {}
    while True:
        page = cloudformation.describe_change_set(StackName=stack, ChangeSetName=name, **token)
        for change in page.get("Changes", ()):
            resource = change["ResourceChange"]
            yield resource["Action"], resource["LogicalResourceId"], resource["ResourceType"]
        if not page.get("NextToken"):
            return
        token = {"NextToken": page["NextToken"]}
