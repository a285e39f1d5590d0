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

    ``decide_by`` is the day by which the employer is asked to decide because of an offer (M2); ``answer_by`` the day
    for which the owner promises the answer to this employer's own offer (S10); ``unspoken_language`` is the record's
    language, if there are no drafts in it; ``contact_id`` the one of several people who is thanked (C4).
    """

    kind: StepKind
    channel: DraftChannel
    is_second_letter: bool
    interview: Interview
    plan: Plan
    owner: Owner
    today: date
    decide_by: date | None = None
    answer_by: date | None = None
    contact_id: str | None = None
    unspoken_language: str | None = None

    @property
    def is_for_the_day(self) -> bool:
        """Whether it asks for a day that they have not named yet (W13)."""
        return self.plan.day_to_come is not None and bool(STEP_KINDS[self.kind].day_task)

    @property
    def place(self) -> str:
        """Where the employer is (ISO 3166); if that is unknown, where the owner is."""
        return self.interview.employer_country or self.owner.country

    @property
    def to(self) -> Contact | None:
        """The contact selected for this channel (C); None for the closing question, which is for those in the room.

        A thank-you letter is for ``contact_id``, or else for the next of those who are still to be thanked (W2).
        """
        if STEP_KINDS[self.kind].is_at_the_interview:
            return None
        if self.kind is StepKind.THANK_YOU_LETTER and self.plan.unthanked:
            wanted = (contact for contact in self.plan.unthanked if contact.id == self.contact_id)
            return next(wanted, self.plan.unthanked[0])
        return (
            self.plan.selected_contacts.to_call
            if self.channel is DraftChannel.CALL
            else self.plan.selected_contacts.to_write
        )

    @property
    def folder(self) -> str:
        """The folder of the templates, below that of the language."""
        if self.is_for_the_day:
            return f"{self.kind}/day"
        return f"{self.kind}/second" if self.is_second_letter else self.kind.value

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule ids of the draft, by its kind and channel."""
        facts = STEP_KINDS[self.kind]
        if self.channel is DraftChannel.CALL:
            return facts.script_rules
        return (*facts.letter_rules, *(("H3",) if self.is_urgent else ()))

    @property
    def is_urgent(self) -> bool:
        """Whether it is a letter that asks for the result, and so is marked as urgent (H3)."""
        is_letter = self.channel is DraftChannel.LETTER
        return is_letter and STEP_KINDS[self.kind].is_marked_urgent and not self.is_for_the_day


def channel_for(kind: StepKind, plan: Plan, wanted: DraftChannel | None) -> DraftChannel:
    """The channel for a draft of this kind.

    - ``wanted``, if it is given.
    - If the kind has both: a call if one is possible (H2), or else a letter.
    - If it has one: that one.

    Raises NoSuchDraft if the kind has no words, or none in the wanted channel.
    """
    facts = STEP_KINDS[kind]
    channels = {DraftChannel.CALL: facts.script_rules, DraftChannel.LETTER: facts.letter_rules}
    if wanted is not None:
        channels = {wanted: channels[wanted]}
    existing = [channel for channel, rules in channels.items() if rules]
    if not existing:
        raise NoSuchDraft(kind)
    return existing[0] if plan.is_call_possible else existing[-1]


def is_second_letter(kind: StepKind, plan: Plan) -> bool:
    """Whether a status letter written now is the second, shorter one: its step says so, or the follow-up is due."""
    if kind is not StepKind.STATUS_LETTER or plan.step is None:
        return False
    return plan.step.is_second_letter or plan.step.kind is StepKind.FOLLOW_UP_CALL
