"""``make deploy``: look, say what would be done and what it costs, ask, do it, and hand over address and token.

Every step may be done twice: a second run repairs what the first one left half done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from chalicelib.web.reading.addresses import email as read_email
from chalicelib.web.reading.unfit import Unfit
from infra.catalogs import PROJECT
from infra.deploy.change import Planned, execute, planned_change, ready_for_change
from infra.deploy.code import Package, upload
from infra.deploy.cost import estimate
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.keys import ensure_keys
from infra.deploy.mail import MailState, Sender, is_known, mail_state
from infra.deploy.people import move_in, now, owner_in
from infra.deploy.stack import Stack
from infra.deploy.tables import money
from infra.deploy.terminal import Terminal

PACKAGE = PROJECT / "build" / "package"
_OPTIONS = {"BUDGET": "MonthlyBudget", "CONCURRENCY": "ReservedConcurrency", "SENDER": "Sender", "OWNER": "OwnerId"}
_FIRST_OWNER = "me"


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Deploy, or bring what is deployed up to date. Raises CannotDo."""
    package = Package(Path(environment.get("PACKAGE") or PACKAGE))
    package.check()
    terminal.say(f"Account {deployment.account}, region {deployment.region}, stage {deployment.stage}.")
    stack = ready_for_change(deployment, terminal)
    email = _email(environment, stack)
    sender = environment.get("SENDER") or stack.parameters.get("Sender") or email
    mail = mail_state(deployment, sender)
    terminal.say(f"SES: {mail.in_words}.")
    if not mail.may_send:
        raise CannotDo("SES has paused this account's mail; its console says why.")
    owner = owner_in(environment, _chosen("OWNER", environment, stack) or _FIRST_OWNER, email)

    template_url = upload(deployment, package)
    parameters = _parameters(deployment, environment, stack, email, sender)
    planned = planned_change(deployment, terminal, template_url, parameters, is_new=not stack.exists)
    if planned is None:
        terminal.say("Everything is as it should be: nothing to change.")
    else:
        _say_plan(terminal, planned, deployment.region)
        terminal.agree("Do this? (yes/no)")
        stack = execute(deployment, terminal, planned)
    token = move_in(deployment, owner)
    _hand_over(terminal, stack, token, email, mail_state(deployment, sender))


def _email(environment: Mapping[str, str], stack: Stack) -> str:
    given = environment.get("EMAIL") or stack.parameters.get("OwnerEmail")
    if not given:
        raise CannotDo("Say where the digest goes: make deploy EMAIL=me@example.com")
    try:
        return read_email(given)
    except Unfit as unfit:
        raise CannotDo(f"EMAIL is {given!r}; it {unfit.sentence.format(**unfit.facts)}.") from unfit


def _chosen(name: str, environment: Mapping[str, str], stack: Stack) -> str:
    """An option as it was given now, or as it was given before."""
    return environment[name] if name in environment else stack.parameters.get(_OPTIONS[name], "")


def _parameters(
    deployment: Deployment, environment: Mapping[str, str], stack: Stack, email: str, sender: str
) -> dict[str, str]:
    chosen = {_OPTIONS[name]: _chosen(name, environment, stack) for name in _OPTIONS}
    is_made_here = stack.parameters.get("SenderIdentity") == "made-here" and sender == (
        stack.parameters.get("Sender") or stack.parameters.get("OwnerEmail")
    )
    return {name: value for name, value in chosen.items() if value} | {
        "Stage": deployment.stage,
        "OwnerEmail": email,
        "SenderIdentity": "made-here" if is_made_here or not is_known(deployment, sender) else "there-already",
        "KeysVersion": str(ensure_keys(deployment, now())),
    }


def _say_plan(terminal: Terminal, planned: Planned, region: str) -> None:
    terminal.say("", "What CloudFormation would do:")
    counted = Counter((action, kind) for action, _, kind in planned.changes)
    terminal.listed((f"{action} {count} x", kind) for (action, kind), count in sorted(counted.items()))
    cost = estimate(owners=1, region=region)
    terminal.say(
        "",
        f"It costs about {money(cost.cents)} a month for one owner where what is always free is not used otherwise,",
        f"and {money(cost.list_cents)} where it is (prices of {cost.region}; docs/cost.md).",
        "",
    )


def _hand_over(terminal: Terminal, stack: Stack, token: str | None, email: str, mail: MailState) -> None:
    address = stack.outputs["EndpointURL"].rstrip("/")
    terminal.say("", "Afterword is yours:")
    terminal.listed([("Address", f"{address}/"), ("Sign in", f"{address}/sign-in")])
    if token:
        terminal.listed([("Token", token)])
        terminal.say("  Keep the token now: it is shown this once. (make token-rotate makes a new one.)", "")
        terminal.say("Record your first interview, from here or from a phone shortcut (docs/shortcuts.md):")
        terminal.say(
            f"  curl {address}/interviews -H 'Authorization: Bearer {token}' \\",
            "    -d company=Acme -d 'position=Data Engineer' -d interview_on=$(date +%F)",
        )
    _say_clicks(terminal, email, mail, is_new=bool(token))


def _say_clicks(terminal: Terminal, email: str, mail: MailState, *, is_new: bool) -> None:
    """Which mails wait for the owner's click."""
    if mail.sender is not Sender.VERIFIED:
        terminal.say("", f"A mail of Amazon SES asks whether {email} is yours: click in it, or no digest can be sent.")
    if is_new:
        terminal.say(
            "",
            "A mail of AWS Notifications asks whether alarms may come to you (no digest for 26 hours, and the like).",
            "The first digest comes within 15 minutes if something is due, else on the day on which something is.",
        )
