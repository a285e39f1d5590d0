"""What the page of a link asks for, before what it says is written down."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.playbook.step import marked


class Input(Struct, frozen=True, kw_only=True):
    """One input of the form: its name as the API has it, the kind of input, and the sentence beside it."""

    name: str
    kind: str
    label: str
    is_required: bool = False


DAY_IT_HAPPENED = Input(name="on", kind="date", label=marked("On which day?"))
CALL_AGAIN = (
    Input(name="call_again_on", kind="date", label=marked("When may you call again, if you agreed on a day?")),
    Input(name="call_again_time", kind="time", label=marked("At what time, if you agreed on one?")),
)
WAIT_UNTIL = Input(name="until", kind="date", label=marked("By which day, if they named one?"))
ANSWER_BY = Input(name="until", kind="date", label=marked("By which day do they want your answer?"))
REASONS_GIVEN = Input(name="reasons_given", kind="checkbox", label=marked("They gave their reasons"))
NEXT_INTERVIEW = (
    Input(name="interview_on", kind="date", label=marked("When is the next interview?"), is_required=True),
    Input(name="interview_time", kind="time", label=marked("At what time?")),
)
