"""Saying how a change of the stack goes, until it rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.stack import Stack, stack_of
from infra.deploy.terminal import Terminal

_AGAIN = "Nothing of yours is lost. Mend what it says and run the same command again: it goes on from here."


def follow(deployment: Deployment, terminal: Terminal, since: datetime) -> Stack:
    """The stack when it rests; each thing that is done is said. Raises CannotDo with the reasons of what failed."""
    said: set[str] = set()
    failures: list[str] = []
    while (stack := stack_of(deployment)).status.endswith("_IN_PROGRESS"):
        failures += _news(deployment, terminal, since, said)
        terminal.pause(2)
    failures += _news(deployment, terminal, since, said)
    if stack.status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"):
        raise CannotDo("\n".join([f"The stack is {stack.status}. What failed, the first first:", *failures, _AGAIN]))
    return stack


def _news(deployment: Deployment, terminal: Terminal, since: datetime, said: set[str]) -> list[str]:
    """Say the events that are new; the failures among them, with CloudFormation's reasons."""
    failures = []
    for event in reversed(list(_events(deployment, since))):
        status, name = event["ResourceStatus"], event["LogicalResourceId"]
        if event["EventId"] in said:
            continue
        said.add(event["EventId"])
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
