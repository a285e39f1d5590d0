"""Forms of the pages that say by their address what an API's client says by its method."""

from __future__ import annotations

from chalicelib.playbook.interview import Interview
from chalicelib.refusals import Invalid
from chalicelib.schemas.interview_fields import InterviewFields, changed
from chalicelib.schemas.texts import FormText
from chalicelib.usecases.change_interview import change, remove
from chalicelib.usecases.record_event import undo_if
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import drafts_languages, form_page, of_interview, typed
from chalicelib.web.pages.redisplay import or_form_again
from chalicelib.web.pages.undo_notice import in_query

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

    def is_as_it_was(interview: Interview) -> bool:
        return form_etag.version(call.sent) in (None, interview.version)

    last = undo_if(call, interview_id, is_as_it_was, version_check(call.incoming))
    taken_back = f"?{in_query(last)}" if last else ""
    return see(f"{call.path_to(interview_id)}{taken_back}")


@routes.post("/interviews/{interview_id}/remove", answers={303: None}, refuses=(409,))
def remove_from_page(call: Call, interview_id: str) -> Answer:
    """Remove a record for good."""
    remove(call, interview_id)
    return see(f"{call.incoming.prefix}/interviews?removed=yes")


@routes.get("/interviews/{interview_id}/edit", answers={200: HTML})
def show_edit_form(call: Call, interview_id: str) -> Answer:
    """The form that changes a record."""
    interview = call.interview(interview_id)
    return edit_form(call, interview, of_interview(interview))


def _edit_form_again(call: Call, refusal: Invalid, interview_id: str) -> Answer:
    return edit_form(call, call.interview(interview_id), typed(call), refusal)


@routes.post(
    "/interviews/{interview_id}/edit", answers={303: None}, takes={URLENCODED: InterviewFields}, refuses=(409,)
)
@or_form_again(_edit_form_again)
def edit_from_page(call: Call, interview_id: str) -> Answer:
    """Change a record. In a form an empty field clears, and a box that is not ticked is no."""
    sent = dict.fromkeys(_CAN_BE_CLEARED) | dict.fromkeys(_BOXES, FormText("off")) | form_etag.without(call.sent)

    def make(interview: Interview) -> Interview:
        form_etag.check(call.sent, of_interview(interview))
        return changed(interview, sent, call.today)

    change(call, interview_id, make, version_check(call.incoming))
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
        made_from=form_etag.of_form(values, of_interview(interview), refusal),
        interview=interview,
        languages=drafts_languages(call, values),
    )
