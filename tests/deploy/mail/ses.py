"""A stand-in for SES v2 on this machine: the account's state, and what it knows of addresses and domains."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

from tests.loopback import Answer, StandIn, served

TOKENS = ("one", "two", "three")


class Ses:
    """``identities`` by name, each as SES describes it; the sandbox, unless it is said otherwise."""

    def __init__(self) -> None:
        self.account: dict[str, Any] = {"ProductionAccessEnabled": False, "SendingEnabled": True}
        self.identities: dict[str, dict[str, Any]] = {}

    def knows(self, name: str, *, is_verified: bool = True, dkim: str = "SUCCESS", mail_from: str = "SUCCESS") -> None:
        """An address, or a domain with its DKIM keys and a MAIL FROM of its own."""
        self.identities[name] = {"VerifiedForSendingStatus": is_verified}
        if "@" not in name:
            self.identities[name] |= {
                "DkimAttributes": {"Status": dkim, "Tokens": TOKENS, "SigningAttributesOrigin": "AWS_SES"},
                "MailFromAttributes": {"MailFromDomain": f"afterword.{name}", "MailFromDomainStatus": mail_from},
            }

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        """The answer to a request."""
        if path == "/v2/email/account":
            return self._said(self.account)
        if method == "POST":
            self.knows(json.loads(body)["EmailIdentity"], is_verified=False)
            return self._said({})
        name = unquote(path.removeprefix("/v2/email/identities/"))
        if name not in self.identities:
            return self._said({"message": name}, 404, {"x-amzn-ErrorType": "NotFoundException"})
        return self._said(self.identities[name])

    @staticmethod
    def _said(content: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> Answer:
        return status, {"Content-Type": "application/json"} | (headers or {}), json.dumps(content).encode()


@contextmanager
def answering(ses: Ses) -> Iterator[str]:
    """Serve the stand-in until the end of the block, and give its address."""

    class Handler(StandIn):
        def reply(self, body: bytes) -> Answer:
            return ses.answer(self.command, self.path, body)

    with served(Handler) as address:
        yield address
