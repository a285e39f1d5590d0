"""Follow a change of the stack until it is over, printing its events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.stack import Stack, stack_of
from infra.deploy.terminal import Terminal

_AGAIN = "Nothing of yours is lost. Mend what it says and run the same command again: it goes on from here."


def follow(deployment: Deployment, terminal: Terminal, since: datetime) -> Stack:
    """Print the events of a change; the stack once it is over. Raises CannotDo with the reasons for what failed."""
    seen: set[str] = set()
    failures: list[str] = []
    while (stack := stack_of(deployment)).status.endswith("_IN_PROGRESS"):
        failures += _say_new_events(deployment, terminal, since, seen)
        terminal.pause(2)
    failures += _say_new_events(deployment, terminal, since, seen)
    if stack.status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"):
        raise CannotDo("\n".join([f"The stack is {stack.status}. What failed, in order:", *failures, _AGAIN]))
    return stack


def _say_new_events(deployment: Deployment, terminal: Terminal, since: datetime, seen: set[str]) -> list[str]:
    """Print the events whose ids are not ``seen`` yet; the failures among them, with CloudFormation's reasons."""
    failures = []
    for event in reversed(list(_events(deployment, since))):
        status, name = event["ResourceStatus"], event["LogicalResourceId"]
        if event["EventId"] in seen:
            continue
        seen.add(event["EventId"])
        if not status.endswith("_IN_PROGRESS"):
            terminal.say(f"  {event['Timestamp']:%H:%M:%S}  {status:<18} {name}")
        if status.endswith("_FAILED"):
            failures.append(f"  {name}: {event.get('ResourceStatusReason', 'no reason given')}")
    return failures


def _events(deployment: Deployment, since: datetime) -> Iterator[dict[str, Any]]:
    """The events since then, the newest first."""
    pages = deployment.client("cloudformation").get_paginator("describe_stack_events")
    for page in pages.paginate(StackName=deployment.name):
        for event in page["StackEvents"]:
            if event["Timestamp"] < since:
                return
            yield event
