"""The table and SES, as far as the tick uses them: values that never change, so that schedules can share them.

``test_calls`` compares the effects of calls on them with those on the repositories themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from chalicelib.playbook.interview import Interview
from chalicelib.records.digest_claims import DigestState
from chalicelib.records.owners import Account

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Digest:
    """The item of one owner and one local date."""

    owner_id: str
    on: date
    state: DigestState
    at: datetime
    lease_until: datetime
    token: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A digest that SES took from the run ``by``, which lives ``until`` that instant.

    ``is_excused``: a crash or a lost answer happened between that and the mark, so a second mail is no violation.
    """

    owner_id: str
    on: date
    by: str
    until: datetime
    is_excused: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """The whole state.

    - ``listed``: what a lagging index still has of each account: its instant before the last write
    - ``refused``: the digests that SES refused
    - ``wrong``: what no tick may ever do, and one did
    """

    accounts: tuple[Account, ...]
    listed: tuple[datetime, ...]
    digests: tuple[Digest, ...] = ()
    letters: tuple[Letter, ...] = ()
    refused: frozenset[tuple[str, date]] = frozenset()
    wrong: tuple[str, ...] = ()
    open: dict[str, tuple[Interview, ...]] = field(default_factory=dict, compare=False)

    def account(self, owner_id: str) -> Account | None:
        """The owner's account as it is stored."""
        return next((account for account in self.accounts if account.owner.id == owner_id), None)

    def digest(self, owner_id: str, on: date) -> Digest | None:
        """The digest of a date."""
        return next((digest for digest in self.digests if (digest.owner_id, digest.on) == (owner_id, on)), None)

    def with_account(self, account: Account) -> World:
        """The world with this account stored, and not yet in the index."""
        place = [one.owner.id for one in self.accounts].index(account.owner.id)
        return replace(
            self,
            accounts=_put(self.accounts, place, account),
            listed=_put(self.listed, place, self.accounts[place].next_digest_at),
        )

    def with_digest(self, digest: Digest) -> World:
        """The world with this digest in place of that of the same date."""
        others = self.without_digest(digest.owner_id, digest.on).digests
        return replace(self, digests=tuple(sorted((*others, digest), key=lambda one: (one.owner_id, one.on))))

    def without_digest(self, owner_id: str, on: date) -> World:
        """The world without the digest of that date."""
        return replace(
            self, digests=tuple(digest for digest in self.digests if (digest.owner_id, digest.on) != (owner_id, on))
        )

    def with_letter(self, letter: Letter) -> World:
        """The world in which SES took this letter."""
        return replace(
            self, letters=tuple(sorted((*self.letters, letter), key=lambda one: (one.owner_id, one.on, one.by)))
        )

    def excusing(self, owner_id: str, on: date, by: str) -> World:
        """The world in which a fault came between the letter that ``by`` sent and its mark."""
        excused = [
            replace(letter, is_excused=True)
            if (letter.owner_id, letter.on, letter.by) == (owner_id, on, by)
            else letter
            for letter in self.letters
        ]
        return replace(self, letters=tuple(excused))

    def with_refusal(self, owner_id: str, on: date) -> World:
        """The world in which SES refused this digest for good."""
        return replace(self, refused=self.refused | {(owner_id, on)})

    def with_wrong(self, what: str) -> World:
        """The world in which a run did what no run may do."""
        return replace(self, wrong=tuple(sorted({*self.wrong, what})))


def _put(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    return (*items[:place], item, *items[place + 1 :])
