"""What a deployment was asked to be like: as it is said now, or as it was said before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.records.item_keys import is_id
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.addresses import email as read_email
from infra.deploy.deployment import CannotDo
from infra.deploy.stack import Stack

_FIRST_OWNER = "me"
_BUDGET = re.compile(r"\d{1,6}(\.\d{1,2})?", re.ASCII)
_CONCURRENCY = re.compile(r"([1-9]\d{0,3})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """``email``: where alarms go, and a new owner's digest. ``sender``: where digests come from, the same unless
    another was chosen. ``budget`` (US dollars) and ``concurrency`` are empty where the template's own count."""

    owner_id: str
    email: str
    sender: str
    budget: str
    concurrency: str

    @property
    def parameters(self) -> dict[str, str]:
        """The stack's parameters that follow."""
        named = {
            "OwnerId": self.owner_id,
            "OwnerEmail": self.email,
            "Sender": "" if self.sender == self.email else self.sender,
            "MonthlyBudget": self.budget,
            "ReservedConcurrency": self.concurrency,
        }
        return {name: value for name, value in named.items() if value or name in ("Sender", "ReservedConcurrency")}


def choices_in(environment: Mapping[str, str], stack: Stack) -> Choices:
    """Raises CannotDo, which names the setting and its value, for what does not fit."""
    email = environment.get("EMAIL") or stack.parameters.get("OwnerEmail")
    if not email:
        raise CannotDo("Say where the digest goes: make deploy EMAIL=me@example.com")
    email = _address("EMAIL", email)
    return Choices(
        owner_id=_owner_id(environment, stack),
        email=email,
        sender=_address("SENDER", environment.get("SENDER") or stack.parameters.get("Sender") or email),
        budget=_matching(
            "BUDGET", environment, stack.parameters.get("MonthlyBudget", ""), _BUDGET, "dollars, such as 3"
        ),
        concurrency=_matching(
            "CONCURRENCY", environment, stack.parameters.get("ReservedConcurrency", ""), _CONCURRENCY, "1 to 9999"
        ),
    )


def _owner_id(environment: Mapping[str, str], stack: Stack) -> str:
    lives_here, asked = stack.parameters.get("OwnerId"), environment.get("OWNER")
    if asked and not is_id(asked):
        raise CannotDo(f"OWNER is {asked!r}; it must be at most 40 letters, digits, - and _.")
    if lives_here and asked and asked != lives_here:
        raise CannotDo(f"This stage was made for {lives_here}. One more person: make owner-add OWNER={asked} EMAIL=…")
    return asked or lives_here or _FIRST_OWNER


def _address(name: str, given: str) -> str:
    try:
        return read_email(given)
    except InvalidValue as unfit:
        raise CannotDo(f"{name} is {given!r}; it {unfit.sentence.format(**unfit.facts)}.") from unfit


def _matching(name: str, environment: Mapping[str, str], before: str, pattern: re.Pattern[str], like: str) -> str:
    value = environment.get(name, before)
    if value and not pattern.fullmatch(value):
        raise CannotDo(f"{name} is {value!r}; it must be {like}.")
    return value
