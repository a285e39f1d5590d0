"""Forms of the pages that say by their address what an API's client says by its method."""

from __future__ import annotations

from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.web.answers import HTML, Answer, see
from chalicelib.web.bodies.body import URLENCODED
from chalicelib.web.call import Call
from chalicelib.web.events import before_last
from chalicelib.web.interview_fields import InterviewFields, changed
from chalicelib.web.offers import forget_offer, keep_offer
from chalicelib.web.preconditions import amended
from chalicelib.web.reading.unfit import FormText
from chalicelib.web.refusals import Invalid
from chalicelib.web.routes import Routes
from chalicelib.web.site import made_from
from chalicelib.web.site.again import or_form_again
from chalicelib.web.site.filled import form_page, of_interview, typed
from chalicelib.web.site.languages import drafts_languages
from chalicelib.web.taken_back import in_query

_BOXES = ("background_check", "test_task")
_CAN_BE_CLEARED = (
    "interview_time",
    "contact_name",
    "contact_phone",
    "contact_email",
    "answer_expected_on",
    "answer_channel",
    "may_call",
    "persistence_expected",
    "employer_country",
    "language",
    "notes",
    "url",
)

routes = Routes()


@routes.post("/interviews/{interview_id}/undo", answers={303: None}, refuses=(409,))
def undo_from_page(call: Call, interview_id: str) -> Answer:
    """Take back what was recorded last; the record's page says what that was. A form of an earlier version, such as one
    that is sent twice, takes nothing back."""
    last: list[Event] = []

    def take_back(interview: Interview) -> Interview:
        is_as_it_was = made_from.version(call.sent) in (None, interview.version)
        last[:] = interview.events[-1:] if is_as_it_was else ()
        return before_last(call, interview) if is_as_it_was else interview

    keep_offer(call, amended(call, interview_id, take_back))
    taken_back = f"?{in_query(last[0])}" if last else ""
    return see(f"{call.path_to(interview_id)}{taken_back}")


@routes.post("/interviews/{interview_id}/remove", answers={303: None}, refuses=(409,))
def remove_from_page(call: Call, interview_id: str) -> Answer:
    """Remove a record for good."""
    call.parts.interviews.remove(call.owner.id, interview_id, None)
    forget_offer(call, interview_id)
    return see(f"{call.incoming.prefix}/interviews?removed=yes")


@routes.get("/interviews/{interview_id}/edit", answers={200: HTML})
def show_edit_form(call: Call, interview_id: str) -> Answer:
    """The form that changes a record."""
    interview = call.parts.interviews.get(call.owner.id, interview_id)
    return edit_form(call, interview, of_interview(interview))


def _edit_form_again(call: Call, refusal: Invalid, interview_id: str) -> Answer:
    return edit_form(call, call.parts.interviews.get(call.owner.id, interview_id), typed(call), refusal)


@routes.post(
    "/interviews/{interview_id}/edit", answers={303: None}, takes={URLENCODED: InterviewFields}, refuses=(409,)
)
@or_form_again(_edit_form_again)
def edit_from_page(call: Call, interview_id: str) -> Answer:
    """Change a record. In a form an empty field clears, and a box that is not ticked is no."""
    sent = dict.fromkeys(_CAN_BE_CLEARED) | dict.fromkeys(_BOXES, FormText("off")) | made_from.without(call.sent)

    def write(interview: Interview) -> Interview:
        made_from.check(call.sent, of_interview(interview))
        return call.parts.interviews.save(call.owner, changed(interview, sent, call.today), call.now)

    keep_offer(call, amended(call, interview_id, write))
    return see(call.path_to(interview_id))


def edit_form(
    call: Call, interview: Interview, values: dict[str, str], refusal: Invalid | None = None, *, is_kept: bool = False
) -> Answer:
    """The form with these values."""
    return form_page(
        call,
        "edit",
        values,
        refusal,
        InterviewFields.__struct_fields__,
        is_kept=is_kept,
        made_from=made_from.of_form(values, of_interview(interview), refusal),
        interview=interview,
        languages=drafts_languages(call, values),
    )
