"""An owner's account as a backup has it, and what has happened to it since that no backup takes back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from chalicelib.playbook.offers import Offer
from chalicelib.records.owners import Account, account_of
from chalicelib.records.table_items import OwnerItem
from infra.deploy.typed_json import TypedItem

# The version of what was removed meanwhile is not known: a restored one is given a version that it cannot have reached,
# because every link that was ever made for it (links/action_links.py) would become good again at its own version.
LEAP = 1_000_000


def account_in(item: TypedItem) -> Account:
    """The account that an item holds. Raises NewerSchema."""
    return account_of(OwnerItem.from_raw_data(dict(item)))


def merge_account(then: Account, there: Account | None, does_stand: Callable[[Offer], bool]) -> Account:
    """The account as it was then, but for three things: who signed out everywhere stays signed out; what is known of
    an address stays known; and an offer stays if the record that it ``does_stand`` in is as it was left."""
    if there is None:
        return replace(then, sessions=then.sessions + 1)
    return replace(
        then,
        owner=replace(then.owner, offers=(*then.owner.offers, *_offers_since(then, there, does_stand))),
        sessions=max(then.sessions, there.sessions),
        next_digest_at=there.next_digest_at,
        digest_problem=(there if there.owner.email == then.owner.email else then).digest_problem,
        version=there.version,
    )


def above(version: int, there: int | None) -> int:
    """A version that no link, page or program has seen yet."""
    return version + LEAP if there is None else max(version, there) + 1


def _offers_since(then: Account, there: Account, does_stand: Callable[[Offer], bool]) -> list[Offer]:
    known = {offer.interview_id for offer in then.owner.offers}
    return [offer for offer in there.owner.offers if offer.interview_id not in known and does_stand(offer)]
