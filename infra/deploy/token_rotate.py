"""``make token-rotate``: make a new token for an owner who lost theirs, or showed it to somebody."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.deployed_owners import check_owner_exists, renew_token
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Make a new token and show it once; the old one ends at once. Raises CannotDo."""
    stack = stack_of(deployment)
    if not stack.exists:
        raise CannotDo(f"Stage {deployment.stage} is not deployed in {deployment.region}.")
    owner_id = environment.get("OWNER") or stack.parameters["OwnerId"]
    check_owner_exists(deployment, owner_id)
    terminal.agree(f"The token of {owner_id} stops working at once, in every shortcut and browser. Go on? (yes/no)")
    terminal.listed([("Token", renew_token(deployment, owner_id))])
    terminal.say("  It is shown this once.")
