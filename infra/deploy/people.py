"""The owners of a deployment: who moves in, and new tokens. They live in the deployment's own table."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from chalicelib.drafts.languages import Languages
from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.owner import Owner
from chalicelib.records import table
from chalicelib.records.keys import is_id
from chalicelib.records.owners import Owners
from chalicelib.web.owner_fields import OwnerFields
from chalicelib.web.reading.places import time_zones
from chalicelib.web.reading.unfit import FormText
from chalicelib.web.refusals import Invalid
from chalicelib.web.tokens import new_token
from infra.deploy.deployment import CannotDo, Deployment

_TEMPLATES = Path(__file__).parents[2] / "templates"
_FIELDS = ("name", "email", "phone", "language", "time_zone", "country")


def move_in(deployment: Deployment, owner: Owner) -> str | None:
    """The owner's token, to be shown once; None if they live there already."""
    owners = _owners(deployment)
    if owners.get(owner.id) is not None:
        return None
    token, token_hash = new_token(owner.id)
    try:
        owners.add(owner, token_hash)
    except ChangedMeanwhile:
        return None
    return token


def renew_token(deployment: Deployment, owner_id: str) -> str:
    """A new token, to be shown once; the old one, and every browser's session, is over. Raises CannotDo."""
    owners = _owners(deployment)
    account = owners.get(owner_id)
    if account is None:
        raise CannotDo(f"There is no owner {owner_id!r} in stage {deployment.stage}.")
    token, token_hash = new_token(owner_id)
    owners.save(replace(account, token_hash=token_hash, sessions=account.sessions + 1))
    return token


def owner_in(environment: Mapping[str, str], owner_id: str, email: str) -> Owner:
    """Who moves in: what is not said is guessed from this machine, and can be changed on the settings page.

    Raises CannotDo for what does not fit.
    """
    if not is_id(owner_id):
        raise CannotDo(f"OWNER is {owner_id!r}; it must be at most 40 letters, digits, - and _.")
    guessed = {
        "name": email.partition("@")[0].replace(".", " ").title(),
        "email": email,
        "language": _language(),
        "time_zone": _time_zone(),
        "country": _country(),
    }
    said = {field: FormText(environment[field.upper()]) for field in _FIELDS if environment.get(field.upper())}
    usual = Owner(id=owner_id, name="", email="")
    fixed: dict[str, object] = {"tone": FormText(usual.tone), "digest_at": FormText(f"{usual.digest_at:%H:%M}")}
    try:
        fields = OwnerFields.read(fixed | guessed | said)
    except Invalid as refusal:
        faults = (f"{fault.field.upper()} {fault.reason.format(**(fault.facts or {}))}" for fault in refusal.faults)
        raise CannotDo("; ".join(faults)) from refusal
    return replace(
        usual,
        name=fields.name,
        email=fields.email,
        phone=fields.phone,
        language=fields.language,
        time_zone=fields.time_zone,
        country=fields.country,
    )


def now() -> datetime:
    """The instant of a command."""
    return datetime.now(UTC)


def _owners(deployment: Deployment) -> Owners:
    table.configure(deployment.name, deployment.region)
    return Owners()


def _locale() -> tuple[str, str]:
    """Language and country of this machine's locale, such as ("de", "DE")."""
    matched = re.match(r"([a-z]{2})_([A-Z]{2})", os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    return (matched[1], matched[2]) if matched else ("en", "US")


def _language() -> str:
    return Languages(_TEMPLATES).code_for(_locale()[0]) or "en"


def _country() -> str:
    return _locale()[1]


def _time_zone() -> str:
    """The zone of this machine; UTC where it does not say."""
    link = Path("/etc/localtime")
    told = os.environ.get("TZ") or (str(link.resolve()).partition("zoneinfo/")[2] if link.is_symlink() else "")
    return told if told in time_zones() else "UTC"
