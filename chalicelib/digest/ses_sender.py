"""Sending by SES v2: exactly one attempt for each call, and an honest word about how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
)
from botocore.session import Session

from chalicelib.errors import AfterwordError, MailRefused, MailThrottled, MailUncertain
from chalicelib.playbook.owner import Owner

# One attempt: botocore's default retries a lost answer, and each retry may be one more mail.
# The timeouts leave room for a few owners in the tick's minute.
ONE_ATTEMPT = Config(
    retries={"total_max_attempts": 1, "mode": "standard"}, connect_timeout=3, read_timeout=10, tcp_keepalive=True
)

# What no later attempt on the same day would mend: the message, an address or the account itself.
REFUSALS = frozenset(
    {
        "AccountSuspendedException",
        "BadRequestException",
        "MailFromDomainNotVerifiedException",
        "MessageRejected",
        "NotFoundException",
    }
)

OUR_FAULTS = range(400, 500)

# Raised before a connection stood: the request surely never left.
NEVER_LEFT = (EndpointConnectionError, ConnectTimeoutError, NoCredentialsError)


def ses_client(session: Session, region: str, endpoint_url: str | None = None) -> Any:
    """A client for SES v2 on a session that is there already (a second session costs a cold start)."""
    return session.create_client("sesv2", region_name=region, endpoint_url=endpoint_url, config=ONE_ATTEMPT)


class SesSender:
    """Takes a finished message to SES; ``sender`` is the verified address that it comes from.

    ``configuration_set`` says where SES tells of mails that come back; the tag ``owner`` says there whose it was.
    ``connect`` makes the client, for the first mail: most ticks send none.
    """

    def __init__(self, connect: Callable[[], Any], sender: str, configuration_set: str | None = None) -> None:
        self._connect = connect
        self._client: Any = None
        self._sender = sender
        self._events = {"ConfigurationSetName": configuration_set} if configuration_set else {}

    def send(self, owner: Owner, mime: bytes) -> str:
        """Send to the owner's address and return SES's message id.

        Raises MailThrottled (surely not sent), MailUncertain (perhaps sent), MailRefused (not sent, nor later).
        """
        self._client = self._client or self._connect()
        try:
            answer = self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [owner.email]},  # so no header of the message can add a recipient
                Content={"Raw": {"Data": mime}},
                EmailTags=[{"Name": "owner", "Value": owner.id}],  # SES keeps it to itself
                **self._events,
            )
        except ClientError as error:
            raise _answered(error) from error
        except NEVER_LEFT as error:
            raise MailThrottled(type(error).__name__) from error
        except BotoCoreError as error:
            raise MailUncertain(type(error).__name__) from error
        return str(answer.get("MessageId", ""))  # an accepted mail is sent, whatever its receipt looks like

    def close(self) -> None:
        """Drop the open connections: one that outlives a frozen function is dead, and a send on it uncertain."""
        if self._client:
            self._client.close()


def _answered(error: ClientError) -> AfterwordError:
    code = error.response.get("Error", {}).get("Code", "Unknown")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in REFUSALS:
        return MailRefused(code)
    # Any other 4xx took nothing: a throttle, a pause, or a permission that the deployment lacks. A 5xx is unclear.
    return MailThrottled(code) if status in OUR_FAULTS else MailUncertain(code)
