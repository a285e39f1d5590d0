"""Owners whose digest is due, and the tick that sends it, as it is shipped."""

from __future__ import annotations

import ssl
from datetime import timedelta
from typing import Any

from chalicelib.digest.schedule import Slot
from chalicelib.digest.ses_sender import SesSender, ses_client
from chalicelib.digest.smtp_sender import Mailbox, SmtpSender
from chalicelib.digest.tick import Outbox, Tick
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import PROFILE
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from chalicelib.records.table_items import DueItem
from proofs.faults.real_table import REGION
from tests.digest.given import SENDER, a_composer, a_record, stored
from tests.digest.smtp_stand_in import PASSWORD, USER

ONE_DAY, HALF_A_DAY = timedelta(days=1), timedelta(hours=12)


def an_ses(address: str) -> Any:
    """The tick's own client, with its timeouts and its one attempt, for the SES at ``address``."""
    session: Any = connection().session
    return ses_client(session, REGION, address)


def by_ses(ses: Any) -> SesSender:
    """The sender of most deployments, with this client."""
    return SesSender(lambda: ses, SENDER)


def by_smtp(port: int, certificate: bytes) -> SmtpSender:
    """The sender of those who send by their own provider; its server has this certificate, as its own authority."""
    mailbox = Mailbox("localhost", port, USER, lambda: PASSWORD)
    return SmtpSender(mailbox, SENDER, lambda: ssl.create_default_context(cadata=certificate.decode()))


def a_tick(sender: Outbox) -> Tick:
    """The shipped tick with its repositories and composer."""
    return Tick(Owners(), Interviews(), Digests(), a_composer(), sender)


def add_owner(owner: Owner, slot: Slot, *, is_new: bool) -> None:
    """Make the owner's digest of ``slot`` due: somebody is to be thanked, which may be done on any day (D5). For an
    owner who is not new, the digests of all days before have been sent."""
    account = Owners().add(owner, b"hash")
    record = a_record(interview_on=slot.on - ONE_DAY, created_at=slot.at - HALF_A_DAY)
    stored(Interviews(), owner, record)
    if not is_new:
        Owners().put_off(account, slot.at)


def remove_owner(owner: Owner) -> None:
    """Remove the owner, so that no later tick finds them."""
    DueItem(owner.id, PROFILE).delete()
