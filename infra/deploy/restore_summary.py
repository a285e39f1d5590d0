"""Counts of what a restore would do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from chalicelib.records.owners import Account
from infra.deploy.restore_decision import ItemKind, RestoreDecision

_CHANGES = (RestoreDecision.NEW, RestoreDecision.REPLACES)
_MOST_NAMED = 10


@dataclass
class RestoreSummary:
    """How many items of each kind meet which decision; ``owners`` are the ids of those whose items would change."""

    counts: Counter[tuple[ItemKind, RestoreDecision]] = field(default_factory=Counter)
    owners: set[str] = field(default_factory=set)
    older_tokens: set[str] = field(default_factory=set)

    def add(self, kind: ItemKind, verdict: RestoreDecision, owner_id: str) -> None:
        """Count an item."""
        self.counts[kind, verdict] += 1
        if verdict in _CHANGES:
            self.owners.add(owner_id)

    def add_owner(self, verdict: RestoreDecision, then: Account, there: Account | None) -> None:
        """Count an owner, and note it if their token or calendar address was renewed since."""
        self.add(ItemKind.OWNERS, verdict, then.owner.id)
        if there and (there.token_hash, there.calendar_secret) != (then.token_hash, then.calendar_secret):
            self.older_tokens.add(then.owner.id)

    @property
    def changes_nothing(self) -> bool:
        """Whether the table has all of the backup already."""
        return not self.owners

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Rows of a kind and its counts in words."""
        return [(kind.name.lower(), words) for kind in ItemKind if (words := self._words(kind))]

    @property
    def owners_in_words(self) -> str:
        """The owners whose items would change, such as "alex, kim and 3 more"."""
        return _named(self.owners)

    @property
    def older_tokens_in_words(self) -> str:
        """The owners whose token and calendar address would be those of the backup again."""
        return _named(self.older_tokens)

    def _words(self, kind: ItemKind) -> str:
        counted = ((self.counts[kind, verdict], verdict) for verdict in RestoreDecision)
        return ", ".join(f"{count:,} {verdict}" for count, verdict in counted if count)


def _named(owner_ids: set[str]) -> str:
    named = ", ".join(sorted(owner_ids)[:_MOST_NAMED])
    more = len(owner_ids) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
