"""The options of the form "What happened?": what can be recorded of a process in its present state."""

from __future__ import annotations

from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.plan import Plan
from chalicelib.web.http.request_context import RequestContext


def event_options(context: RequestContext, plan: Plan) -> list[tuple[str, str]]:
    """The value and the words of each option, in order."""
    return [
        (spec.choice, context.language.say(spec.option)) for spec in EVENTS if spec.option and plan.allows(spec.when)
    ]
