"""Which identity the stack makes known to SES: nothing twice, and nothing that was not asked for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from infra.deploy.choices import choices_in
from infra.deploy.deployment import Deployment
from infra.deploy.mail.identity_plan import SenderIdentity, planned_identity
from infra.deploy.mail.ses_state import Sender, mail_state
from infra.deploy.stack import Stack
from tests.deploy.mail.ses import Ses

OWN = "digest@example.org"
MAILBOX = "kim@gmail.com"
ADDRESS_OF_THE_STACK = {"OwnerEmail": OWN, "SenderIdentity": "made-here"}
DOMAIN_OF_THE_STACK = {"OwnerEmail": OWN, "SenderIdentity": "domain-made-here", "SenderDomain": "example.org"}


def planned(deployment: Deployment, before: Mapping[str, str] | None = None, **said: str) -> SenderIdentity:
    """What the stack would make for the digest's own domain, unless another sender is said."""
    stack = Stack("UPDATE_COMPLETE", {}, before) if before else Stack("", {}, {})
    way = choices_in({"EMAIL": OWN} | said, stack).way
    return planned_identity(way, stack.parameters, mail_state(deployment, way.sender))


def test_a_domain_that_ses_never_heard_of_is_made_known(deployment: Deployment) -> None:
    assert planned(deployment) is SenderIdentity.DOMAIN


@pytest.mark.parametrize("known", ["example.org", OWN])
def test_a_sender_that_is_verified_already_needs_nothing(deployment: Deployment, ses: Ses, known: str) -> None:
    ses.knows(known)

    assert planned(deployment) is SenderIdentity.NONE


def test_a_parent_domain_that_ses_knows_lets_its_children_send(deployment: Deployment, ses: Ses) -> None:
    ses.knows("example.org")

    assert mail_state(deployment, "digest@jobs.example.org").sender is Sender.VERIFIED
    assert planned(deployment, SENDER="digest@jobs.example.org") is SenderIdentity.NONE


def test_a_click_that_never_came_is_no_reason_against_the_domain(deployment: Deployment, ses: Ses) -> None:
    ses.knows(OWN, is_verified=False)

    assert planned(deployment) is SenderIdentity.DOMAIN


def test_a_deployment_from_before_keeps_the_address_that_it_made(deployment: Deployment, ses: Ses) -> None:
    ses.knows(OWN)

    assert planned(deployment, ADDRESS_OF_THE_STACK) is SenderIdentity.ADDRESS


def test_its_domain_is_made_known_when_that_is_asked_for(deployment: Deployment, ses: Ses) -> None:
    ses.knows(OWN)

    assert planned(deployment, ADDRESS_OF_THE_STACK, MAIL_BY="domain") is SenderIdentity.DOMAIN


def test_a_domain_that_the_stack_made_stays_its_own(deployment: Deployment, ses: Ses) -> None:
    ses.knows("example.org", is_verified=False)

    assert planned(deployment, DOMAIN_OF_THE_STACK) is SenderIdentity.DOMAIN
    assert planned(deployment, DOMAIN_OF_THE_STACK, SENDER="other@example.org") is SenderIdentity.DOMAIN


def test_an_address_that_ses_has_lost_is_made_known_again(deployment: Deployment) -> None:
    assert planned(deployment, {"OwnerEmail": OWN, "SenderIdentity": "there-already"}) is SenderIdentity.ADDRESS


def test_a_mailbox_is_made_known_by_its_address(deployment: Deployment, ses: Ses) -> None:
    assert planned(deployment, SENDER=MAILBOX, MAIL_BY="ses") is SenderIdentity.ADDRESS

    ses.knows(MAILBOX, is_verified=False)

    assert planned(deployment, SENDER=MAILBOX, MAIL_BY="ses") is SenderIdentity.NONE


def test_with_smtp_nothing_is_made_known(deployment: Deployment) -> None:
    assert planned(deployment, ADDRESS_OF_THE_STACK, SENDER=MAILBOX, MAIL_BY="smtp") is SenderIdentity.NONE
