"""Sends mail by SES v2: one attempt for each call, and an error that says how it failed. See ``SesSender``."""

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

from chalicelib.errors import AfterwordError, Block, MailBlocked, MailRefused, MailThrottled, MailUncertain
from chalicelib.playbook.owner import Owner

# One attempt: botocore by default retries after a lost answer, and each retry may be one more mail.
# The timeouts leave room for a few owners in the tick's minute.
ONE_ATTEMPT = Config(
    retries={"total_max_attempts": 1, "mode": "standard"}, connect_timeout=3, read_timeout=10, tcp_keepalive=True
)

# Errors that no later attempt on the same day would fix: they are about the message, an address or the account.
REFUSALS = frozenset(
    {
        "AccountSuspendedException",
        "BadRequestException",
        "MessageRejected",
        "NotFoundException",
    }
)
# A click in a mail or a DNS record ends them. MessageRejected has other reasons too, which only its words tell apart.
_DOMAIN_NOT_VERIFIED, _NOT_VERIFIED = "MailFromDomainNotVerifiedException", "not verified"

CLIENT_ERRORS = range(400, 500)

# Raised before there was a connection: the request surely never left.
NOT_SENT_ERRORS = (EndpointConnectionError, ConnectTimeoutError, NoCredentialsError)


def ses_client(session: Session, region: str, endpoint_url: str | None = None) -> Any:
    """A client for SES v2 on an existing session: a second one would slow down a cold start."""
    return session.create_client("sesv2", region_name=region, endpoint_url=endpoint_url, config=ONE_ATTEMPT)


class SesSender:
    """Sends finished messages by SES; ``sender`` is the verified address that they come from.

    ``configuration_set`` says where SES reports mail that came back; there the tag ``owner`` says whose it was.
    ``connect`` makes the client, at the first mail: most ticks send none.
    """

    def __init__(self, connect: Callable[[], Any], sender: str, configuration_set: str | None = None) -> None:
        self._connect = connect
        self._client: Any = None
        self._sender = sender
        self._events = {"ConfigurationSetName": configuration_set} if configuration_set else {}

    def send(self, owner: Owner, mime: bytes) -> str:
        """Send to the owner's address and return SES's message id. Raises:

        - MailThrottled: surely not sent
        - MailBlocked: surely not sent, and not before an address or a domain is verified
        - MailUncertain: perhaps sent
        - MailRefused: not sent, and it would not be later today
        """
        self._client = self._client or self._connect()
        try:
            answer = self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [owner.email]},  # so that no header can add a recipient
                Content={"Raw": {"Data": mime}},
                EmailTags=[{"Name": "owner", "Value": owner.id}],  # not visible in the mail
                **self._events,
            )
        except ClientError as error:
            raise _failure(error) from error
        except NOT_SENT_ERRORS as error:
            raise MailThrottled(type(error).__name__) from error
        except BotoCoreError as error:
            raise MailUncertain(type(error).__name__) from error
        return str(answer.get("MessageId", ""))  # an accepted mail is sent, even if the answer lacks its id

    def close(self) -> None:
        """Close the open connections: one that outlives a frozen function is dead, and a send on it is uncertain."""
        if self._client:
            self._client.close()


def _failure(error: ClientError) -> AfterwordError:
    code = error.response.get("Error", {}).get("Code", "Unknown")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    words = error.response.get("Error", {}).get("Message", "")
    if code == _DOMAIN_NOT_VERIFIED or (code in REFUSALS and _NOT_VERIFIED in words.lower()):
        return MailBlocked(Block.NOT_VERIFIED)
    if code in REFUSALS:
        return MailRefused(code)
    # With any other 4xx nothing was sent: a throttle, a pause, or a permission that is missing. A 5xx is unclear.
    return MailThrottled(code) if status in CLIENT_ERRORS else MailUncertain(code)
