"""Addresses that fit the people and the companies of a draw. The way in is ``email_of``."""

from __future__ import annotations

import re
import unicodedata

from chalicelib.drafts.addressing import address_of
from chalicelib.playbook.contact import Contact
from infra.gallery.pools import EMAILS

_NOT_SAID = frozenset({"the", "company", "inc", "ltd", "dr", "mr", "ms", "mrs", "prof"})
_WORDS_OF_A_COMPANY = 2


def email_of(contact: Contact, company: str) -> str:
    """The address of a contact at a company; that of their role where their name is not in Latin letters."""
    name = _words(address_of(contact, is_formal=True, language="en").written or "")
    of_the_role = EMAILS[contact.role].partition("@")[0]
    domain = "".join(_words(company)[:_WORDS_OF_A_COMPANY]) or "employer"
    return f"{'.'.join(dict.fromkeys((name[0], name[-1]))) if name else of_the_role}@{domain}.example"


def _words(text: str) -> list[str]:
    """The words of a text in small Latin letters, without titles and legal forms."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = (re.sub(r"[^a-z-]", "", word).strip("-") for word in plain.split())
    return [word for word in words if word and word not in _NOT_SAID]
