"""The table and SES, as far as the tick uses them: values that never change, so that schedules can share them.

What the calls do to them is held against the repositories themselves by ``test_calls``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from chalicelib.playbook.interview import Interview
from chalicelib.records.digests import DigestState
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
    """A digest that SES took from the run ``by``, which lived ``until`` then.

    ``is_excused``: a crash or a lost answer came between that and the mark.
    """

    owner_id: str
    on: date
    by: str
    until: datetime
    is_excused: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """``listed`` is what a lagging index still says of each account: its instant before the last write.

    ``refused`` are the digests that SES refused, ``wrong`` what no tick may ever do and one did.
    """

    accounts: tuple[Account, ...]
    listed: tuple[datetime, ...]
    digests: tuple[Digest, ...] = ()
    letters: tuple[Letter, ...] = ()
    refused: frozenset[tuple[str, date]] = frozenset()
    wrong: tuple[str, ...] = ()
    open: dict[str, tuple[Interview, ...]] = field(default_factory=dict, compare=False)

    def account(self, owner_id: str) -> Account | None:
        """The owner as stored now."""
        return next((one for one in self.accounts if one.owner.id == owner_id), None)

    def digest(self, owner_id: str, on: date) -> Digest | None:
        """The item of a date."""
        return next((one for one in self.digests if (one.owner_id, one.on) == (owner_id, on)), None)

    def with_account(self, account: Account) -> World:
        """Stored, and not yet seen by the index."""
        place = [one.owner.id for one in self.accounts].index(account.owner.id)
        return replace(
            self,
            accounts=_put(self.accounts, place, account),
            listed=_put(self.listed, place, self.accounts[place].next_digest_at),
        )

    def with_digest(self, digest: Digest) -> World:
        """Stored over that of the same date."""
        others = self.without_digest(digest.owner_id, digest.on).digests
        return replace(self, digests=tuple(sorted((*others, digest), key=lambda one: (one.owner_id, one.on))))

    def without_digest(self, owner_id: str, on: date) -> World:
        """The item of that date removed."""
        return replace(self, digests=tuple(one for one in self.digests if (one.owner_id, one.on) != (owner_id, on)))

    def with_letter(self, letter: Letter) -> World:
        """SES took it."""
        return replace(
            self, letters=tuple(sorted((*self.letters, letter), key=lambda one: (one.owner_id, one.on, one.by)))
        )

    def excusing(self, owner_id: str, on: date, by: str) -> World:
        """Something came between the letter that ``by`` sent and its mark."""
        excused = [
            replace(one, is_excused=True) if (one.owner_id, one.on, one.by) == (owner_id, on, by) else one
            for one in self.letters
        ]
        return replace(self, letters=tuple(excused))

    def with_refusal(self, owner_id: str, on: date) -> World:
        """SES refused it for good."""
        return replace(self, refused=self.refused | {(owner_id, on)})

    def with_wrong(self, what: str) -> World:
        """Somebody did what nobody may do."""
        return replace(self, wrong=tuple(sorted({*self.wrong, what})))


def _put(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    return (*items[:place], item, *items[place + 1 :])
