"""A draft as answers show it."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.serializers import all_fields


class ShownDraft(Struct, frozen=True, kw_only=True):
    """A script or a letter, never sent by the product. ``text`` is the whole; ``eml`` its address as a message file."""

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
    eml: str | None


def shown_draft(draft: Draft, drafts_path: str) -> ShownDraft:
    """A draft, and where its letter can be had as a message file."""
    is_letter = draft.channel is DraftChannel.LETTER
    return ShownDraft(**all_fields(draft), eml=f"{drafts_path}/{draft.kind}.eml" if is_letter else None)
