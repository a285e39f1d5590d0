"""The closing word (W9): one last call or letter before the process counts as refused."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.playbook.event import Event
from chalicelib.playbook.process_state import Phase, ProcessState
from chalicelib.playbook.step import Reason

TWO_WEEKS = timedelta(days=14)


def enter_closing(state: ProcessState, event: Event, reason: Reason) -> ProcessState:
    """Enter the closing word: two weeks after B, but not within the pause after the last contact (W9, H5)."""
    due_on = max(state.days.roll(state.base_on + TWO_WEEKS), state.days.after(event.on, state.planning.pacing.days))
    return state.enter(Phase.CLOSING, due_on, reason)
