"""``/act/{token}`` where a digest asks whether it was seen to arrive. GET only shows that; POST stores it."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.links.action import Action
from chalicelib.links.action_words import label, meaning
from chalicelib.links.arrival import does_prove, seen_at
from chalicelib.playbook.step import translatable
from chalicelib.usecases.see_arrival import see_arrival
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.signed_links import redirect_when_done

_THANKS = translatable("Thank you: Afterword knows now that the digest reaches you.")
_KNOWN = translatable("Afterword knows already that the digest reaches you.")
_STALE = translatable(
    "Since this mail your address has changed, or its sender, or a digest came back. So the link changed nothing: the "
    "next digest asks anew."
)


def show_seen(context: RequestContext, action: Action) -> Response:
    """The page with the one button, or what became of the press."""
    if not does_prove(action, context.owner, context.services.sender):
        return _result(context, action, _STALE)
    if seen_at(context.owner, context.services.sender):
        return _result(context, action, _THANKS if "done" in context.request.query() else _KNOWN)
    return page(
        context,
        "act_seen",
        label=label(action.kind, context.language),
        meaning=meaning(action.kind, "", context.language),
        sender=context.services.sender,
        said=None,
    )


def store_seen(context: RequestContext, action: Action) -> Response:
    """Store that the mail of the link was seen, once, and say so."""
    account = see_arrival(context, action, context.services.sender)
    redirect = redirect_when_done(context)
    if redirect or account == context.account:
        return redirect or show_seen(context, action)
    return _result(replace(context, account=account), action, _THANKS)


def _result(context: RequestContext, action: Action, said: str) -> Response:
    return page(context, "act_seen", label=label(action.kind, context.language), said=context.language.say(said))
