"""``/interviews/{id}/plan``: the whole timeline ahead if nobody answers."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from chalicelib.schemas.responses import RecordIdText, StepResponse
from chalicelib.schemas.serializers import serialize_step
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

routes = Routes()


class StepAhead(StepResponse, frozen=True, kw_only=True):
    """A step to come. One that ``is_supposed`` comes only if nobody answers before."""

    is_supposed: bool


class Timeline(Struct, frozen=True, kw_only=True):
    """The steps in their order."""

    items: tuple[StepAhead, ...]


@routes.get("/interviews/{interview_id}/plan", responses={200: Timeline})
def read_plan(context: RequestContext, interview_id: RecordIdText) -> Response:
    """List the steps to come, each with its day and its reason; the first is next now, and an ended record has none.

    A step that ``is_supposed`` comes only if nobody answers before, and its reason is worded as of then.
    """
    interview = context.interview(interview_id)
    steps = (asdict(serialize_step(step, context.language)) for step in context.forecast(interview))
    items = (StepAhead(**step, is_supposed=place > 0) for place, step in enumerate(steps))
    return json_response(to_json(Timeline(items=tuple(items))))
