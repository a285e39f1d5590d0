"""Parse a mail as its reader's program does."""

from __future__ import annotations

from email import message_from_bytes, policy


def html_of(mail: bytes) -> str:
    """The HTML part of a mail."""
    body = message_from_bytes(mail, policy=policy.default).get_body(("html",))
    assert body is not None
    return str(body.get_content())
