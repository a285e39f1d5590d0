"""The options of the form "What happened?": what can be recorded of a process in its present state."""

from __future__ import annotations

from chalicelib.playbook.event_kinds import EVENTS, OfferedWhen
from chalicelib.playbook.plan import Plan
from chalicelib.web.http.request_context import RequestContext


def event_options(context: RequestContext, plan: Plan) -> list[tuple[str, str]]:
    """The value and the words of each option, in order."""
    is_offered = {
        OfferedWhen.ALWAYS: True,
        OfferedWhen.WHILE_OPEN: plan.is_open,
        OfferedWhen.AFTER_A_REFUSAL: plan.is_refused,
    }
    return [
        (spec.choice, context.language.say(spec.option)) for spec in EVENTS if spec.option and is_offered[spec.when]
    ]
