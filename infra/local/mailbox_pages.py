"""The outbox for a person: a list, a mail with its letters, and the mail's own HTML shut into a frame."""

from __future__ import annotations

import re
import secrets
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from infra.local.http_messages import HttpResponse, as_page
from infra.local.outbox import headline, read, sent_at
from infra.local.state import KeptMail

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "local"
VIEWS = ("mail", "text", "source")

LOOKS = "style-src 'unsafe-inline'; img-src data:"
# The frame's page never runs a script, loads nothing and knows nothing of us; its links open beside it. It keeps its
# origin, so that the page around it can measure it.
FRAME_RIGHTS = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
FRAME_POLICY = f"sandbox {FRAME_RIGHTS}; default-src 'none'; frame-ancestors 'self'; {LOOKS}"
LINKS_OPEN_BESIDE = '<base target="_blank">'


def list_page(mails: list[KeptMail], command: str) -> HttpResponse:
    """All mails, the last sent first; ``command`` is what to try while there is none."""
    lines = [headline(mail) | {"sent": sent_at(mail)} for mail in mails]
    return _page("outbox.html", lines=lines, command=command)


def mail_page(mail: KeptMail, view: str) -> HttpResponse:
    """One mail in one of the ``VIEWS``: as its reader sees it, its text twin, or its source."""
    letter = read(mail.message)
    return _page(
        "mail.html",
        mail=mail,
        letter=letter,
        sent=sent_at(mail),
        view=view if view in VIEWS else VIEWS[0],
        source=mail.message.decode(errors="replace"),
        frame_rights=FRAME_RIGHTS,
    )


def frame(mail: KeptMail) -> HttpResponse:
    """The mail's HTML, or its text if it has none, for the frame in ``mail_page``."""
    letter = read(mail.message)
    html = letter.html or _environment().get_template("plain.html").render(text=letter.text or "")
    opened = re.sub(r"<head\b[^>]*>", lambda head: head[0] + LINKS_OPEN_BESIDE, html, count=1, flags=re.IGNORECASE)
    shown = opened if opened != html else LINKS_OPEN_BESIDE + html
    return as_page(shown, {"Content-Security-Policy": FRAME_POLICY, "Cache-Control": "no-store"})


def _page(template: str, **facts: object) -> HttpResponse:
    nonce = secrets.token_urlsafe(16)
    policy = f"default-src 'none'; frame-ancestors 'none'; frame-src 'self'; script-src 'nonce-{nonce}'; {LOOKS}"
    html = _environment().get_template(template).render(nonce=nonce, **facts)
    return as_page(html, {"Content-Security-Policy": policy, "Cache-Control": "no-store"})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
