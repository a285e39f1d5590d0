"""The base day B (T): the day on which the owner first asks for the result, before any event (W3 to W6)."""

from __future__ import annotations

from datetime import date

from chalicelib.playbook import step_reasons
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.persistence import is_persistence_expected
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.step import Reason

USUAL_WAIT, PERSISTENT_WAIT, BACKGROUND_CHECK = 5, 3, 5  # working days (W4, W5, W6)


def base_day(interview: Interview, planning: PlanningContext) -> tuple[date, tuple[Reason, ...]]:
    """The base day B, and why it is that day (W3, W4, W5, W6)."""
    promised_on = interview.answer_expected_on
    if promised_on is not None:
        return planning.working_days.after(promised_on, 1), (step_reasons.answer_promised(promised_on),)
    wait, reasons = _usual_wait(interview)
    if interview.background_check:
        wait, reasons = wait + BACKGROUND_CHECK, (*reasons, step_reasons.background_check())
    return planning.working_days.after(interview.interview_on, wait), reasons


def _usual_wait(interview: Interview) -> tuple[int, tuple[Reason, ...]]:
    """How many working days to wait if no day was agreed, and why (W4, W5)."""
    if is_persistence_expected(interview):
        guess = (step_reasons.persistence_is_a_guess(),) if interview.persistence_expected is None else ()
        return PERSISTENT_WAIT, (step_reasons.persistence(PERSISTENT_WAIT), *guess)
    return USUAL_WAIT, (step_reasons.nothing_agreed(USUAL_WAIT),)
