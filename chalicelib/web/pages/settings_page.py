"""``/settings``: who the owner is and how they want to be served; a new token, and signing out."""

from __future__ import annotations

from chalicelib.playbook.owner import Weekday
from chalicelib.playbook.step import marked
from chalicelib.refusals import Fault, Invalid
from chalicelib.schemas.locales import time_zones
from chalicelib.schemas.owner_fields import OwnerFields, fields_of
from chalicelib.schemas.validation import Sent
from chalicelib.usecases import owner_access
from chalicelib.usecases.calendar_address import calendar_url, close_calendar, open_calendar
from chalicelib.usecases.change_settings import save_settings
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import day_box, form_page, of_owner, spoken_languages, typed
from chalicelib.web.pages.mail_page import pause
from chalicelib.web.pages.redisplay import or_form_again
from chalicelib.web.pages.rendering import page

_HAS_DAYS = "has_digest_days"
_NO_DAY = marked("choose at least one day")  # of its boxes nothing else can be wrong
_CAN_BE_CLEARED = ("phone", "paused_until")

routes = Routes()


@routes.get("/settings", answers={200: HTML})
def show_settings(call: Call) -> Answer:
    """All settings in one form."""
    return settings_form(call, of_owner(fields_of(call.owner)))


def _form_again(call: Call, refusal: Invalid) -> Answer:
    faults = (Fault("digest_days", _NO_DAY) if one.field == "digest_days" else one for one in refusal.faults)
    return settings_form(call, {"digest_days": "", **typed(call)}, Invalid(*faults))


@routes.post("/settings", answers={303: None}, takes={URLENCODED: OwnerFields}, refuses=(409,))
@or_form_again(_form_again)
def change_settings(call: Call) -> Answer:
    """Save them. In a form an empty field clears what may be cleared, and a box that is not ticked is no."""
    form_etag.check(call.sent, of_owner(fields_of(call.owner)))
    sent = dict.fromkeys(_CAN_BE_CLEARED) | _with_days(form_etag.without(call.sent))
    save_settings(call, sent, version_check(call.incoming))
    return see(f"{call.incoming.prefix}/settings?saved=yes")


@routes.post("/settings/calendar", answers={303: None}, refuses=(409,))
def renew_calendar(call: Call) -> Answer:
    """A new address for the calendar feed, or none with ``close``; the old one is dead at once."""
    renew = close_calendar if call.sent.get("close") else open_calendar
    renew(call, version_check(call.incoming))
    return see(f"{call.incoming.prefix}/settings?saved=yes#calendar")


@routes.get("/settings/token", answers={303: None})
def leave_token_page(call: Call) -> Answer:
    """Where the page of a new token leads when it is opened again: a token is shown once."""
    return see(f"{call.incoming.prefix}/settings")


@routes.post("/settings/token", answers={200: HTML}, refuses=(409,))
def renew_token(call: Call) -> Answer:
    """A new token, shown once; the old one, and every session, is over at once."""
    token = owner_access.renew_token(call.parts.owners, call.account)
    return page(call, "new_token", token=token, is_signed_in=False, form_token="")


def _webcal(address: str | None) -> str | None:
    """The calendar's address as a link that opens the calendar's program."""
    return f"webcal:{address.partition(':')[2]}" if address else None


def _with_days(sent: Sent) -> dict[str, object]:
    """The ticked boxes as ``digest_days``; none of them is ticked where their form, which says so, sends none."""
    boxes = {day_box(day): day for day in Weekday}
    others = {name: value for name, value in sent.items() if name not in boxes and name != _HAS_DAYS}
    ticked = [day for box, day in boxes.items() if box in sent]
    return others | {"digest_days": ticked} if ticked or _HAS_DAYS in sent else others


def settings_form(
    call: Call, values: dict[str, str], refusal: Invalid | None = None, *, is_kept: bool = False
) -> Answer:
    """The form with these values."""
    address = calendar_url(call.account, call.incoming.address)
    return form_page(
        call,
        "settings",
        values,
        refusal,
        OwnerFields.__struct_fields__,
        is_kept=is_kept,
        made_from=form_etag.of_form(values, of_owner(fields_of(call.owner)), refusal),
        languages=spoken_languages(call, values),
        weekdays=[(day_box(day), call.spoken.say_weekday(number)) for number, day in enumerate(Weekday)],
        zones=sorted(time_zones()),
        pause=pause(call),
        digest_problem=call.account.digest_problem,
        calendar_url=address,
        webcal=_webcal(address),
        is_saved="saved" in call.incoming.query(),
    )
