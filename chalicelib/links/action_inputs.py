"""What the page of a link asks for before its event is recorded."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.playbook.step import translatable


class ActionInput(Struct, frozen=True, kw_only=True):
    """One input of the form: its name in the API, its HTML type, and the sentence beside it."""

    name: str
    kind: str
    label: str
    is_required: bool = False


DAY_IT_HAPPENED = ActionInput(name="on", kind="date", label=translatable("On which day?"))
CALL_AGAIN = (
    ActionInput(
        name="call_again_on", kind="date", label=translatable("When may you call again, if you agreed on a day?")
    ),
    ActionInput(name="call_again_time", kind="time", label=translatable("At what time, if you agreed on one?")),
)
WAIT_UNTIL = ActionInput(name="until", kind="date", label=translatable("By which day, if they named one?"))
ANSWER_BY = ActionInput(name="until", kind="date", label=translatable("By which day do they want your answer?"))
REASONS_GIVEN = ActionInput(name="reasons_given", kind="checkbox", label=translatable("They gave their reasons"))
NEXT_INTERVIEW = (
    ActionInput(name="interview_on", kind="date", label=translatable("When is the next interview?"), is_required=True),
    ActionInput(name="interview_time", kind="time", label=translatable("At what time?")),
)
