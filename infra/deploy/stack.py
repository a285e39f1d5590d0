"""The stack of a deployment, as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment

NEVER_STARTED = ("REVIEW_IN_PROGRESS",)


@dataclass(frozen=True, slots=True)
class Stack:
    """A stack as it is."""

    status: str
    outputs: Mapping[str, str]
    parameters: Mapping[str, str]

    @property
    def exists(self) -> bool:
        """Whether there is one that can be updated."""
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
        {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", ())},
        {one["ParameterKey"]: one.get("ParameterValue", "") for one in found.get("Parameters", ())},
    )
