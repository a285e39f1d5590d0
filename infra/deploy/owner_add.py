"""``make owner-add EMAIL=… OWNER=…``: add a person to the deployment."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.deployed_owners import create_owner, owner_in
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.checks import introduce
from infra.deploy.mail.ses_state import mail_state
from infra.deploy.mail.way import MailBy
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
    if stack.parameters.get("MailBy") != MailBy.SMTP and mail_state(deployment, email).is_sandboxed:
        introduce(deployment, terminal, email)
