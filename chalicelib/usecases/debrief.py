"""Write down what was said in an interview, once it is over (W12): the answers, and the note that they were given."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.playbook.answer_days import AnswerDay, answer_days
from chalicelib.playbook.debriefing import missing_answers
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import without_event
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.debrief_form import read_debrief
from chalicelib.schemas.event_fields import read_event
from chalicelib.schemas.event_form import MADE_FROM
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries
from chalicelib.work_calendars import planning_context


def write_down(
    context: OwnerContext,
    interview_id: str,
    sent: Mapping[str, object],
    made_from: int | None,
    check: VersionCheck = any_version,
) -> PlannedInterview:
    """Give the record the answers that were sent by a form that was ``made_from`` a version of it, in one write.

    A form that comes twice changes nothing the second time. Raises NotFound, Conflict, and ``Invalid`` for answers that
    do not fit or a record that was changed since.
    """

    def write(interview: Interview) -> PlannedInterview:
        if made_from not in (None, interview.version):
            if _is_sent_again(context, interview, sent, made_from):
                return context.planned(interview)
            raise Invalid(Fault(MADE_FROM, "has been changed elsewhere since this form was opened"))
        return add_event(context, debrief_note(context, interview, sent), interview)

    return change_with_retries(context, interview_id, write, check)


def debrief_note(context: OwnerContext, interview: Interview, sent: Mapping[str, object]) -> Event:
    """The note of the answers that were sent, which gives them to the record when it is added, and below it the owner's
    own. Raises ``Invalid``."""
    own = str(sent.get("note") or "")
    text = "\n".join(filter(None, (context.language.say(ACTIONS[ActionKind.DEBRIEFED].note), own)))
    said = {"kind": EventKind.NOTE, "note": text}
    note = read_event(said, context.today, context.now)
    return replace(note, debrief=read_debrief(interview, sent, context.today))


def days_to_choose(context: OwnerContext, interview: Interview) -> tuple[AnswerDay, ...]:
    """The days that one tap names for the answer, in the employer's calendar (W10)."""
    calendar = planning_context(context.owner, interview).working_days
    return answer_days(context.today, interview.interview_on, calendar)


def _is_sent_again(
    context: OwnerContext, interview: Interview, sent: Mapping[str, object], made_from: int | None
) -> bool:
    """Whether these answers are what was recorded last: the first response was lost, or Save was pressed twice."""
    last = interview.events[-1] if interview.events else None
    if last is None or last.debrief is None or made_from != interview.version - 1:
        return False
    before = without_event(interview, last)
    return missing_answers(before).are_any and read_debrief(before, sent, context.today) == last.debrief
