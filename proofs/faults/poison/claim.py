"""Spoil every value of every item that the first release wrote, and look at everything that shows records."""

from __future__ import annotations

import logging
import random
from collections import Counter
from collections.abc import Sequence

from chalicelib.records.item_keys import INTERVIEWS, PROFILE
from chalicelib.view_models.unreadable_records import error_summary
from infra import catalogs
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.poison import looking
from proofs.faults.poison.looking import Seen
from proofs.faults.poison.mutations import Mutation, mutations
from proofs.faults.poison.poisoned_app import OTHER, OWNER, PoisonedApp, poisoned_app
from proofs.faults.shares import Found, in_shares

Case = tuple[Mutation, ...]
SHORT, PAIRS = 90, 1_000  # of a short run; of a long one, beside every single mutation
OF_INTERVIEWS, OF_THE_REST = 5, 1  # the ratio of values of each in a short run
KINDS = ("DIGEST", "INTERVIEW", "PROCESS", "PROFILE", "REQUEST")


def refute(effort: Effort) -> Verdict:
    """Try a sample in a short run; in a long one every single mutation, and then pairs of them in one record."""
    catalogs.compile_all()
    with poisoned_app() as product:
        singles = [mutation for item in product.items_of(OWNER) for mutation in mutations(item)]
    rng = random.Random(effort.seed)
    rng.shuffle(singles)
    cases: list[Case] = [(one,) for one in singles]
    if effort.is_long:
        cases += [_pair(rng, singles) for _ in range(PAIRS)]
    else:
        cases = _sample(cases, SHORT)
    found = in_shares(attempt, cases, effort)
    missed = {kind for kind in KINDS if not found.counted[kind]}
    found.violations += [f"no {kind} was spoilt: the claim was not tried" for kind in sorted(missed)]
    return Verdict(found.tried, tuple(found.violations), dict(sorted(found.counted.items())))


def attempt(cases: Sequence[Case]) -> Found:
    """Try each case on a table that the first release wrote."""
    logging.disable(logging.CRITICAL)
    found = Found()
    with poisoned_app() as product:
        product.as_it_was()
        cookie = product.sign_in()
        before = looking.look(product, cookie)
        _check_the_beginning(before)
        for case in cases:
            found.tried += 1
            found.counted[_kind(case)] += 1
            try:
                wrong = _what_is_wrong(product, before, case, cookie, found.counted)
            except Exception as error:  # the tick itself, of all owners
                wrong = [f"it breaks everything: {error_summary(error)}"]
            found.violations += [f"{' and '.join(map(str, case))}: {one}" for one in wrong]
    return found


def _what_is_wrong(product: PoisonedApp, before: Seen, case: Case, cookie: str, counted: Counter[str]) -> list[str]:
    item = product.spoil(case)
    item_id = case[0].item_id
    now = looking.look(product, cookie)
    wrong = [*looking.what_the_other_owner_lost(before, now)]
    if item_id == PROFILE:
        return wrong + _what_is_wrong_with_the_owner(now, item, counted)
    spoilt_id = item_id.removeprefix(INTERVIEWS) if item_id.startswith(INTERVIEWS) else ""
    ids = [one for one in _open_ids(product) if one != spoilt_id]
    wrong += looking.what_others_lost(before, now, spoilt_id, ids)
    if spoilt_id and OWNER not in now.sent_to:
        wrong.append("its owner got no digest")
    elif OWNER not in now.sent_to | now.skipped:
        wrong.append("its owner got no digest, and the report does not say so")
    if spoilt_id:
        wrong += _what_is_wrong_with_it(product, before, now, spoilt_id, item, cookie, counted)
    return wrong


def _what_is_wrong_with_it(
    product: PoisonedApp,
    before: Seen,
    now: Seen,
    spoilt_id: str,
    item: dict[str, object],
    cookie: str,
    counted: Counter[str],
) -> list[str]:
    wrong = [*looking.where_it_is_not_shown(before, now, spoilt_id, item)]
    if wrong and looking.is_over(product, spoilt_id):
        counted["read as a record that has ended"] += 1
        wrong = []
    return [*wrong, *looking.what_its_own_pages_say(product, spoilt_id, cookie)]


def _what_is_wrong_with_the_owner(now: Seen, item: dict[str, object], counted: Counter[str]) -> list[str]:
    """A spoilt profile may stop its own owner, which the report must say; one that is in no index is not due."""
    is_due = "next_digest_at" in item and "shard" in item
    if OWNER in now.sent_to:
        return []
    if OWNER in now.skipped:
        counted["owners stopped by their own profile"] += 1
        return []
    counted["owners not in the index"] += 1
    return [] if not is_due else _unless_out_of_order(item)


def _unless_out_of_order(item: dict[str, object]) -> list[str]:
    """No violation if the index sorts the item after now, or into a shard that is never queried: no tick finds it."""
    at, shard = item["next_digest_at"], item["shard"]
    is_found = str(at) <= str({"S": "2026-08-24"}) and shard in [{"N": str(number)} for number in range(4)]
    return ["its owner got no digest, and the report does not say so"] if is_found else []


def _check_the_beginning(before: Seen) -> None:
    """Assert that nothing is wrong before anything is spoilt: else the claim would prove nothing."""
    assert before.sent_to == {OWNER, OTHER}, before.ticked.report
    assert all(reply.status == 200 for reply in before.replies.values())


def _pair(rng: random.Random, singles: list[Mutation]) -> Case:
    """Mutations of two values of one item; the second is at the top level, where the first cannot have removed it."""
    first = rng.choice(singles)
    top = [
        one for one in singles if one.item_id == first.item_id and len(one.path) == 1 and one.path[0] != first.path[0]
    ]
    return first, rng.choice(top)


def _sample(cases: list[Case], size: int) -> list[Case]:
    """A sample: mostly interviews, and as many of the other kinds as there is room for."""
    of_kind = {kind: [case for case in cases if _kind(case) == kind] for kind in KINDS}
    share = size // (OF_INTERVIEWS + OF_THE_REST * (len(KINDS) - 1))
    return [
        case for kind, some in of_kind.items() for case in some[: share * (OF_INTERVIEWS if kind == "INTERVIEW" else 1)]
    ]


def _open_ids(product: PoisonedApp) -> list[str]:
    """The ids of the records that were open before anything was spoilt."""
    return [one["item_id"]["S"].removeprefix(INTERVIEWS) for one in product.items_of(OWNER) if one.get("next_due_on")]


def _kind(case: Case) -> str:
    return case[0].item_id.partition("#")[0]


CLAIM = Claim(
    "poison",
    "Whatever one stored item holds, the other records' lines and the other owners' digests are as they were, and the "
    "item shows by its id",
    refute,
)
