"""``/settings``: who the owner is and how they want to be served; a new calendar address or token; signing out."""

from __future__ import annotations

from chalicelib.playbook.owner import Weekday
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.locales import time_zones
from chalicelib.schemas.owner_fields import OwnerFields, owner_fields_of
from chalicelib.schemas.validation import RawValues
from chalicelib.usecases import owner_access
from chalicelib.usecases.calendar_address import calendar_url, close_calendar, open_calendar
from chalicelib.usecases.change_settings import save_settings
from chalicelib.view_models.digest_problems import digest_problem
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.arrival_notice import arrival_notice
from chalicelib.web.pages.form_values import day_box, form_page, owner_values, spoken_languages
from chalicelib.web.pages.mail_page import pause, pause_choices
from chalicelib.web.pages.redisplay import FormState, with_form
from chalicelib.web.pages.rendering import page

_HAS_DAYS = "has_digest_days"
_NO_DAY = translatable("choose at least one day")  # nothing else can be wrong with the boxes
_CAN_BE_CLEARED = ("phone", "paused_until")

routes = Routes()


@routes.get("/settings", responses={200: HTML})
def show_settings(context: RequestContext) -> Response:
    """Show all settings in one form."""
    return _settings(context, FormState(owner_values(owner_fields_of(context.owner))))


def _form(context: RequestContext, state: FormState) -> Response:
    faults = state.invalid.faults if state.invalid else ()
    reworded = [Fault("digest_days", _NO_DAY) if fault.field == "digest_days" else fault for fault in faults]
    values = {"digest_days": "", **state.values}
    return _settings(context, FormState(values, Invalid(*reworded) if reworded else None, state.is_kept))


@routes.post("/settings", responses={303: None}, body={URLENCODED: OwnerFields}, errors=(409,))
@with_form(_form)
def change_settings(context: RequestContext) -> Response:
    """Save the settings. An empty field clears what may be cleared, and a box that is not ticked means no."""
    form_etag.check(context.sent, owner_values(owner_fields_of(context.owner)))
    sent = dict.fromkeys(_CAN_BE_CLEARED) | _with_days(form_etag.without_etag(context.change_by(OwnerFields)))
    save_settings(context, sent, version_check(context.request))
    return redirect_to(f"{context.request.prefix}/settings?saved=yes")


@routes.post("/settings/calendar", responses={303: None}, errors=(409,))
def renew_calendar(context: RequestContext) -> Response:
    """Give the calendar feed a new address or, with ``close``, none; the old one stops working at once."""
    renew = close_calendar if context.sent.get("close") else open_calendar
    renew(context, version_check(context.request))
    return redirect_to(f"{context.request.prefix}/settings?saved=yes#calendar")


@routes.get("/settings/token", responses={303: None})
def leave_token_page(context: RequestContext) -> Response:
    """Lead to the settings when the page of a new token is opened again: a token is shown once."""
    return redirect_to(f"{context.request.prefix}/settings")


@routes.post("/settings/token", responses={200: HTML}, errors=(409,))
def renew_token(context: RequestContext) -> Response:
    """Show a new token, once; the old one and every session end at once."""
    token = owner_access.renew_token(context.services.owners, context.account)
    return page(context, "new_token", token=token, is_signed_in=False, form_token="")


def _webcal(address: str | None) -> str | None:
    """The calendar's address as a link that opens a calendar program."""
    return f"webcal:{address.partition(':')[2]}" if address else None


def _with_days(sent: RawValues) -> dict[str, object]:
    """The sent fields with the ticked boxes as ``digest_days``.

    A form that has the boxes says so in a field of its own, as it sends no box that is not ticked.
    """
    boxes = {day_box(day): day for day in Weekday}
    others = {name: value for name, value in sent.items() if name not in boxes and name != _HAS_DAYS}
    ticked = [day for box, day in boxes.items() if box in sent]
    return others | {"digest_days": ticked} if ticked or _HAS_DAYS in sent else others


def _settings(context: RequestContext, state: FormState) -> Response:
    address, values = calendar_url(context.account, context.request.address), state.values
    return form_page(
        context,
        "settings",
        state,
        OwnerFields.__struct_fields__,
        made_from=form_etag.etag_to_show(values, owner_values(owner_fields_of(context.owner)), state.invalid),
        languages=spoken_languages(context, values),
        weekdays=[(day_box(day), context.language.say_weekday(number)) for number, day in enumerate(Weekday)],
        zones=sorted(time_zones()),
        pause=pause(context),
        problem=digest_problem(context.account.digest_problem, context.language),
        arrival=arrival_notice(context),
        pause_choices=pause_choices(context),
        calendar_url=address,
        webcal=_webcal(address),
        is_saved="saved" in context.request.query(),
    )
