"""A request for a draft: everything that the writer needs."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS


class DraftRequest(Struct, frozen=True, kw_only=True):
    """One draft to write, as of ``today`` (owner's zone).

    ``decide_by`` is the day by which the employer is asked to decide because of an offer (M2); ``unspoken_language`` is
    the record's language, if there are no drafts in it.
    """

    kind: StepKind
    channel: DraftChannel
    is_second_letter: bool
    interview: Interview
    plan: Plan
    owner: Owner
    today: date
    decide_by: date | None = None
    unspoken_language: str | None = None

    @property
    def place(self) -> str:
        """Where the employer is (ISO 3166); if that is unknown, where the owner is."""
        return self.interview.employer_country or self.owner.country

    @property
    def to(self) -> Contact | None:
        """The contact selected for this channel (C); None for the closing question, which is for those in the room."""
        if STEP_KINDS[self.kind].is_at_the_interview:
            return None
        return (
            self.plan.selected_contacts.to_call
            if self.channel is DraftChannel.CALL
            else self.plan.selected_contacts.to_write
        )

    @property
    def folder(self) -> str:
        """The folder of the templates, below that of the language."""
        return f"{self.kind}/second" if self.is_second_letter else self.kind.value

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule ids of the draft, by its kind and channel."""
        facts = STEP_KINDS[self.kind]
        return facts.script_rules if self.channel is DraftChannel.CALL else facts.letter_rules


def channel_for(kind: StepKind, plan: Plan, wanted: DraftChannel | None) -> DraftChannel:
    """The channel for a draft of this kind.

    - ``wanted``, if it is given.
    - If the kind has both: a call if one is possible (H2), or else a letter.
    - If it has one: that one.

    Raises NoSuchDraft if the kind has no words, or none in the wanted channel, and for words about a refusal (S6, S7)
    if none is recorded.
    """
    facts = STEP_KINDS[kind]
    channels = {DraftChannel.CALL: facts.script_rules, DraftChannel.LETTER: facts.letter_rules}
    if wanted is not None:
        channels = {wanted: channels[wanted]}
    existing = [channel for channel, rules in channels.items() if rules]
    if not existing or (facts.is_about_a_refusal and not plan.is_refused):
        raise NoSuchDraft(kind)
    return existing[0] if plan.is_call_possible else existing[-1]


def is_second_letter(kind: StepKind, plan: Plan) -> bool:
    """Whether a status letter written now is the second, shorter one: its step says so, or the follow-up is due."""
    if kind is not StepKind.STATUS_LETTER or plan.step is None:
        return False
    return plan.step.is_second_letter or plan.step.kind is StepKind.FOLLOW_UP_CALL
