"""What mail servers and mail programs write by themselves: that a mail did not arrive, or that somebody is away."""

from __future__ import annotations

import re
from email.message import Message

from chalicelib.capture.found import Mailbox
from chalicelib.capture.mail.headers import header
from chalicelib.capture.mail.mail_parts import parts_within
from chalicelib.patterns import lazy_pattern

_SERVERS = ("mailer-daemon", "postmaster", "mail-daemon", "maildelivery")
_NOT_DELIVERED = lazy_pattern(
    r"undeliver|delivery (?:status|failed|failure|incomplete)|returned mail|returned to sender|mail delivery|"
    r"unzustellbar|nicht zugestellt|zustellung|не доставлено|недоставленное|не удалось доставить|доставк",
    re.IGNORECASE,
)
_AWAY = lazy_pattern(
    r"^\s*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|ooo\b|abwesenheit|"
    r"automatische (?:antwort|abwesenheit)|nicht im büro|автоответ|автоматический ответ|нет на месте|вне офиса|отпуск)",
    re.IGNORECASE,
)
_RECIPIENT = lazy_pattern(r"rfc822\s*;\s*<?([^\s<>;]{3,200}@[^\s<>;]{1,200})", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"<([^\s<>]{1,100}@[^\s<>]{1,200})>")
_MOST = 10


def is_bounce(message: Message, subject: str, sender: Mailbox | None) -> bool:
    """Whether a mail server says that a mail did not arrive."""
    if any(part.get_content_type() == "message/delivery-status" for part in parts_within(message) or ()):
        return True
    local = sender.address.partition("@")[0] if sender else ""
    is_empty = header(message, "Return-Path") == "<>"
    is_server = local in _SERVERS or (is_empty and "x-failed-recipients" in message)
    return is_server and bool(_NOT_DELIVERED.search(subject))


def is_absence(message: Message, subject: str) -> bool:
    """Whether a mail program answers for somebody who is away."""
    if _AWAY.search(subject):
        return True
    says = header(message, "Auto-Submitted").lower()
    is_reply = says.startswith("auto-replied") or "x-autoreply" in message or "x-autorespond" in message
    return is_reply and "Content-Type" in message and message.get_content_type() != "multipart/report"


def failed_addresses(message: Message, text: str) -> tuple[str, ...]:
    """The addresses that a mail could not be delivered to."""
    reported = [found for part in parts_within(message) or () for found in _recipients(part)]
    named = header(message, "X-Failed-Recipients").split(",")
    found = reported or [name.strip() for name in named if "@" in name] or _ADDRESS.findall(text[:5000])
    return tuple(dict.fromkeys(address.lower() for address in found))[:_MOST]


def _recipients(part: Message) -> list[str]:
    if part.get_content_type() != "message/delivery-status":
        return []
    blocks = parts_within(part) or ()
    finals = [header(block, "Final-Recipient") or header(block, "Original-Recipient") for block in blocks]
    return [found[1] for text in finals if (found := _RECIPIENT.search(text))]
