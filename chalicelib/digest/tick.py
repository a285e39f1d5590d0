"""The tick: for every owner who is due, claim the day's digest, compose it, send it, mark it.

The way in is ``Tick.run``. The order keeps the promise. The claim comes before the mail, so two ticks at once send one
mail. The mark comes after the mail, so a crash loses nothing: when the lease of the claim ends, a later tick starts
again. A mail can come twice only if a crash, or a lost answer, falls between the mail's acceptance (by SES, or by a
provider's server) and the mark.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.schedule import Slot, latest_slot, next_slot
from chalicelib.digest.tick_report import Sent, Skipped, TickReport
from chalicelib.errors import AfterwordError, MailBlocked, MailRefused, MailThrottled, MailUncertain
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.week_opening import opens_the_week
from chalicelib.records.digest_claims import LEASE, Claim, Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import EPOCH, Account, Owners
from chalicelib.records.plan_version import with_current_plans
from chalicelib.view_models.day_view import DayView, read_day
from chalicelib.view_models.unreadable_records import error_summary

log = logging.getLogger(__name__)


class Compose(Protocol):
    """Makes the mail of a day; ``on`` is the date of its claim (owner's zone). Raises MailRefused for a bad address."""

    def __call__(self, owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail: ...


class Outbox(Protocol):
    """Sends a mail, once; ``ses_sender.SesSender`` says how it may fail."""

    def send(self, owner: Owner, mime: bytes) -> str: ...

    def close(self) -> None: ...


def _always() -> bool:
    return True


def _is_owed(account: Account, slot: Slot) -> bool:
    """Whether the slot came since the owner was last served, or on the day on which they changed their settings.

    Slots before that day, which a newly chosen hour or day would have had, are not owed: nobody waits for them.
    """
    since = account.next_digest_at
    return slot.at >= since or slot.on >= since.astimezone(account.owner.zone).date()


def _opens_the_week(owner: Owner, on: date) -> bool:
    return opens_the_week(on, work_calendars.working_days(owner.country), owner.digest_days)


class Tick:
    """Sends the digests that are due. All side effects are in its five collaborators."""

    def __init__(
        self, owners: Owners, interviews: Interviews, digests: Digests, compose: Compose, post: Outbox
    ) -> None:
        self._owners = owners
        self._interviews = interviews
        self._digests = digests
        self._compose = compose
        self._post = post

    def run(self, now: datetime, has_time: Callable[[], bool] = _always) -> TickReport:
        """Serve the owners who are due at ``now``, one by one, until ``has_time`` says no: the others stay due.

        Raises StorageUnavailable only if the list of due owners cannot be read.
        """
        results: list[Sent | Skipped] = []
        try:
            for owner_id in self._owners.due(now):
                if not has_time():
                    log.warning("Out of time after %d owners: the others stay due", len(results))
                    break
                results.append(self._serve_safely(owner_id, now))
        finally:
            self._post.close()
        return TickReport(
            sent=tuple(result for result in results if isinstance(result, Sent)),
            skipped=tuple(result for result in results if isinstance(result, Skipped)),
        )

    def _serve_safely(self, owner_id: str, now: datetime) -> Sent | Skipped:
        """Serve one owner. A failure is logged and affects no other owner; a later tick does what was left undone."""
        try:
            return self._serve(owner_id, now)
        except Exception as error:
            log.error("No digest for owner %s: %s", owner_id, error_summary(error))
            return Skipped(owner_id, f"error: {type(error).__name__}; a later tick tries again")

    def _serve(self, owner_id: str, now: datetime) -> Sent | Skipped:
        account = self._owners.get(owner_id)
        if account is None or account.next_digest_at > now:  # the index lags behind the table
            return Skipped(owner_id, "not due any more")
        account = with_current_plans(account, self._owners, self._interviews, now)
        if account.is_mail_stopped:
            self._move_on(account, now)
            return Skipped(owner_id, f"mail is stopped: {account.digest_problem}")
        slot = latest_slot(account.owner, now)
        if not _is_owed(account, slot):
            self._move_on(account, now)
            return Skipped(owner_id, "the settings were changed, and no digest is due before the next one")
        paused_until = account.owner.paused_until
        if paused_until is not None and paused_until >= slot.on:
            self._move_on(account, now)
            return Skipped(owner_id, f"paused until {paused_until}")
        claim = None if self._is_behind(account, slot, now) else self._digests.claim(owner_id, slot.on, now, LEASE)
        if claim is None:
            return self._taken(account, slot, now)
        return self._send_claimed(account, claim, now)

    def _is_behind(self, account: Account, slot: Slot, now: datetime) -> bool:
        """Whether a later date has had its digest since the slot came, so that this one would only repeat it.

        Changed settings can move the latest slot back like that. Digests dated after ``now`` (and the lease) are
        ignored: a clock that is set by hand, as on the local server, can go back.
        """
        if account.next_digest_at == slot.at:
            return False
        latest = self._digests.latest(account.owner.id)
        return latest is not None and slot.on < latest.on and slot.at <= latest.at <= now + LEASE

    def _send_claimed(self, account: Account, claim: Claim, now: datetime) -> Sent | Skipped:
        records = self._interviews.open(account.owner.id)
        waiting = self._owners.waiting_proposals(account, now)
        day = read_day(account.owner, records, now, account.last_digest_at, waiting)
        if day.is_quiet and not _opens_the_week(account.owner, claim.on):
            self._digests.release(claim)
            self._move_on(account, now)
            return Skipped(account.owner.id, "quiet: nothing is due")
        from chalicelib.digest.after_sending import once_sent  # a tick that sends nothing need not load it

        try:
            mail = self._compose(account.owner, day, claim.on, now)
            message_id = self._post.send(account.owner, mail.mime)
        except (MailThrottled, MailBlocked, MailUncertain, MailRefused) as failure:
            return self._not_sent(account, claim, failure, now)
        self._digests.mark_sent(claim, message_id, now, mail.to_settle)
        self._move_on(once_sent(account, now, mail.asks), now)
        return Sent(account.owner.id, claim.on, message_id, mail.subject)

    def _not_sent(self, account: Account, claim: Claim, failure: AfterwordError, now: datetime) -> Skipped:
        log.warning("No digest for owner %s: %s: %s", account.owner.id, error_summary(failure), failure)
        match failure:
            case MailThrottled(reason=reason):  # surely not sent: the next tick may try at once
                self._digests.release(claim)
                return Skipped(account.owner.id, f"throttled: {reason}; the next tick tries again")
            case MailBlocked(reason=reason):  # surely not sent, and its owner can mend it: each later tick is a try
                self._digests.mark_failed(claim, reason, until=EPOCH)
                self._store(replace(account, digest_problem=reason), account.next_digest_at)
                return Skipped(account.owner.id, f"blocked: {reason}; the next tick tries again")
            case MailRefused(reason=reason):  # not sent, and it would not be today: the next slot is another try
                self._digests.mark_failed(claim, reason, until=next_slot(account.owner, now).at)
                self._move_on(replace(account, digest_problem=reason), now)
                return Skipped(account.owner.id, f"refused: {reason}")
            case _:  # perhaps sent: the claim stays, so that no other tick sends it before the lease ends
                return Skipped(account.owner.id, f"answer lost: {failure}; tried again when the lease ends")

    def _taken(self, account: Account, slot: Slot, now: datetime) -> Skipped:
        """Skip a slot that another tick has. If it is marked already, that tick could not move the owner on: do so."""
        latest = self._digests.latest(account.owner.id)
        if latest is None or latest.on < slot.on or not latest.is_settled(now):
            return Skipped(account.owner.id, f"another tick has the digest of {slot.on}")
        if latest.state is DigestState.SENT:
            from chalicelib.digest.after_sending import once_sent

            self._move_on(once_sent(account, latest.at, asks=None), now)
        else:
            self._move_on(replace(account, digest_problem=latest.reason), now)
        return Skipped(account.owner.id, f"the digest of {latest.on} is {latest.state} already")

    def _move_on(self, account: Account, now: datetime) -> None:
        """Store the account as due at its next slot.

        The outcome of this slot is marked before, if it has to be: if storing fails, a later tick finds the mark and
        moves on.
        """
        self._store(account, next_slot(account.owner, now).at)

    def _store(self, account: Account, next_digest_at: datetime) -> None:
        try:
            self._owners.put_off(account, next_digest_at)
        except AfterwordError as error:
            log.warning("Owner %s not moved on: %s", account.owner.id, error_summary(error))
