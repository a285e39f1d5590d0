"""The fields of the owner's settings as they are sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from msgspec import Meta
from msgspec.structs import replace

from chalicelib.drafts.language_packs import Languages
from chalicelib.playbook.owner import EVERY_DAY, USUAL_PROCESSES_AT_LEAST, Owner
from chalicelib.playbook.planning_context import Pacing
from chalicelib.request_errors import Fault
from chalicelib.schemas import field_types, simple_values
from chalicelib.schemas.validation import RawValues, RequestSchema

LONGEST_PAUSE = 366  # days ahead


class OwnerFields(RequestSchema, frozen=True, kw_only=True):
    """Who the owner is, and when and how they want to be served. ``phone`` and ``paused_until`` can be cleared."""

    name: field_types.LineOfText
    email: field_types.Email
    phone: field_types.Phone | None = None
    language: field_types.LanguageCode
    tone: field_types.LetterTone
    time_zone: field_types.TimeZone
    country: field_types.Country
    digest_at: field_types.ClockTime
    digest_days: field_types.DigestDays = EVERY_DAY
    paused_until: field_types.Day | None = None
    attempts_at_most: field_types.Attempts = Pacing().attempts
    days_between_attempts: field_types.WorkingDaysBetween = Pacing().days
    processes_at_least: field_types.Processes = USUAL_PROCESSES_AT_LEAST
    capture_certain: field_types.Switch = False


class PauseFields(RequestSchema, frozen=True, kw_only=True):
    """For how many ``days`` no digest comes, the day on which this is sent the first of them."""

    days: Annotated[int, Meta(extra={"read": simple_values.number(1, LONGEST_PAUSE)})]


def owner_fields_of(owner: Owner) -> OwnerFields:
    """The owner's settings, as they are sent and shown."""
    return OwnerFields(
        name=owner.name,
        email=owner.email,
        phone=owner.phone,
        language=owner.language,
        tone=owner.tone,
        time_zone=owner.time_zone,
        country=owner.country,
        digest_at=owner.digest_at,
        digest_days=owner.digest_days,
        paused_until=owner.paused_until,
        attempts_at_most=owner.pacing.attempts,
        days_between_attempts=owner.pacing.days,
        processes_at_least=owner.processes_at_least,
        capture_certain=owner.is_certain_captured,
    )


def changed_owner(owner: Owner, sent: RawValues, languages: Languages) -> Owner:
    """The owner after a change of their settings (a JSON merge patch). A name that is sent is theirs, even if it is the
    one that was guessed.

    Raises ``Invalid``, also for a language that is not one of ``languages``.
    """

    def unsupported_language(values: Mapping[str, Any]) -> Iterable[Fault]:
        if "language" in sent and "language" in values and languages.code_for(values["language"]) is None:
            codes = ", ".join(languages.codes)
            yield Fault("language", "is not spoken here; these are: {codes}", {"codes": codes})

    fields = OwnerFields.read(sent, onto=owner_fields_of(owner), more=(unsupported_language,))
    return replace(
        owner.with_pause(fields.paused_until),
        name=fields.name,
        email=fields.email,
        phone=fields.phone,
        language=fields.language,
        tone=fields.tone,
        time_zone=fields.time_zone,
        country=fields.country,
        digest_at=fields.digest_at,
        digest_days=fields.digest_days,
        pacing=Pacing(attempts=fields.attempts_at_most, days=fields.days_between_attempts),
        processes_at_least=fields.processes_at_least,
        is_certain_captured=fields.capture_certain,
        is_name_guessed=owner.is_name_guessed and "name" not in sent,
    )
