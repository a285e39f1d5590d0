"""Forms of the pages that say by their address what an API's client says by its method."""

from __future__ import annotations

from functools import partial

from chalicelib.web.answers import HTML, Answer, see
from chalicelib.web.call import Call
from chalicelib.web.events import before_last
from chalicelib.web.interview_fields import changed
from chalicelib.web.offers import forget_offer, keep_offer
from chalicelib.web.preconditions import amended
from chalicelib.web.reading.kinds import LINE
from chalicelib.web.reading.unfit import FormText
from chalicelib.web.routes import Routes
from chalicelib.web.site.page import page

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
_PREFILLED = ("company", "position", "interview_on", "interview_time", "contact_name", "contact_phone", "contact_email")

routes = Routes(__name__)


@routes.get("/record", answers={200: HTML}, refuses=(422,))
def show_record_form(call: Call) -> Answer:
    """The form that records an interview; ``?company=…`` and its like fill it in."""
    query = call.incoming.query()
    sent = {name: str(query.get(name, ""))[:LINE] for name in _PREFILLED}
    return page(call, "record", sent=sent | {"interview_on": sent["interview_on"] or call.today.isoformat()})


@routes.post("/interviews/{interview_id}/undo", answers={303: None}, refuses=(409,))
def undo_from_page(call: Call, interview_id: str) -> Answer:
    """Take back what was recorded last."""
    keep_offer(call, amended(call, interview_id, partial(before_last, call)))
    return see(call.path_to(interview_id))


@routes.post("/interviews/{interview_id}/remove", answers={303: None}, refuses=(409,))
def remove_from_page(call: Call, interview_id: str) -> Answer:
    """Remove a record for good."""
    call.parts.interviews.remove(call.owner.id, interview_id, None)
    forget_offer(call, interview_id)
    return see(f"{call.incoming.prefix}/interviews")


@routes.get("/interviews/{interview_id}/edit", answers={200: HTML})
def show_edit_form(call: Call, interview_id: str) -> Answer:
    """The form that changes a record."""
    return page(call, "edit", interview=call.parts.interviews.get(call.owner.id, interview_id))


@routes.post("/interviews/{interview_id}/edit", answers={303: None}, refuses=(409,))
def edit_from_page(call: Call, interview_id: str) -> Answer:
    """Change a record. In a form an empty field clears, and a box that is not ticked is no."""
    sent = dict.fromkeys(_CAN_BE_CLEARED) | dict.fromkeys(_BOXES, FormText("off")) | call.sent
    interview = amended(
        call,
        interview_id,
        lambda one: call.parts.interviews.save(call.owner, changed(one, sent, call.today), call.now),
    )
    keep_offer(call, interview)
    return see(call.path_to(interview_id))
