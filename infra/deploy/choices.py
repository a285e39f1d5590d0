"""The choices for a deployment: those of this command, or else those of the deployment before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.records.item_keys import is_id
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.addresses import email as read_email
from infra.deploy.deployment import CannotDo
from infra.deploy.mail.way import MailWay, chosen_way
from infra.deploy.stack import Stack

_FIRST_OWNER = "me"
_BUDGET = re.compile(r"\d{1,6}(\.\d{1,2})?", re.ASCII)
_CONCURRENCY = re.compile(r"([1-9]\d{0,3})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen for a deployment.

    - ``email``: the address for alarms, and for a new owner's digest.
    - ``way``: how digests are sent, and the address that they come from: ``email``, unless another was chosen.
    - ``budget`` (US dollars a month) and ``concurrency`` (of functions): empty for the template's own values.
    """

    owner_id: str
    email: str
    way: MailWay
    budget: str
    concurrency: str

    @property
    def parameters(self) -> dict[str, str]:
        """The choices as parameters of the stack."""
        named = {
            "OwnerId": self.owner_id,
            "OwnerEmail": self.email,
            "Sender": "" if self.way.sender == self.email else self.way.sender,
            "MonthlyBudget": self.budget,
            "ReservedConcurrency": self.concurrency,
        }
        return {name: value for name, value in named.items() if value or name in ("Sender", "ReservedConcurrency")}


def choices_in(environment: Mapping[str, str], stack: Stack) -> Choices:
    """The choices that were made. Raises CannotDo, which names the setting and its value, for an invalid one."""
    email = environment.get("EMAIL") or stack.parameters.get("OwnerEmail")
    if not email:
        raise CannotDo("Say where the digest goes: make deploy EMAIL=me@example.com … (docs/deploying.md)")
    email = _address("EMAIL", email)
    sender = _address("SENDER", environment.get("SENDER") or stack.parameters.get("Sender") or email)
    return Choices(
        owner_id=_owner_id(environment, stack),
        email=email,
        way=chosen_way(environment, stack.parameters, sender),
        budget=_matching(
            "BUDGET", environment, stack.parameters.get("MonthlyBudget", ""), _BUDGET, "dollars, such as 3"
        ),
        concurrency=_matching(
            "CONCURRENCY", environment, stack.parameters.get("ReservedConcurrency", ""), _CONCURRENCY, "1 to 9999"
        ),
    )


def _owner_id(environment: Mapping[str, str], stack: Stack) -> str:
    existing, requested = stack.parameters.get("OwnerId"), environment.get("OWNER")
    if requested and not is_id(requested):
        raise CannotDo(f"OWNER is {requested!r}; it must be at most 40 letters, digits, - and _.")
    if existing and requested and requested != existing:
        raise CannotDo(f"This stage was made for {existing}. One more person: make owner-add OWNER={requested} EMAIL=…")
    return requested or existing or _FIRST_OWNER


def _address(name: str, given: str) -> str:
    try:
        return read_email(given)
    except InvalidValue as invalid:
        raise CannotDo(f"{name} is {given!r}; it {invalid.sentence.format(**invalid.facts)}.") from invalid


def _matching(name: str, environment: Mapping[str, str], before: str, pattern: re.Pattern[str], expected: str) -> str:
    value = environment.get(name, before)
    if value and not pattern.fullmatch(value):
        raise CannotDo(f"{name} is {value!r}; it must be {expected}.")
    return value
