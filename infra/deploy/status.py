"""``make status``: is it deployed, was the last digest sent, and seen? Does an alarm ring? What has it cost so far?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.records import table
from chalicelib.records.digest_claims import Digests
from chalicelib.records.owners import Owners
from infra.deploy.arrival_state import arrival_in_words
from infra.deploy.deployed_owners import now
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.report import mail_rows, say_missing
from infra.deploy.stack import Stack, stack_of
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, _: Mapping[str, str]) -> None:
    """Print the state of the deployment. Raises CannotDo if nothing is deployed."""
    stack = stack_of(deployment)
    if not stack.exists:
        raise CannotDo(f"Stage {deployment.stage} is not deployed in {deployment.region}: make deploy EMAIL=…")
    sender = stack.parameters.get("Sender") or stack.parameters["OwnerEmail"]
    terminal.listed(
        [
            ("Stage", f"{deployment.stage} in {deployment.region}, account {deployment.account}"),
            ("Stack", stack.status),
            ("Address", stack.outputs.get("EndpointURL", "none")),
            ("Last digest", _last_digest(deployment, stack)),
            ("Seen to arrive", arrival_in_words(Owners().get(stack.parameters["OwnerId"]), sender)),
            *mail_rows(deployment, stack.parameters),
            ("Alarms", _alarms(deployment)),
            ("Given up", _dead_letters(deployment, stack)),
            ("Cost so far", _cost(deployment)),
        ]
    )
    say_missing(deployment, terminal, stack.parameters)


def _last_digest(deployment: Deployment, stack: Stack) -> str:
    table.configure(deployment.name, deployment.region)
    latest = Digests().latest(stack.parameters["OwnerId"])
    if latest is None:
        return "none yet"
    reason = f" ({latest.reason})" if latest.reason else ""
    return f"that of {latest.on}: {latest.state}{reason} at {latest.at:%Y-%m-%d %H:%M} UTC"


def _alarms(deployment: Deployment) -> str:
    pages = deployment.client("cloudwatch").get_paginator("describe_alarms")
    found = [alarm for page in pages.paginate(AlarmNamePrefix=f"{deployment.name}-") for alarm in page["MetricAlarms"]]
    ringing = [f"{alarm['AlarmName']}: {alarm['AlarmDescription']}" for alarm in found if _rings(alarm)]
    return "; ".join(ringing) if ringing else f"{len(found)}, none of them rings"


def _rings(alarm: Mapping[str, Any]) -> bool:
    return bool(alarm["StateValue"] == "ALARM")


def _dead_letters(deployment: Deployment, stack: Stack) -> str:
    url = stack.outputs.get("DeadLettersUrl")
    if not url:
        return "unknown"
    request = {"QueueUrl": url, "AttributeNames": ["ApproximateNumberOfMessages"]}
    count = deployment.client("sqs").get_queue_attributes(**request)["Attributes"]["ApproximateNumberOfMessages"]
    return f"{count} runs or events in the last 14 days"


def _cost(deployment: Deployment) -> str:
    """The month's cost of the whole account; one stack's would need cost tags, which only its owner can enable."""
    today = now().date()
    first = today.replace(day=1)
    if first == today:
        return "the month has just begun"
    period = {"Start": first.isoformat(), "End": today.isoformat()}
    explorer = deployment.session.client("ce", region_name="us-east-1")
    try:
        found = explorer.get_cost_and_usage(TimePeriod=period, Granularity="MONTHLY", Metrics=["UnblendedCost"])
        total = found["ResultsByTime"][0]["Total"]["UnblendedCost"]
    except (BotoCoreError, ClientError, LookupError) as error:
        return f"not known ({type(error).__name__}): these credentials may not ask Cost Explorer"
    return f"{float(total['Amount']):.2f} {total['Unit']} this month, of the whole account (asking cost 0.01 USD)"
