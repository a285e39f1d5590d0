"""The kinds of steps and drafts, each declared once: its words, its drafts, and what plan, mail and feed need to know.

To add a kind: its name in ``StepKind``, a row here, its templates, the catalogs, its rule in ``next_step.py``.
``tests/playbook/test_step_kinds.py`` names what is still missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.step import StepKind, translatable


class StepSpec(Struct, frozen=True, kw_only=True):
    """All that is true of one kind; a row leaves out what has its default. The sentences name the ``{company}``."""

    # What is to be done, as a whole sentence.
    task: str
    # The same as a part of the mail's subject; empty if the step is never next.
    phrase: str = ""
    # What to do where there is nothing to say or to write.
    advice: str = ""

    # The rules that its script and its letter carry, besides that of the contact's rung (C); empty if it has no such
    # draft. The words are in templates/drafts/<language>/<kind>/: script.txt; subject.txt and body.txt.
    script_rules: tuple[str, ...] = ()
    letter_rules: tuple[str, ...] = ()

    # A plan can make it the next step; if not, it is a draft that the owner may ask for.
    is_ever_next: bool = True
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
    # Its words fit only after a recorded refusal (S6, S7).
    is_about_a_refusal: bool = False
    # They have answered, or agreed on a call, so the length of their silence is not shown.
    is_answered: bool = False
    # It is shown with why they may be silent (R).
    is_silence_explained: bool = False
    # The process counts as refused, and is not among those that are alive (M1).
    is_process_over: bool = False


_STATUS = ("S1", "H2", "H6")
_LETTER = ("H3", "H7")

STEP_KINDS: Mapping[StepKind, StepSpec] = {
    StepKind.CLOSING_QUESTION: StepSpec(
        task=translatable("At the interview, ask {company} when they will decide"),
        phrase=translatable("at the interview, ask {company} when they decide"),
        script_rules=("S9", "W1"),
        may_be_done_on_any_day=True,
        is_at_the_interview=True,
    ),
    StepKind.THANK_YOU_LETTER: StepSpec(
        task=translatable("Thank {company}"),
        phrase=translatable("thank {company}"),
        letter_rules=("S3", "W2", *_LETTER),
        may_be_done_on_any_day=True,
        recorded_as=EventKind.THANK_YOU_SENT,
    ),
    StepKind.STATUS_CALL: StepSpec(
        task=translatable("Call {company} and ask for the decision"),
        phrase=translatable("call {company}"),
        script_rules=_STATUS,
        is_call=True,
        is_call_that_stands_out=True,
        is_silence_explained=True,
    ),
    StepKind.STATUS_LETTER: StepSpec(
        task=translatable("Write to {company} and ask for the decision"),
        phrase=translatable("write to {company}"),
        letter_rules=("S2", *_LETTER),
        recorded_as=EventKind.LETTER_SENT,
        is_silence_explained=True,
    ),
    StepKind.RECEIPT_CALL: StepSpec(
        task=translatable("Check with {company} that your letter arrived"),
        phrase=translatable("check with {company}"),
        script_rules=("S4", "H4"),
        is_call=True,
        is_silence_explained=True,
    ),
    StepKind.FOLLOW_UP_CALL: StepSpec(
        task=translatable("Call {company}, as your letter promised"),
        phrase=translatable("call {company}"),
        script_rules=(*_STATUS, "W7"),
        is_call=True,
        is_call_that_stands_out=True,
        is_silence_explained=True,
    ),
    StepKind.AGREED_CALL: StepSpec(
        task=translatable("Call {company} again"),
        phrase=translatable("call {company}"),
        script_rules=(*_STATUS, "W8"),
        is_call=True,
        is_answered=True,
    ),
    StepKind.CLOSING_CONTACT: StepSpec(
        task=translatable("Say goodbye to {company} and leave the door open"),
        phrase=translatable("say goodbye to {company}"),
        script_rules=("S8", "W9", "H2"),
        letter_rules=("S8", "W9", *_LETTER),
        is_call=True,
        recorded_as=EventKind.LETTER_SENT,
        is_silence_explained=True,
    ),
    StepKind.REASONS_CALL: StepSpec(
        task=translatable("Call {company} and ask what was missing"),
        phrase=translatable("call {company}"),
        script_rules=("S6",),
        is_call=True,
        is_about_a_refusal=True,
        is_answered=True,
        is_process_over=True,
    ),
    StepKind.REASONS_REQUEST: StepSpec(
        task=translatable("Ask {company} for the reasons in writing"),
        letter_rules=("S7", *_LETTER),
        is_ever_next=False,
        recorded_as=EventKind.REASONS_REQUESTED,
        is_about_a_refusal=True,
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
    ),
    StepKind.OFFER_LETTER: StepSpec(
        task=translatable("Tell {company} that you have an offer elsewhere"),
        letter_rules=("M2", *_LETTER),
        is_ever_next=False,
        recorded_as=EventKind.LETTER_SENT,
    ),
}
