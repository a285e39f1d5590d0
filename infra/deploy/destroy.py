"""``make destroy``: back up everything, then delete the deployment. The table stays unless TABLE=delete is set."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy import backup
from infra.deploy.change_set import delete_stack
from infra.deploy.code import bucket_exists, delete_bucket
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.smtp_password import delete_password, stored_password
from infra.deploy.signing_keys import current_version, delete_keys
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal

_DELETE = "delete"


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Ask, back up, and delete. Raises CannotDo, with nothing deleted, if the answer is not yes."""
    table = environment.get("TABLE", "keep")
    if table not in ("keep", _DELETE):
        raise CannotDo(f"TABLE is {table!r}; it must be keep or {_DELETE}.")
    has_table = _has_table(deployment)
    if not (has_table or _has_anything_else(deployment)):
        raise CannotDo(f"There is nothing of stage {deployment.stage} in {deployment.region}.")
    terminal.say(f"This takes stage {deployment.stage} out of account {deployment.account}, {deployment.region}.")
    if has_table:
        terminal.say("The table is deleted as well." if table == _DELETE else "The table with all records stays.")
    terminal.say("Its address is gone for good: a new deployment has another one, for shortcuts and calendars too.")
    if table == _DELETE and not terminal.answers_yes:
        terminal.asked(f"Type {deployment.name} to go on:", [deployment.name])
    else:
        terminal.agree("Go on? (yes/no)")
    if has_table:
        backup.run(deployment, terminal, environment)
    if stack_of(deployment).status:
        delete_stack(deployment, terminal)
    delete_bucket(deployment)
    if table == _DELETE:
        delete_keys(deployment)
        delete_password(deployment)
        _delete_table(deployment, terminal)
    terminal.say("Done.", _GONE if table == _DELETE else _STAYS)


_STAYS = (
    "What there was of a table, of signing keys and of a mail password is kept, so that make deploy takes up where this"
    " was."
)
_GONE = (
    "Left are the export on this machine, the address or domain that SES knows (aws sesv2 delete-email-identity), and"
    " for 35 days the last backup that AWS keeps of a deleted table (aws dynamodb list-backups --backup-type SYSTEM)."
)


def _has_anything_else(deployment: Deployment) -> bool:
    has_secrets = current_version(deployment) is not None or stored_password(deployment) is not None
    return has_secrets or bool(stack_of(deployment).status) or bucket_exists(deployment)


def _has_table(deployment: Deployment) -> bool:
    dynamodb = deployment.client("dynamodb")
    try:
        dynamodb.describe_table(TableName=deployment.name)
    except dynamodb.exceptions.ResourceNotFoundException:
        return False
    return True


def _delete_table(deployment: Deployment, terminal: Terminal) -> None:
    dynamodb = deployment.client("dynamodb")
    if not _has_table(deployment):
        return
    dynamodb.update_table(TableName=deployment.name, DeletionProtectionEnabled=False)
    dynamodb.delete_table(TableName=deployment.name)
    terminal.wait_for("Deleting the table", lambda: not _has_table(deployment), 600)
