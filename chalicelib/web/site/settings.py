"""``/settings``: who the owner is and how they want to be served; a new token, and signing out."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.web.answers import HTML, Answer, see
from chalicelib.web.calendar import save_secret
from chalicelib.web.calendar_link import new_secret
from chalicelib.web.call import Call
from chalicelib.web.owner import save_settings
from chalicelib.web.owner_fields import fields_of
from chalicelib.web.routes import Routes
from chalicelib.web.shown import shown_account
from chalicelib.web.site.page import page
from chalicelib.web.tokens import new_token

_CAN_BE_CLEARED = ("phone", "paused_until")

routes = Routes(__name__)


@routes.get("/settings", answers={200: HTML})
def show_settings(call: Call) -> Answer:
    """All settings in one form."""
    return page(
        call,
        "settings",
        fields=fields_of(call.owner),
        digest_at=f"{call.owner.digest_at:%H:%M}",
        languages=[(code, code) for code in call.parts.languages.codes],
        shown=shown_account(call, call.account),
        is_saved="saved" in call.incoming.query(),
    )


@routes.post("/settings", answers={303: None}, refuses=(409,))
def change_settings(call: Call) -> Answer:
    """Save them. In a form an empty field clears what may be cleared."""
    save_settings(call, dict.fromkeys(_CAN_BE_CLEARED) | call.sent)
    return see(f"{call.incoming.prefix}/settings?saved=yes")


@routes.post("/settings/calendar", answers={303: None}, refuses=(409,))
def renew_calendar(call: Call) -> Answer:
    """A new address for the calendar feed, or none with ``close``; the old one is dead at once."""
    save_secret(call, None if call.sent.get("close") else new_secret())
    return see(f"{call.incoming.prefix}/settings?saved=yes")


@routes.post("/settings/token", answers={200: HTML}, refuses=(409,))
def renew_token(call: Call) -> Answer:
    """A new token, shown once; the old one, and every session, is over at once."""
    token, token_hash = new_token(call.owner.id)
    sessions = call.account.sessions + 1
    call.parts.owners.save(replace(call.account, token_hash=token_hash, sessions=sessions))
    return page(call, "new_token", token=token, is_signed_in=False, form_token="")
