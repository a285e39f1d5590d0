"""Which identity at SES lets the sender send, and whether the stack makes it: the parameter ``SenderIdentity``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from infra.deploy.mail.providers import provider_of
from infra.deploy.mail.ses_state import MailState
from infra.deploy.mail.way import MailBy, MailWay


class SenderIdentity(StrEnum):
    """What the stack makes known to SES; an identity is known once in an account and region, whoever made it."""

    ADDRESS = "made-here"
    DOMAIN = "domain-made-here"
    NONE = "there-already"


def planned_identity(way: MailWay, before: Mapping[str, str], state: MailState | None) -> SenderIdentity:
    """What the stack shall make: nothing that SES knows already, and nothing new where nothing new is asked for."""
    if way.by is MailBy.SMTP or state is None:
        return SenderIdentity.NONE
    made = SenderIdentity(before.get("SenderIdentity", SenderIdentity.NONE))
    if made is SenderIdentity.DOMAIN and before.get("SenderDomain") == way.domain:
        return made
    if way.is_as_before and not way.is_domain_asked:
        is_lost = made is SenderIdentity.NONE and not state.identities
        return SenderIdentity.ADDRESS if is_lost else made
    return _new_identity(way, state)


def _new_identity(way: MailWay, state: MailState) -> SenderIdentity:
    if provider_of(way.domain):
        return SenderIdentity.NONE if state.identities else SenderIdentity.ADDRESS
    is_address_enough = not way.is_domain_asked and any(identity.is_verified for identity in state.identities)
    return SenderIdentity.NONE if state.domain or is_address_enough else SenderIdentity.DOMAIN
