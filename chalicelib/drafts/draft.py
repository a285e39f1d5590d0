"""A draft: what the owner says, or sends, for a step."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from chalicelib.drafts import contact_links
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.step import StepKind


class DraftChannel(StrEnum):
    """CALL: words to say aloud, a script. LETTER: an email. H1 knows no others."""

    CALL = "call"
    LETTER = "letter"


class Passage(Struct, frozen=True, kw_only=True):
    """A part of a draft: what is said first has no heading, a branch has the situation it is for. ``is_in_mail``: it
    stands in the mail too (D2)."""

    heading: str | None
    text: str
    is_in_mail: bool = True


class Draft(Struct, frozen=True, kw_only=True):
    """A script or a letter, never sent by the product. ``language`` is that of its words.

    ``to`` is the contact on the highest usable rung (C), ``rung`` its id and ``rung_reason`` why; with nobody
    to call or to write to, ``missing`` is a sentence that names the detail to find. ``text`` is the whole as
    plain text: a letter's can be sent as it is. ``notice`` is for the owner: that nothing has been sent, and
    what to mind. ``tel`` and ``mailto`` are links, None where there is no usable number or address, or where
    the letter is too long for a link. ``rules`` are the rule ids that the draft carries. ``one_of_several`` is the id
    of the person who is thanked, if each of several gets a letter (C4).
    """

    kind: StepKind
    channel: DraftChannel
    language: str
    to: Contact | None
    rung: str | None
    rung_reason: str
    missing: str | None
    subject: str | None
    passages: tuple[Passage, ...]
    text: str
    tel: str | None
    mailto: str | None
    rules: tuple[str, ...]
    notice: str
    one_of_several: str | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether it is a letter that is marked as urgent (H3)."""
        return "H3" in self.rules

    @property
    def query(self) -> str:
        """What follows the address of the draft, so that it is this one."""
        return f"?contact={self.one_of_several}" if self.one_of_several else ""

    @property
    def mailto_empty(self) -> str | None:
        """A link with the address and the subject only, for a letter that is too long for ``mailto``; else None."""
        email = self.to.email if self.to else None
        return contact_links.mailto_empty(email, self.subject) if email and self.subject and not self.mailto else None
