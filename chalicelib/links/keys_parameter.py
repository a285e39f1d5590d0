"""Where a deployment keeps its signing keys: a parameter of SSM, encrypted there, read with a function's role."""

from __future__ import annotations

import logging
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from chalicelib.errors import AfterwordError
from chalicelib.links.keyring import BadKeyring, Keyring, read_keyring

log = logging.getLogger(__name__)

# Somebody waits for a page: better a prompt "try again" than a long wait.
PROMPT = Config(retries={"total_max_attempts": 2, "mode": "standard"}, connect_timeout=1, read_timeout=3)


class KeysUnavailable(AfterwordError):
    """The signing keys cannot be had just now: nothing can be signed, and nothing signed be checked."""

    is_temporary = True


def ssm_client(session: Session, region: str) -> Any:
    """A client for SSM on a session that is there already."""
    return session.create_client("ssm", region_name=region, config=PROMPT)


def stored_keyring(client: Any, name: str) -> Keyring:
    """The keyring in the parameter ``name``. Raises KeysUnavailable, also for what only the deployment can mend: the
    log says which."""
    try:
        answer = client.get_parameter(Name=name, WithDecryption=True)
        return read_keyring(answer["Parameter"]["Value"])
    except ClientError as error:
        reason = str(error.response.get("Error", {}).get("Code", "Unknown"))
    except BotoCoreError as error:
        reason = type(error).__name__
    except BadKeyring as error:
        reason = str(error)
    log.error("No signing keys from the parameter %s: %s", name, reason)
    raise KeysUnavailable(reason)
