"""The planner: a pure function of a record, its events, what surrounds it, and now."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.playbook.circumstances import Circumstances
from chalicelib.playbook.course import Course, Phase
from chalicelib.playbook.history import fold
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.steps import next_step

# Which rules a stored plan was made by. It goes up by one with every change that may end a record, open one again, or
# move a day: every owner's records are then planned anew before any of them is looked for.
PLAN_VERSION = 1

_FIRST_LETTER = (Phase.STATUS, Phase.AFTER_CALL)


def plan(interview: Interview, around: Circumstances, now: datetime) -> Plan:
    """What is next in this process at ``now`` (any zone; the owner's decides the day), and why."""
    now = now.astimezone(around.zone)
    course = fold(interview, around)
    return Plan(
        step=next_step(course, now),
        outcome=course.outcome if course.phase is Phase.ENDED else None,
        is_refused=course.is_refused,
        attempts=course.attempts_on(now.date()),
        attempts_used=course.attempts_used,
        reach=course.reach,
        is_call_possible=course.can_call,
        letter_sent_on=course.letter_sent_on,
        follow_up_on=course.follow_up_on(course.letter_sent_on) if course.letter_sent_on else None,
        promised_call_on=_promised_call_on(course, now.date()),
        last_contact_on=course.last_contact_on,
        promised_on=course.promised_on,
        silent_since=course.heard_on or interview.interview_on,
    )


def _promised_call_on(course: Course, today: date) -> date | None:
    """The follow-up day of a status letter written today; none if the letter would be the last attempt (W7, H5)."""
    is_repeated = course.phase is Phase.LETTER_OUT and not course.is_receipt_checked
    if not course.can_call or not (is_repeated or course.phase in _FIRST_LETTER):
        return None
    used = course.attempts_used_in_all
    would_be = used if is_repeated or course.is_asked else used + 1
    return course.follow_up_on(today) if would_be < course.around.pacing.attempts else None
