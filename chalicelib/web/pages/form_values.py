"""What stands in the fields of a form, as texts, and what it offers; and the page of a form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from http import HTTPStatus

from msgspec.structs import asdict

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Weekday
from chalicelib.schemas.country_names import NAMES
from chalicelib.schemas.interview_fields import FLAT, InterviewFields
from chalicelib.schemas.owner_fields import OwnerFields
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.form_inputs import FormInput, as_text, inputs_of
from chalicelib.web.pages.redisplay import FormState
from chalicelib.web.pages.rendering import page


def form_page(
    context: RequestContext, name: str, state: FormState, own: Collection[str], /, **facts: object
) -> Response:
    """The page of a form with its ``own`` fields: they say what does not fit in them. What has no field there is said
    above them."""
    invalid = state.invalid
    said = {fault.field: context.spoken.say(fault.reason, fault.facts) for fault in invalid.faults} if invalid else {}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if invalid else HTTPStatus.OK
    elsewhere = {field: reason for field, reason in said.items() if field not in own}
    frame = {"values": state.values, "faults": said, "elsewhere": elsewhere, "is_kept": state.is_kept}
    return page(context, name, status, **frame, countries=NAMES, **facts)


def of_interview(interview: Interview) -> dict[str, str]:
    """The fields of a record; of its contacts the first."""
    contact = interview.contacts[0] if interview.contacts else Contact()
    values = {}
    for name in fields_of(InterviewFields):
        holder, own_name = (contact, name.removeprefix(FLAT)) if name.startswith(FLAT) else (interview, name)
        values[name] = as_text(getattr(holder, own_name))
    return values


def of_owner(settings: OwnerFields) -> dict[str, str]:
    """The fields of the settings; a box for each day of the digest."""
    days = {day_box(day): "on" for day in settings.digest_days}
    return {name: as_text(value) for name, value in asdict(settings).items()} | days


def day_box(day: Weekday) -> str:
    """The name of the box that stands for a day of the digest."""
    return f"digest_on_{day}"


def spoken_languages(context: RequestContext, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Those that there are; and that of a record, if it was sent with another."""
    packs = context.services.languages
    named = [(code, packs.of(code).own_name) for code in packs.codes]
    other = values.get("language", "")
    return named if not other or other in packs.codes else [*named, (other, other)]


def interview_inputs(context: RequestContext, values: Mapping[str, str]) -> dict[str, FormInput]:
    """The inputs of a record's form."""
    return inputs_of(InterviewFields, context.spoken, spoken_languages(context, values))
