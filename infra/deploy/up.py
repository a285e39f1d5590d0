"""``make deploy``: check, show what would be done and what it costs, ask, deploy, and print address and token.

Every step may be done twice: a second run repairs what the first one left half done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from infra.catalogs import PROJECT
from infra.deploy.change_set import PlannedChange, execute, planned_change, ready_for_change
from infra.deploy.choices import Choices, choices_in
from infra.deploy.code import CodePackage, upload
from infra.deploy.cost import estimate
from infra.deploy.deployed_owners import HOW_TO_CHANGE, change_settings, create_owner, in_words, now, owner_in
from infra.deploy.deployment import Deployment
from infra.deploy.mail.checks import look_at_mail, mail_parameters, see_to_mail
from infra.deploy.signing_keys import current_version, ensure_keys
from infra.deploy.stack import Stack, stack_of
from infra.deploy.terminal import Terminal
from infra.deploy.text_tables import money

PACKAGE = PROJECT / "build" / "package"
_LEFT = (
    "Nothing is deployed. The code, the signing keys and a mail password wait for the next time;"
    " make destroy TABLE=delete takes them away."
)
_MAILS_TO_COME = (
    "",
    "A mail of AWS Notifications asks whether alarms may come to you (no digest for 26 hours, and the like).",
    "The first digest comes within 15 minutes if something is due, else on the day on which something is.",
)


_QUESTIONS = {
    "FULL_NAME": "Your name, as your letters are signed (Enter: later, in the settings):",
    "PHONE": "Your phone number with its country, such as +49 30 23125 020 (Enter: later):",
}


def look(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> Choices:
    """Check the account and the choices, before anything is packaged or made. Raises CannotDo."""
    terminal.say(f"Account {deployment.account}, region {deployment.region}, stage {deployment.stage}.")
    stack = stack_of(deployment)
    choices = choices_in(environment, stack)
    owner = owner_in(environment, choices.owner_id, choices.email)
    look_at_mail(deployment, terminal, environment, choices.way, stack.parameters)
    if not stack.exists:
        terminal.say(f"You: {in_words(owner)}.", f"  {HOW_TO_CHANGE}")
    return choices


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Deploy, or update what is deployed. Raises CannotDo."""
    package = CodePackage(Path(environment.get("PACKAGE") or PACKAGE))
    package.check()
    choices = look(deployment, terminal, environment)
    environment = _introduced(terminal, environment, is_new=not stack_of(deployment).exists)
    owner_in(environment, choices.owner_id, choices.email)  # what was typed fits, before anything is made
    stack = ready_for_change(deployment, terminal)
    template_url = upload(deployment, package)
    parameters = _parameters(deployment, terminal, stack, choices)
    planned = planned_change(deployment, terminal, template_url, parameters, is_new=not stack.exists)
    if planned is None:
        terminal.say("Everything is as it should be: nothing to change.")
    else:
        _say_plan(terminal, planned, deployment.region)
        terminal.agree("Do this? (yes/no)", _LEFT)
        stack = execute(deployment, terminal, planned)
    token = create_owner(deployment, owner_in(environment, choices.owner_id, choices.email))
    if token is None and (owner := change_settings(deployment, choices.owner_id, environment)):
        terminal.say("", f"Your settings: {in_words(owner)}.")
    _hand_over(terminal, stack, token)
    see_to_mail(deployment, terminal, choices.way, choices.email)
    if token is not None or "EMAIL" in environment:
        terminal.say(*_MAILS_TO_COME)


def _introduced(terminal: Terminal, environment: Mapping[str, str], *, is_new: bool) -> Mapping[str, str]:
    """The environment with the name and the number that letters are signed with, asked for where they are not said."""
    unsaid = {name: question for name, question in _QUESTIONS.items() if is_new and not environment.get(name)}
    typed = {name: terminal.typed(question) for name, question in unsaid.items()}
    return {**environment, **{name: text for name, text in typed.items() if text}}


def _parameters(deployment: Deployment, terminal: Terminal, stack: Stack, choices: Choices) -> dict[str, str]:
    has_keys, restarts = current_version(deployment) is not None, int(stack.parameters.get("KeysVersion") or 0)
    version = ensure_keys(deployment, now())
    if stack.exists and not has_keys:
        terminal.say("The signing keys were gone and are new: links in mails that went out are dead.")
    mail = mail_parameters(deployment, choices.way, stack.parameters)
    return (
        choices.parameters
        | mail
        | {
            "Stage": deployment.stage,
            # Any new number restarts the functions, so that they read the keys.
            "KeysVersion": str(max(version, restarts if has_keys else restarts + 1)),
        }
    )


def _say_plan(terminal: Terminal, planned: PlannedChange, region: str) -> None:
    terminal.say("", "What CloudFormation would do:")
    counted = Counter((action, kind) for action, _, kind in planned.changes)
    terminal.listed((f"{action} {count} x", kind) for (action, kind), count in sorted(counted.items()))
    cost = estimate(owners=1, region=region)
    terminal.say(
        "",
        f"That is about ${money(cost.cents)} a month for one owner, or ${money(cost.list_cents)} if your account has",
        f"used up what AWS gives everybody for nothing (prices of {cost.region}; docs/cost.md).",
        "",
    )


def _hand_over(terminal: Terminal, stack: Stack, token: str | None) -> None:
    address = stack.outputs["EndpointURL"].rstrip("/")
    terminal.say("", "Afterword is yours:")
    terminal.listed([("Address", f"{address}/"), ("Sign in", f"{address}/sign-in")])
    if token:
        terminal.listed([("Token", token)])
        terminal.say("  Keep the token now: it is shown this once. (make token-rotate makes a new one.)", "")
        terminal.say(
            "Look at your settings there. Then record an interview, from here or from a phone (docs/shortcuts.md):"
        )
        terminal.say(
            f"  curl {address}/interviews -H 'Authorization: Bearer {token}' \\",
            "    -d company=Acme -d 'position=Data Engineer' -d interview_on=$(date +%F)",
        )
