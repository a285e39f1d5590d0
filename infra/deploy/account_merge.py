"""Merge an owner's account of a backup with the one in the table: some later changes must survive a restore."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.records.owners import Account, account_of
from chalicelib.records.table_items import OwnerItem
from infra.deploy.typed_json import TypedItem

# A record that was removed since the backup had a version that we do not know. The restored one gets a version that it
# cannot have reached: at its old one, every link that was ever made for it (links/action_links.py) would work again.
VERSION_GAP = 1_000_000


def account_in(item: TypedItem) -> Account:
    """The account that an item holds. Raises NewerSchema."""
    return account_of(OwnerItem.from_raw_data(dict(item)))


def merge_account(then: Account, there: Account | None) -> Account:
    """The account as it was in the backup, except that five things stay as they are now:

    - An owner who signed out, here or everywhere, stays signed out.
    - A link that paused or resumed the digest does not do so again.
    - What was brought in since is still waited for.
    - A problem with the mail address stays known, if the address is the same; so does whether a digest was seen there.
    """
    known = there if there and there.owner.email == then.owner.email else then
    if there is None:
        owner = replace(then.owner, pauses=then.owner.pauses + VERSION_GAP)
        return replace(then, owner=owner, sessions=then.sessions + 1, ended_sessions=())
    return replace(
        then,
        owner=replace(then.owner, pauses=max(then.owner.pauses, there.owner.pauses), arrival=known.owner.arrival),
        sessions=max(then.sessions, there.sessions),
        ended_sessions=tuple(dict.fromkeys((*there.ended_sessions, *then.ended_sessions))),
        next_digest_at=there.next_digest_at,
        digest_problem=known.digest_problem,
        proposals_until=max(filter(None, (then.proposals_until, there.proposals_until)), default=None),
        version=there.version,
    )


def next_version(version: int, there: int | None) -> int:
    """A version that no link, page or program has seen yet; ``there`` is None for what is not in the table now."""
    return version + VERSION_GAP if there is None else max(version, there) + 1
