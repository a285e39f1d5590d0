"""A mail as its reader's program takes it apart."""

from __future__ import annotations

from email import message_from_bytes, policy


def html_of(mail: bytes) -> str:
    """The part that is shown."""
    body = message_from_bytes(mail, policy=policy.default).get_body(("html",))
    assert body is not None
    return str(body.get_content())
