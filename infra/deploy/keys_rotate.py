"""``make keys-rotate``: a new signing key. Links in mails that went out go on for their thirty days."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.change import restart_with
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.keys import rotate_keys
from infra.deploy.people import now
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, _: Mapping[str, str]) -> None:
    """Make a new key and have the functions read it. Raises CannotDo."""
    if not stack_of(deployment).exists:
        raise CannotDo(f"Stage {deployment.stage} is not deployed in {deployment.region}.")
    version = rotate_keys(deployment, now())
    restart_with(deployment, terminal, {"KeysVersion": str(version)})
    terminal.say(f"Version {version} of the keys is in force. What was signed before is believed for 30 more days.")
