"""The kinds of steps and drafts, each declared once: its words, its drafts, and what plan, mail and feed need to know.

To add a kind: its name in ``StepKind``, a row here, its templates, the catalogs, its rule in ``next_step.py``.
``tests/playbook/test_step_kinds.py`` names what is still missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.step import StepKind, translatable


class FitsWhen(Enum):
    """When there is a draft of a kind at all; ``fitting_drafts`` evaluates it."""

    ALWAYS = auto()
    WHILE_AN_OFFER_STANDS = auto()
    WHILE_THEY_DECIDE = auto()  # it is open, and they have neither made an offer nor refused
    WHILE_THE_INTERVIEW_IS_AHEAD = auto()  # it has a day, and is not over
    AFTER_A_REFUSAL = auto()  # one is recorded, whatever came after it
    WHILE_REFUSED = auto()  # a refusal is their last word
    AFTER_A_MONTH = auto()  # of silence, or after an end that was not the owner's own


class StepSpec(Struct, frozen=True, kw_only=True):
    """All that is true of one kind; a row leaves out what has its default. The sentences name the ``{company}``."""

    # What is to be done, as a whole sentence.
    task: str
    # The same as a part of the mail's subject; empty if it never stands in a mail.
    phrase: str = ""
    # Both where the step asks for the day of an interview and not for the decision (W13); empty if it never does.
    day_task: str = ""
    day_phrase: str = ""
    # Both where it is done to one person, whom they name beside the company; empty if it is not.
    person_task: str = ""
    person_phrase: str = ""
    # What to do where there is nothing to say or to write.
    advice: str = ""

    # The rules that its script and its letter carry, besides that of the contact's rung (C); empty if it has no such
    # draft. The words are in templates/drafts/<language>/<kind>/: script.txt; subject.txt and body.txt.
    script_rules: tuple[str, ...] = ()
    letter_rules: tuple[str, ...] = ()
    # When there is such a draft.
    fits: FitsWhen = FitsWhen.ALWAYS
    # The letter as a part of the name of its file, such as "Thank-you" in "Thank-you to Dana Winter, Acme.eml".
    file_label: str = ""
    # The text of a short link to the draft, beside a step of another kind.
    link_label: str = ""
    # It asks for the result, so its message is marked as urgent; a letter that asks for a day is not (H3).
    is_marked_urgent: bool = False

    # A plan can make it the next step; if not, it is a draft that the owner may ask for.
    is_ever_next: bool = True
    # A draft that is never next is listed among a record's drafts where it fits.
    is_listed: bool = False
    # It reaches nobody at work, so it may be done or written on any day of the week (T, D5).
    may_be_done_on_any_day: bool = False
    # It is done at the interview; only a reminder is due before (W1).
    is_at_the_interview: bool = False
    # It is done by calling; if it has a letter too, then only where a call is possible (H2).
    is_call: bool = False
    # The event that records it as done, where that is not a call.
    recorded_as: EventKind = EventKind.NOTE
    # The survey says that few candidates would call, so a call stands out (E2).
    is_call_that_stands_out: bool = False
    # They have answered, or agreed on a call, so the length of their silence is not shown.
    is_answered: bool = False
    # It is shown with why they may be silent (R).
    is_silence_explained: bool = False
    # The process counts as refused, and is not among those that are alive (M1).
    is_process_over: bool = False
    # Where it stands in the mail (D1), unless the employer asked for it.
    mail_group: MailGroup = MailGroup.STATUS


_STATUS = ("S1", "H2", "H6")
_LETTER = ("H7",)

STEP_KINDS: Mapping[StepKind, StepSpec] = {
    StepKind.CLOSING_QUESTION: StepSpec(
        task=translatable("At the interview, ask {company} when they will decide"),
        phrase=translatable("at the interview, ask {company} when they decide"),
        script_rules=("S9", "W1"),
        may_be_done_on_any_day=True,
        is_at_the_interview=True,
        mail_group=MailGroup.INTERVIEW,
    ),
    StepKind.THANK_YOU_LETTER: StepSpec(
        task=translatable("Thank {company}"),
        phrase=translatable("thank {company}"),
        person_task=translatable("Thank {person} ({company})"),
        person_phrase=translatable("thank {person} ({company})"),
        letter_rules=("S3", "W2", *_LETTER),
        file_label=translatable("Thank-you"),
        may_be_done_on_any_day=True,
        recorded_as=EventKind.THANK_YOU_SENT,
        mail_group=MailGroup.THANKS,
    ),
    StepKind.STATUS_CALL: StepSpec(
        task=translatable("Call {company} and ask for the decision"),
        phrase=translatable("call {company}"),
        day_task=translatable("Call {company} about the date of the interview"),
        day_phrase=translatable("ask {company} about the date"),
        script_rules=_STATUS,
        is_call=True,
        is_call_that_stands_out=True,
        is_silence_explained=True,
    ),
    StepKind.STATUS_LETTER: StepSpec(
        task=translatable("Write to {company} and ask for the decision"),
        phrase=translatable("write to {company}"),
        day_task=translatable("Write to {company} about the date of the interview"),
        day_phrase=translatable("ask {company} about the date"),
        letter_rules=("S2", *_LETTER),
        file_label=translatable("Question"),
        is_marked_urgent=True,
        recorded_as=EventKind.LETTER_SENT,
        is_silence_explained=True,
    ),
    StepKind.RECEIPT_CALL: StepSpec(
        task=translatable("Check with {company} that your letter arrived"),
        phrase=translatable("check with {company}"),
        day_task=translatable("Check with {company} that your letter arrived"),
        day_phrase=translatable("check with {company}"),
        script_rules=("S4", "H4"),
        is_call=True,
        is_silence_explained=True,
    ),
    StepKind.FOLLOW_UP_CALL: StepSpec(
        task=translatable("Call {company}, as your letter promised"),
        phrase=translatable("call {company}"),
        day_task=translatable("Call {company}, as your letter promised"),
        day_phrase=translatable("call {company}"),
        script_rules=(*_STATUS, "W7"),
        is_call=True,
        is_call_that_stands_out=True,
        is_silence_explained=True,
    ),
    StepKind.AGREED_CALL: StepSpec(
        task=translatable("Call {company} again"),
        phrase=translatable("call {company}"),
        day_task=translatable("Call {company} about the date of the interview"),
        day_phrase=translatable("ask {company} about the date"),
        script_rules=(*_STATUS, "W8"),
        is_call=True,
        is_answered=True,
        mail_group=MailGroup.ASKED,
    ),
    StepKind.CLOSING_CONTACT: StepSpec(
        task=translatable("Wrap up with {company} and leave the door open"),
        phrase=translatable("wrap up with {company}"),
        day_task=translatable("Wrap up with {company} and leave the door open"),
        day_phrase=translatable("wrap up with {company}"),
        script_rules=("S8", "W9", "H2"),
        letter_rules=("S8", "W9", *_LETTER),
        file_label=translatable("Last word"),
        is_call=True,
        recorded_as=EventKind.LETTER_SENT,
        is_silence_explained=True,
        mail_group=MailGroup.CLOSING,
    ),
    StepKind.REASONS_CALL: StepSpec(
        task=translatable("Call {company} and ask what was missing"),
        phrase=translatable("call {company}"),
        script_rules=("S6",),
        is_call=True,
        fits=FitsWhen.AFTER_A_REFUSAL,
        is_answered=True,
        is_process_over=True,
    ),
    StepKind.REASONS_REQUEST: StepSpec(
        task=translatable("Ask {company} for the reasons in writing"),
        letter_rules=("S7", *_LETTER),
        file_label=translatable("Request for the reasons"),
        is_ever_next=False,
        recorded_as=EventKind.REASONS_REQUESTED,
        fits=FitsWhen.AFTER_A_REFUSAL,
    ),
    StepKind.REASONS_DEADLINE: StepSpec(
        task=translatable("Look whether {company} has answered"),
        phrase=translatable("look for the answer of {company}"),
        advice=translatable(
            "If they have answered, record it. If not, you may remind them once, or close this one and let it be."
        ),
        may_be_done_on_any_day=True,
        recorded_as=EventKind.CLOSED,
        is_answered=True,
        is_process_over=True,
        mail_group=MailGroup.ASKED,
    ),
    StepKind.ANSWER_OFFER: StepSpec(
        task=translatable("Answer the offer from {company}"),
        phrase=translatable("answer the offer from {company}"),
        advice=translatable("Don't leave it unanswered: if you need longer, ask for more time."),
        may_be_done_on_any_day=True,
        recorded_as=EventKind.OFFER_DECLINED,
        is_answered=True,
        mail_group=MailGroup.OFFER,
    ),
    StepKind.MOVE_ON: StepSpec(
        task=translatable("Move on from {company}"),
        phrase=translatable("move on from {company}"),
        advice=translatable(
            "There is nothing to send. Keep the contacts, close this one, and put your energy into the next interview."
        ),
        may_be_done_on_any_day=True,
        recorded_as=EventKind.CLOSED,
        is_process_over=True,
        mail_group=MailGroup.TO_CLOSE,
    ),
    StepKind.OFFER_LETTER: StepSpec(
        task=translatable("Tell {company} that you have an offer elsewhere"),
        phrase=translatable("tell {company} about the offer"),
        letter_rules=("M2", *_LETTER),
        file_label=translatable("Question about timing"),
        is_ever_next=False,
        recorded_as=EventKind.LETTER_SENT,
        mail_group=MailGroup.OFFER,
    ),
    StepKind.OFFER_TIME: StepSpec(
        task=translatable("Ask {company} for more time to decide"),
        letter_rules=("S10", "M2", *_LETTER),
        fits=FitsWhen.WHILE_AN_OFFER_STANDS,
        file_label=translatable("Request for more time"),
        link_label=translatable("More time"),
        is_ever_next=False,
        is_listed=True,
    ),
    StepKind.OFFER_TIME_CALL: StepSpec(
        task=translatable("Call {company} and ask for more time to decide"),
        script_rules=("S10", "M2", "H6"),
        fits=FitsWhen.WHILE_AN_OFFER_STANDS,
        is_ever_next=False,
        is_listed=True,
        is_call=True,
    ),
    StepKind.OFFER_ACCEPTANCE: StepSpec(
        task=translatable("Accept the offer from {company}"),
        letter_rules=("S11", "M2", *_LETTER),
        fits=FitsWhen.WHILE_AN_OFFER_STANDS,
        file_label=translatable("Acceptance"),
        link_label=translatable("Accept"),
        is_ever_next=False,
        is_listed=True,
        recorded_as=EventKind.OFFER_ACCEPTED,
    ),
    StepKind.OFFER_DECLINING: StepSpec(
        task=translatable("Decline the offer from {company}"),
        letter_rules=("S12", "M3", *_LETTER),
        fits=FitsWhen.WHILE_AN_OFFER_STANDS,
        file_label=translatable("Answer to the offer"),
        link_label=translatable("Decline"),
        is_ever_next=False,
        is_listed=True,
        recorded_as=EventKind.OFFER_DECLINED,
    ),
    StepKind.WITHDRAWAL: StepSpec(
        task=translatable("Tell {company} that you withdraw"),
        phrase=translatable("withdraw from {company}"),
        letter_rules=("S13", "M3", *_LETTER),
        fits=FitsWhen.WHILE_THEY_DECIDE,
        file_label=translatable("Withdrawal"),
        may_be_done_on_any_day=True,
        is_ever_next=False,
        is_listed=True,
        mail_group=MailGroup.OFFER,
        recorded_as=EventKind.WITHDRAWN,
    ),
    StepKind.REFUSAL_ANSWER: StepSpec(
        task=translatable("Answer the refusal of {company}"),
        letter_rules=("S14", "M3", *_LETTER),
        fits=FitsWhen.WHILE_REFUSED,
        file_label=translatable("Answer"),
        is_ever_next=False,
        is_listed=True,
    ),
    StepKind.RESCHEDULE: StepSpec(
        task=translatable("Ask {company} for another day"),
        letter_rules=("S15", *_LETTER),
        fits=FitsWhen.WHILE_THE_INTERVIEW_IS_AHEAD,
        file_label=translatable("Request for another day"),
        is_ever_next=False,
        is_listed=True,
        recorded_as=EventKind.INTERVIEW_MOVED,
    ),
    StepKind.STILL_INTERESTED: StepSpec(
        task=translatable("Tell {company} that you are still interested"),
        letter_rules=("S16", *_LETTER),
        fits=FitsWhen.AFTER_A_MONTH,
        file_label=translatable("Still interested"),
        is_ever_next=False,
        is_listed=True,
    ),
}
