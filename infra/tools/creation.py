"""``python -m infra.tools.creation PLAIN_TEMPLATE``: create the stack in moto, and check that its resources are there.

Moto knows neither alarms nor SES in a template, and drops much of the rest silently: that is why the tests read the
template (tests/infra/template). This check shows that references, conditions and names fit together.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import boto3
from moto import mock_aws

REGION = "eu-central-1"
STACK = "afterword-dev"
MADE_BY_MOTO = frozenset(
    {
        "AWS::DynamoDB::Table",
        "AWS::IAM::Role",
        "AWS::Logs::LogGroup",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
    }
)
NOBODY = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}


def part_for_moto(template: dict[str, Any]) -> dict[str, Any]:
    """The template with only the kinds of resources that moto makes, and without outputs, which need the others."""
    every = template["Resources"].items()
    resources = {name: resource for name, resource in every if resource["Type"] in MADE_BY_MOTO}
    for name, resource in every:  # roles refer to the configuration set: a topic stands in for it
        if resource["Type"] == "AWS::SES::ConfigurationSet":
            resources[name] = {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": resource["Properties"]["Name"]}}
    return {key: template[key] for key in ("Parameters", "Conditions")} | {"Resources": resources}


@mock_aws
def create_stack(template: dict[str, Any]) -> dict[str, str]:
    """Create the stack; the physical id of each resource by its logical one. Raises botocore's ClientError."""
    stacks = boto3.client("cloudformation")
    stacks.create_stack(
        StackName=STACK,
        TemplateBody=json.dumps(part_for_moto(template)),
        Parameters=[{"ParameterKey": "OwnerEmail", "ParameterValue": "kim@example.org"}],
        Capabilities=["CAPABILITY_IAM"],
    )
    resources = stacks.describe_stack_resources(StackName=STACK)["StackResources"]
    there = {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in resources}
    _look_for(there)
    return there


def _look_for(there: dict[str, str]) -> None:
    """Ask the services themselves. Raises botocore's ClientError for what is not there."""
    boto3.client("dynamodb").describe_table(TableName=there["Table"])
    boto3.client("sqs").get_queue_attributes(QueueUrl=there["DeadLetters"])
    for function in ("APIHandler", "Tick", "Bounces"):
        role = there[f"{function}Role"]
        [policy] = boto3.client("iam").list_role_policies(RoleName=role)["PolicyNames"]
        boto3.client("iam").get_role_policy(RoleName=role, PolicyName=policy)


def main() -> int:
    """Exit code 0: all resources were made, 1: some are missing."""
    os.environ |= NOBODY
    template = json.loads(Path(sys.argv[1]).read_text())
    missing = part_for_moto(template)["Resources"].keys() - create_stack(template).keys()
    if missing:
        print(f"Not made: {', '.join(sorted(missing))}", file=sys.stderr)
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
