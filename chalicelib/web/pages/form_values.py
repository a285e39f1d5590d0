"""The page of a form: the values in its fields, as texts, and the choices that it offers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from http import HTTPStatus

from msgspec.structs import asdict

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Weekday
from chalicelib.schemas.contact_fields import FLAT
from chalicelib.schemas.country_names import NAMES
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.owner_fields import OwnerFields
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.form_inputs import FormInput, as_text, inputs_of
from chalicelib.web.pages.redisplay import FormState
from chalicelib.web.pages.rendering import page


def form_page(
    context: RequestContext, name: str, state: FormState, own: Collection[str], /, **facts: object
) -> Response:
    """The page of a form with its ``own`` fields: each shows what does not fit in it. Faults of any other field stand
    above the form."""
    invalid = state.invalid
    faults = (
        {fault.field: context.language.say(fault.reason, fault.facts) for fault in invalid.faults} if invalid else {}
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if invalid else HTTPStatus.OK
    elsewhere = {field: reason for field, reason in faults.items() if field not in own}
    frame = {"values": state.values, "faults": faults, "elsewhere": elsewhere, "is_kept": state.is_kept}
    return page(context, name, status, **frame, countries=NAMES, **facts)


def interview_values(interview: Interview) -> dict[str, str]:
    """The values of a record's fields; of its contacts only the first."""
    values = contact_values(interview.contacts[0] if interview.contacts else Contact())
    own = [name for name in fields_of(InterviewFields) if name not in values]
    return {name: as_text(getattr(interview, name)) for name in own} | values


def contact_values(contact: Contact) -> dict[str, str]:
    """The values of a contact in the inputs of a form."""
    return {name: as_text(getattr(contact, own)) for name, own in FLAT.items()}


def owner_values(settings: OwnerFields) -> dict[str, str]:
    """The values of the settings, with a ticked box for each day of the digest."""
    days = {day_box(day): "on" for day in settings.digest_days}
    return {name: as_text(value) for name, value in asdict(settings).items()} | days


def day_box(day: Weekday) -> str:
    """The name of the box that stands for a day of the digest."""
    return f"digest_on_{day}"


def spoken_languages(context: RequestContext, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """The code and own name of each language there is; and the code of a record's, if it was sent with another."""
    packs = context.services.languages
    options = [(code, packs.of(code).own_name) for code in packs.codes]
    chosen = values.get("language", "")
    return options if not chosen or chosen in packs.codes else [*options, (chosen, chosen)]


def interview_inputs(context: RequestContext, values: Mapping[str, str]) -> dict[str, FormInput]:
    """The inputs of a record's form."""
    return inputs_of(InterviewFields, context.language, spoken_languages(context, values))
