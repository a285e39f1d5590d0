"""Create and change the owners of a deployment, and renew their tokens. They are stored in the deployment's table."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.owner import Owner
from chalicelib.records import table
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.proposals import Proposals
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.locales import time_zones
from chalicelib.schemas.owner_fields import changed_owner
from chalicelib.schemas.text_values import FormText
from chalicelib.usecases import owner_access
from chalicelib.usecases.change_settings import save_settings, with_settings
from chalicelib.usecases.owner_context import OwnerContext, Services
from infra.deploy.deployment import CannotDo, Deployment

_TEMPLATES = Path(__file__).parents[2] / "templates"
# FULL_NAME, since a shell or a desktop may export NAME. It may export LANGUAGE too, such as "de_DE.UTF-8:en": that is
# why it is read leniently.
_SETTINGS = {
    "FULL_NAME": "name",
    "EMAIL": "email",
    "PHONE": "phone",
    "LANGUAGE": "language",
    "TIME_ZONE": "time_zone",
    "COUNTRY": "country",
}
HOW_TO_CHANGE = "Not right? FULL_NAME, PHONE, LANGUAGE, TIME_ZONE, COUNTRY, or later the settings page."


def create_owner(deployment: Deployment, owner: Owner) -> str | None:
    """Create an owner; their token, to be shown once, or None if there is an owner of this id already."""
    return owner_access.create_owner(_owners(deployment), owner)


def check_owner_exists(deployment: Deployment, owner_id: str) -> None:
    """Raise CannotDo if the deployment has no owner of this id."""
    if _owners(deployment).get(owner_id) is None:
        raise CannotDo(f"There is no owner {owner_id!r} in stage {deployment.stage}.")


def renew_token(deployment: Deployment, owner_id: str) -> str:
    """Make a new token, to be shown once; the old one and all browser sessions end at once. Raises CannotDo."""
    owners = _owners(deployment)
    account = owners.get(owner_id)
    if account is None:
        raise CannotDo(f"There is no owner {owner_id!r} in stage {deployment.stage}.")
    return owner_access.renew_token(owners, account)


def owner_in(environment: Mapping[str, str], owner_id: str, email: str) -> Owner:
    """The owner to create, from the environment's settings; those left out are guessed from this machine, and can be
    changed on the settings page. Raises CannotDo for an invalid setting.
    """
    language, country = _locale()
    guessed = Owner(
        id=owner_id,
        name=email.partition("@")[0].replace(".", " ").title(),
        email=email,
        language=_languages().code_for(language) or "en",
        time_zone=_time_zone(),
        country=country,
        is_name_guessed=True,
    )
    with _named(environment):
        return changed_owner(guessed, _sent(environment, guessed), _languages())


def change_settings(deployment: Deployment, owner_id: str, environment: Mapping[str, str]) -> Owner | None:
    """Save the environment's settings as the settings page would; the changed owner, or None if nothing changes.

    Raises CannotDo.
    """
    owners, languages = _owners(deployment), _languages()
    account = owners.get(owner_id)
    if account is None:
        return None
    services = Services(
        owners=owners,
        interviews=Interviews(),
        languages=languages,
        writer=lambda: Writer(languages),
        proposals=Proposals,
    )
    context, sent = OwnerContext(services, now(), account), _sent(environment, account.owner)
    with _named(environment):
        if with_settings(account, sent, languages, context.now).owner == account.owner:
            return None
        return save_settings(context, sent).owner


def in_words(owner: Owner) -> str:
    """An owner's settings in one line."""
    phone = owner.phone or "no phone"
    return f"{owner.name} <{owner.email}>, {phone}, language {owner.language}, {owner.time_zone}, {owner.country}"


def _sent(environment: Mapping[str, str], owner: Owner) -> dict[str, FormText]:
    """The settings in the environment, as a form would send them."""
    sent = {field: FormText(environment[name]) for name, field in _SETTINGS.items() if environment.get(name)}
    if "language" in sent:
        code = _languages().code_for(str(sent["language"]).partition(":")[0].partition(".")[0])
        sent["language"] = FormText(code or owner.language)
    return sent


@contextmanager
def _named(environment: Mapping[str, str]) -> Iterator[None]:
    """Turn the ``Invalid`` of a block into CannotDo, which names each invalid setting and its value."""
    try:
        yield
    except Invalid as invalid:
        names = {field: name for name, field in _SETTINGS.items()}
        faults = (_in_words(names[fault.field], environment, fault) for fault in invalid.faults)
        raise CannotDo("\n".join(faults)) from invalid


def _in_words(name: str, environment: Mapping[str, str], fault: Fault) -> str:
    return f"{name} is {environment.get(name)!r}; it {fault.reason.format(**(fault.facts or {}))}."


def now() -> datetime:
    """The current instant, in UTC."""
    return datetime.now(UTC)


def _owners(deployment: Deployment) -> Owners:
    table.configure(deployment.name, deployment.region)
    return Owners()


def _locale() -> tuple[str, str]:
    """Language and country of this machine's locale, such as ("de", "DE")."""
    matched = re.match(r"([a-z]{2})_([A-Z]{2})", os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    return (matched[1], matched[2]) if matched else ("en", "US")


def _languages() -> Languages:
    return Languages(_TEMPLATES)


def _time_zone() -> str:
    """The time zone of this machine; UTC if it is not known."""
    link = Path("/etc/localtime")
    zone = os.environ.get("TZ") or (str(link.resolve()).partition("zoneinfo/")[2] if link.is_symlink() else "")
    return zone if zone in time_zones() else "UTC"
