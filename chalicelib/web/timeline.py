"""``/interviews/{id}/plan``: the whole timeline ahead if nobody answers."""

from __future__ import annotations

from chalicelib.web.answers import Answer, as_text, in_json
from chalicelib.web.call import Call
from chalicelib.web.routes import Routes
from chalicelib.web.shown import shown_step

routes = Routes(__name__)


@routes.get("/interviews/{interview_id}/plan")
def read_plan(call: Call, interview_id: str) -> Answer:
    """Each step to come, its day and its reason; the first is what is next now, and an ended record has none.

    What ``is_supposed`` comes only if nobody answers before, and its reason speaks as of then.
    """
    interview = call.parts.interviews.get(call.owner.id, interview_id)
    road = enumerate(call.road_ahead(interview))
    items = [shown_step(step, call.spoken) | {"is_supposed": place > 0} for place, step in road]
    return in_json(as_text({"items": items}))
