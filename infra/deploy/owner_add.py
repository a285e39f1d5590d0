"""``make owner-add EMAIL=… OWNER=…``: add a person to the deployment."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.deployed_owners import create_owner, owner_in
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail_state import Sender, mail_state
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Add an owner and show their token once. Raises CannotDo."""
    stack = stack_of(deployment)
    if not stack.exists:
        raise CannotDo(f"Stage {deployment.stage} is not deployed in {deployment.region}: make deploy EMAIL=…")
    email, owner_id = environment.get("EMAIL", ""), environment.get("OWNER", "")
    if not email or not owner_id:
        raise CannotDo("Say who it is: make owner-add OWNER=kim EMAIL=kim@example.com")
    token = create_owner(deployment, owner_in(environment, owner_id, email))
    if token is None:
        raise CannotDo(f"{owner_id} is there already. make token-rotate OWNER={owner_id} makes a new token.")
    terminal.listed([("Address", stack.outputs.get("EndpointURL", "")), ("Token", token)])
    terminal.say("  The token is shown this once.")
    mail = mail_state(deployment, email)
    if mail.is_sandboxed and mail.sender is not Sender.VERIFIED:
        terminal.say(
            f"  SES is in its sandbox and mails verified addresses only. Have it ask {email} for a click:",
            f"    aws sesv2 create-email-identity --email-identity {email} --region {deployment.region}",
        )
