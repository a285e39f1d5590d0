"""``make keys-rotate``: make a new signing key. Links in mails that were sent stay valid for their 30 days."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.change_set import restart_with
from infra.deploy.deployed_owners import now
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.signing_keys import current_version, rotate_keys
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, _: Mapping[str, str]) -> None:
    """Make a new key and have the functions read it. Raises CannotDo."""
    stack = stack_of(deployment)
    if not stack.exists:
        raise CannotDo(f"Stage {deployment.stage} is not deployed in {deployment.region}.")
    if current_version(deployment) is None:
        raise CannotDo("The signing keys are gone: make deploy makes new ones.")
    version = rotate_keys(deployment, now())
    restarts = int(stack.parameters.get("KeysVersion") or 0)
    restart_with(deployment, terminal, {"KeysVersion": str(max(version, restarts + 1))})
    terminal.say(f"Version {version} of the keys is in force. What was signed before stays valid for 30 more days.")
