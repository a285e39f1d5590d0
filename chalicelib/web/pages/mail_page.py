"""``/settings/mail``, ``/settings/pause`` and ``/settings/resume``: send digests again, after mail came back or after a
pause, and pause them."""

from __future__ import annotations

from chalicelib.links.action import ACTIONS, PAUSES_THAT_END
from chalicelib.playbook.step import translatable
from chalicelib.schemas.owner_fields import PauseFields
from chalicelib.usecases.pause_digest import UNTIL_RESUMED, end_pause, pause_for, restart_mail
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.post("/settings/mail", responses={303: None}, errors=(409,))
def resume_mail(context: RequestContext) -> Response:
    """Send digests to the same address again, beginning with today's if it has not been sent."""
    restart_mail(context)
    return redirect_to(f"{context.request.prefix}/settings?saved=yes")


@routes.post("/settings/pause", responses={303: None}, body={URLENCODED: PauseFields}, errors=(409,))
def pause_digest(context: RequestContext) -> Response:
    """Pause the digest for some days; it comes again by itself."""
    pause_for(context, PauseFields.read(context.sent).days)
    return redirect_to(f"{context.request.prefix}/settings?saved=yes")


@routes.post("/settings/resume", responses={303: None}, errors=(409,))
def resume_digest(context: RequestContext) -> Response:
    """End a pause of the digest before its last day."""
    end_pause(context)
    return redirect_to(f"{context.request.prefix}/")


def pause_choices(context: RequestContext) -> list[tuple[int, str]]:
    """For how many days the digest can be paused with one tap, and what says so; none while it is paused."""
    if context.owner.is_paused(context.today):
        return []
    specs = (ACTIONS[kind] for kind in PAUSES_THAT_END)
    return [(spec.days, context.language.say(spec.label)) for spec in specs if spec.days]


def pause(context: RequestContext) -> str | None:
    """A sentence that says how long the digest is paused; None while it is not."""
    until = context.owner.paused_until
    if until is None or not context.owner.is_paused(context.today):
        return None
    if until >= UNTIL_RESUMED:
        return context.language.say(translatable("The digest is paused until you resume it."))
    return context.language.say(
        "The digest is paused; the last day without it is {day}.", {"day": context.language.say_date(until)}
    )
