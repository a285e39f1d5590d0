"""``/settings/mail`` and ``/settings/resume``: digests come again, after mail came back, or after a pause."""

from __future__ import annotations

from chalicelib.links.action import ActionKind
from chalicelib.playbook.step import marked
from chalicelib.usecases.pause_digest import UNTIL_RESUMED, act_on_digest, restart_mail
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, see
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.post("/settings/mail", answers={303: None}, refuses=(409,))
def resume_mail(call: Call) -> Answer:
    """Send digests to the same address again, beginning with today's if that has not gone."""
    restart_mail(call)
    return see(f"{call.incoming.prefix}/settings?saved=yes")


@routes.post("/settings/resume", answers={303: None}, refuses=(409,))
def resume_digest(call: Call) -> Answer:
    """End a pause of the digest before its day."""
    act_on_digest(call, ActionKind.RESUME)
    return see(f"{call.incoming.prefix}/")


def pause(call: Call) -> str | None:
    """How long the digest is paused, while it is."""
    until = call.owner.paused_until
    if until is None or until < call.today:
        return None
    if until >= UNTIL_RESUMED:
        return call.spoken.say(marked("The digest is paused until you resume it."))
    return call.spoken.say(
        "The digest is paused; the last day without it is {day}.", {"day": call.spoken.say_date(until)}
    )
