"""What a recruiting portal's survey says for the advice of a step (E): the figures that support it, and no others."""

from __future__ import annotations

from chalicelib.playbook.step import Reason, Step, StepKind

FIRST_MOVE = Reason(
    "In a survey, {call} of recruiters said that the candidate should call once the promised date has passed, "
    "and {write} that the candidate should write: {either} expect the first move from you.",
    ("E1",),
    {"call": "46 %", "write": "14 %", "either": "60 %"},
)
A_WEEK_SAYS_SOMETHING = Reason(
    "In a survey, only {nothing} of recruiters said that even a week of silence means nothing.",
    ("E1",),
    {"nothing": "2 %"},
)
SILENCE_IS_AN_ANSWER = Reason(
    "In a survey, {refusal} of recruiters held silence for a sure refusal.", ("E1",), {"refusal": "38 %"}
)
A_CALL_STANDS_OUT = Reason(
    "In a survey, {none} of candidates would not call, {call} would, and {write} would write: a call stands out.",
    ("E2",),
    {"none": "54 %", "call": "35 %", "write": "5 %"},
)

_ASKING = (StepKind.STATUS_CALL, StepKind.STATUS_LETTER)
_CALLING = (StepKind.STATUS_CALL, StepKind.FOLLOW_UP_CALL)
_GIVING_UP = (StepKind.CLOSING_CONTACT, StepKind.MOVE_ON)


def evidence(step: Step) -> tuple[Reason, ...]:
    """The figures behind this step's advice; empty where the survey says nothing about it."""
    fits = (
        (FIRST_MOVE, step.kind in _ASKING and "W3" in step.rules),
        (A_WEEK_SAYS_SOMETHING, step.kind in _ASKING and "W4" in step.rules),
        (SILENCE_IS_AN_ANSWER, step.kind in _GIVING_UP),
        (A_CALL_STANDS_OUT, step.kind in _CALLING),
    )
    return tuple(reason for reason, does_fit in fits if does_fit)
