"""The closing word (W9): one last call or letter before the process counts as refused."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.playbook.course import Course, Phase
from chalicelib.playbook.event import Event
from chalicelib.playbook.step import Reason

TWO_WEEKS = timedelta(days=14)


def closing(course: Course, event: Event, reason: Reason) -> Course:
    """One closing word two weeks after B, and never within the pause after the last contact (W9, H5)."""
    due_on = max(course.days.roll(course.base_on + TWO_WEEKS), course.days.after(event.on, course.around.pacing.days))
    return course.enter(Phase.CLOSING, due_on, reason)
