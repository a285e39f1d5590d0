"""The CloudFormation stack of a deployment, as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment

NEVER_STARTED = ("REVIEW_IN_PROGRESS",)


@dataclass(frozen=True, slots=True)
class Stack:
    """A stack; its ``status`` is empty if there is none."""

    status: str
    outputs: Mapping[str, str]
    parameters: Mapping[str, str]

    @property
    def exists(self) -> bool:
        """Whether there is a stack that can be updated."""
        return self.status not in ("", *NEVER_STARTED)


def stack_of(deployment: Deployment) -> Stack:
    """The deployment's stack; its status is empty if there is none."""
    try:
        found = deployment.client("cloudformation").describe_stacks(StackName=deployment.name)["Stacks"][0]
    except ClientError as error:
        if "does not exist" in str(error):
            return Stack("", {}, {})
        raise
    return Stack(
        found["StackStatus"],
        {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", ())},
        {parameter["ParameterKey"]: parameter.get("ParameterValue", "") for parameter in found.get("Parameters", ())},
    )
