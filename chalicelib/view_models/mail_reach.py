"""Whom an entry of the mail is to, and how to reach them, in as few characters as a line of it bears (D3)."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.contact_links import dialled, mailto_address
from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.draft_request import channel_for
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import reach, whom
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS

LONGEST_NAME = 60  # characters of a name in a line (D3)
MOST_BYTES = 150  # of such a name: sixty letters of most alphabets


class Reach(Struct, frozen=True, kw_only=True):
    """A person, or their role, and how to reach them: ``href`` opens the phone or an empty letter; None where there is
    no usable number."""

    whom: str
    label: str
    href: str | None
    channel: DraftChannel


def cut(text: str) -> str:
    """A name that fits into a line of the mail."""
    kept = shortened(one_line(text), LONGEST_NAME)
    while len(kept.encode()) > MOST_BYTES:
        kept = shortened(kept, len(kept) - 1)
    return kept


def reached(kind: StepKind, interview: Interview, plan: Plan, owner: Owner, language: Language) -> Reach | None:
    """Whom a step or draft of this kind is to; None if it is to nobody, or nobody can be reached."""
    if STEP_KINDS[kind].is_at_the_interview:
        return _reach(plan.selected_contacts.to_call, DraftChannel.CALL, interview, owner, language)
    try:
        channel = channel_for(kind, plan, None)
    except NoSuchDraft:
        return None
    return _reach(_contact(kind, plan, channel), channel, interview, owner, language)


def _contact(kind: StepKind, plan: Plan, channel: DraftChannel) -> Contact | None:
    if kind is StepKind.THANK_YOU_LETTER and plan.unthanked:
        return plan.unthanked[0]
    contacts = plan.selected_contacts
    return contacts.to_call if channel is DraftChannel.CALL else contacts.to_write


def _reach(
    contact: Contact | None, channel: DraftChannel, interview: Interview, owner: Owner, language: Language
) -> Reach | None:
    if contact is None:
        return None
    label = cut(reach(contact, channel, language))
    if not label:
        return None
    if channel is DraftChannel.LETTER:
        href: str | None = mailto_address(contact.email or "")
    else:
        href = dialled(contact.phone or "", contact.extension, interview.employer_country or owner.country).tel
    return Reach(whom=cut(whom(contact, channel, language)), label=label, href=href, channel=channel)
