"""moto in the place of AWS, in this process: its DynamoDB keeps its items, and its SES its mails, in the state.

docs/decisions/0002-moto-in-process.md says why not as a server beside us.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from infra.local.state import LocalState

REGION = "eu-central-1"
ACCOUNT = "123456789012"


def stand_in_for_aws(state: LocalState, sender: str, now: Callable[[], datetime], *, keeps_items: bool) -> None:
    """From here on no call of this process reaches AWS, whatever the terminal's environment says.

    To be called before a client is made. ``sender`` is the one address that mail may come from. Without
    ``keeps_items`` moto's DynamoDB is as it is, with its tables in memory.
    """
    _forget_the_real_one()
    from moto import mock_aws

    mock_aws().start()
    if keeps_items:
        keep_items(state)
    _keep_mails(state, sender, now)


def _forget_the_real_one() -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def keep_items(state: LocalState) -> None:
    """Put the tables of moto's DynamoDB into the state."""
    from moto.dynamodb.models import dynamodb_backends

    from infra.local.lasting_table import LastingDynamoDB
    from infra.local.plain_result import answer_plainly

    answer_plainly()
    backend = LastingDynamoDB(REGION, ACCOUNT)
    backend.state = state
    dynamodb_backends[ACCOUNT][REGION] = backend


def _keep_mails(state: LocalState, sender: str, now: Callable[[], datetime]) -> None:
    from moto.sesv2.models import sesv2_backends

    from infra.local.mailbox import LastingMail

    backend = LastingMail(REGION, ACCOUNT)
    backend.state, backend.now = state, now
    backend.core_backend.verify_email_identity(sender)
    sesv2_backends[ACCOUNT][REGION] = backend
