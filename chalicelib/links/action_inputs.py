"""What the page of a link asks for before its event is recorded."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.playbook.step import translatable


class ActionInput(Struct, frozen=True, kw_only=True):
    """One input of the form: its name in the API, its HTML type, and the sentence beside it.

    Two are no HTML types: ``note`` is a field of several lines, ``contact`` a choice among those who are still to be
    thanked, which is not asked for if that is one person.
    """

    name: str
    kind: str
    label: str
    is_required: bool = False


ANY_NOTE = ActionInput(name="note", kind="note", label=translatable("A note for yourself, if you like"))
WHAT_THEY_SAID = ActionInput(name="note", kind="note", label=translatable("What did they say?"))
THEIR_REASONS = ActionInput(name="note", kind="note", label=translatable("Their reasons, in their words"))
DAY_IT_HAPPENED = ActionInput(name="on", kind="date", label=translatable("On which day?"))
CALL_AGAIN = (
    ActionInput(
        name="call_again_on", kind="date", label=translatable("When may you call again, if you agreed on a day?")
    ),
    ActionInput(name="call_again_time", kind="time", label=translatable("At what time, if you agreed on one?")),
)
WAIT_UNTIL = ActionInput(name="until", kind="date", label=translatable("By which day, if they named one?"))
ANSWER_BY = ActionInput(name="until", kind="date", label=translatable("By which day do they want your answer?"))
NEW_ANSWER_BY = ActionInput(
    name="until", kind="date", label=translatable("By which day do they want your answer?"), is_required=True
)
REASONS_GIVEN = ActionInput(name="reasons_given", kind="checkbox", label=translatable("They gave their reasons"))
WHOM_THANKED = ActionInput(name="contact", kind="contact", label=translatable("Who did you thank?"))
NEW_DAY = (
    ActionInput(name="interview_on", kind="date", label=translatable("Which day is it now, if they said?")),
    ActionInput(name="interview_time", kind="time", label=translatable("At what time?")),
)
THE_DAY = (
    ActionInput(name="interview_on", kind="date", label=translatable("Which day is it?"), is_required=True),
    ActionInput(name="interview_time", kind="time", label=translatable("At what time?")),
)
NEXT_INTERVIEW = (
    ActionInput(name="interview_on", kind="date", label=translatable("When is the next interview, if they said?")),
    ActionInput(name="interview_time", kind="time", label=translatable("At what time?")),
)
