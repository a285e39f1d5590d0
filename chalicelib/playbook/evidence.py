"""The evidence for a step's advice (E): the figures of a recruiting portal's survey that support it, and no others."""

from __future__ import annotations

from chalicelib.playbook import step_reasons
from chalicelib.playbook.step import Reason, Step
from chalicelib.playbook.step_kinds import STEP_KINDS

FIRST_MOVE = Reason(
    "In a survey, {call}% of recruiters said that the candidate should call once the promised date has passed, "
    "and {write}% that the candidate should write: {either}% expect the first move from you.",
    ("E1",),
    {"call": "46", "write": "14", "either": "60"},
)
A_WEEK_SAYS_SOMETHING = Reason(
    "In a survey, only {nothing}% of recruiters said that a week of silence means nothing: it is time to ask.",
    ("E1",),
    {"nothing": "2"},
)
SILENCE_IS_AN_ANSWER = Reason(
    "In a survey, {refusal}% of recruiters said that silence is a no.",
    ("E1",),
    {"refusal": "38"},
)
A_CALL_STANDS_OUT = Reason(
    "In a survey, {none}% of candidates would not call, {call}% would, and {write}% would write: a call stands out.",
    ("E2",),
    {"none": "54", "call": "35", "write": "5"},
)

_FIGURES_FOR = {
    step_reasons.ANSWER_PROMISED: FIRST_MOVE,
    step_reasons.WAITED_UNTIL: FIRST_MOVE,
    step_reasons.NOTHING_AGREED: A_WEEK_SAYS_SOMETHING,
    step_reasons.TWO_WEEKS_OF_SILENCE: SILENCE_IS_AN_ANSWER,
    step_reasons.CLOSING_UNANSWERED: SILENCE_IS_AN_ANSWER,
}


def evidence(step: Step) -> tuple[Reason, ...]:
    """The figures that support this step's reasons, and calling at all; empty where the survey says nothing (E)."""
    figures = [_FIGURES_FOR[reason.sentence] for reason in step.reasons if reason.sentence in _FIGURES_FOR]
    does_stand_out = STEP_KINDS[step.kind].is_call_that_stands_out and not step.is_for_the_day
    return (*figures, *([A_CALL_STANDS_OUT] if does_stand_out else []))
