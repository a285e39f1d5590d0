"""Where a deployment keeps its signing keys: an encrypted parameter of SSM, read with the function's role."""

from __future__ import annotations

import logging
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from chalicelib.errors import AfterwordError
from chalicelib.links.keyring import BadKeyring, Keyring, read_keyring

log = logging.getLogger(__name__)

# A person is waiting for a page: a prompt "try again" is better than a long wait. Timeouts are in seconds.
PROMPT = Config(retries={"total_max_attempts": 2, "mode": "standard"}, connect_timeout=1, read_timeout=3)


class KeysUnavailable(AfterwordError):
    """The signing keys cannot be read just now, so nothing can be signed or verified."""

    is_temporary = True


def ssm_client(session: Session, region: str) -> Any:
    """Return a client for SSM on an existing session."""
    return session.create_client("ssm", region_name=region, config=PROMPT)


def stored_keyring(client: Any, name: str) -> Keyring:
    """Return the keyring in the parameter ``name``. Raises KeysUnavailable, also for faults that only a change of the
    deployment mends; the log says which fault it is."""
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
