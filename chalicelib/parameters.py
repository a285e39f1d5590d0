"""Secrets of a deployment: encrypted parameters of SSM, read with the function's role."""

from __future__ import annotations

from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from chalicelib.errors import AfterwordError

# A person is waiting for a page: a prompt "try again" is better than a long wait. Timeouts are in seconds.
PROMPT = Config(retries={"total_max_attempts": 2, "mode": "standard"}, connect_timeout=1, read_timeout=3)


class ParameterUnavailable(AfterwordError):
    """A parameter cannot be read just now; ``reason`` is a code that quotes nothing of it.

    ``is_missing``: there is none, and only a change of the deployment mends that.
    """

    is_temporary = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_missing(self) -> bool:
        """Whether there is no such parameter."""
        return self.reason == "ParameterNotFound"


def ssm_client(session: Session, region: str) -> Any:
    """Return a client for SSM on an existing session."""
    return session.create_client("ssm", region_name=region, config=PROMPT)


def read_parameter(client: Any, name: str) -> str:
    """Return the decrypted parameter ``name``. Raises ParameterUnavailable."""
    try:
        return str(client.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"])
    except ClientError as error:
        raise ParameterUnavailable(str(error.response.get("Error", {}).get("Code", "Unknown"))) from error
    except BotoCoreError as error:
        raise ParameterUnavailable(type(error).__name__) from error
