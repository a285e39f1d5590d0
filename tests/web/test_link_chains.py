"""The whole life of a signed link: wherever one leads, nothing outlives thirty days from its mail, and nothing undoes
what the link did not do (docs/decisions/0016-the-life-of-a-link.md)."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.links.action_links import LIFETIME
from chalicelib.links.arrival import route_of
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.owner import NOT_ASKED
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import LEASE, Digests
from chalicelib.records.owners import Owners
from chalicelib.web.urls import URLS
from tests.factories import THAT_EVENING
from tests.web.conftest import LINKS, SENDER, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.link_walker import Walker
from tests.web.links import link, reading

A_MOMENT = timedelta(seconds=1)
WHILE_GOOD = (timedelta(), timedelta(days=16), LIFETIME - A_MOMENT)
OVER = tuple(timedelta(days=days) for days in (30, 31, 45, 60, 145, 365))
COMPANIES = count(1)
MOST_STEPS = 2  # from page to page on one day: to do, and to undo or to do something else
NOTE = "the owner's own"
NEVER_MAILED = (ActionKind.UNDO, ActionKind.RESUME)  # only the page of a link offers these
PRELUDES: tuple[dict[str, Any], ...] = (
    {},
    {"kind": "letter_sent"},
    {"kind": "heard_back", "result": "refusal"},
    {"kind": "heard_back", "result": "offer"},
)


@pytest.fixture
def walker(anybody: Gateway, alex: Gateway, record: dict[str, Any], operations: list[str]) -> Walker:
    """Somebody who has a mail about Acme, in whose record the owner has noted something."""
    happened(alex, record["id"], kind="note", note=NOTE)
    return Walker(anybody, alex, record["id"], operations)


def prepare(walker: Walker, kind: ActionKind, clock: Clock) -> None:
    """Bring the record to where a link of this kind acts, which is tried on others."""
    for preludes in product(PRELUDES, repeat=1 if kind in NEVER_MAILED else 2):
        other = Walker(walker.anybody, walker.alex, recorded(walker.alex, company="Trial")["id"], walker.operations)
        for prelude in preludes:
            told(other, prelude)
        other.press(mailed(other, kind, clock), "2026-08-20")
        walker.alex.patch("/owner", {"paused_until": None})
        not_seen_yet()
        if other.did or kind in NEVER_MAILED:
            break
    else:
        pytest.fail(f"After none of PRELUDES a link can say {kind}: add what has to be recorded before")
    for prelude in preludes:
        told(walker, prelude)


def not_seen_yet() -> None:
    """As if no digest had been seen to arrive."""
    account = Owners().get("alex")
    assert account
    Owners().save(replace(account, owner=replace(account.owner, arrival=NOT_ASKED)))


def told(walker: Walker, prelude: dict[str, Any]) -> None:
    """Record what has to happen before; {} is nothing."""
    if prelude:
        walker.alex.post(f"/interviews/{walker.record}/events", prelude)


def mailed(walker: Walker, kind: ActionKind, clock: Clock) -> str:
    """A link of a mail that is sent now."""
    walker.look()
    now, owner = walker.alex.get(f"/interviews/{walker.record}").data, Owners().get("alex")
    assert owner
    pausing = f"/act/{LINKS.token(kind, 'alex', clock.now, version=owner.owner.pauses)}"
    seeing = f"/act/{LINKS.token(kind, 'alex', clock.now, route=route_of(owner.owner, SENDER))}"
    about_digest = seeing if ACTIONS[kind].is_proof else pausing if ACTIONS[kind].opposite else None
    path = about_digest or link(kind, now, clock)
    walker.came_from[path] = set()
    return path


def mailed_to_read(walker: Walker, kind: StepKind, clock: Clock) -> str:
    """A link to a step, in a mail that is sent now."""
    walker.look()
    path = reading(kind, {"id": walker.record}, clock)
    walker.came_from[path] = set()
    return path


def walk(walker: Walker, day: str) -> None:
    """Open and press what is known, and what is offered then."""
    walked: set[str] = set()
    for _ in range(MOST_STEPS):
        for path in sorted(walker.came_from.keys() - walked):
            walker.open(path)
            walker.press(path, day)
            if path.startswith("/act/"):
                walker.open(path, "?done=yes")
            walked.add(path)


def over(walker: Walker, day: str) -> list[str]:
    """The links that still do something though all should be over, or do not say that they are."""
    did = dict(walker.did)
    statuses = {path: {walker.open(path).status, walker.press(path, day).status} for path in [*walker.came_from]}
    return [path for path, seen in statuses.items() if seen != {410}] + [*(walker.did.keys() - did.keys())]


@pytest.mark.parametrize("kind", ActionKind)
def test_f23_nothing_that_a_link_leads_to_outlives_thirty_days_from_the_mail_or_undoes_what_it_did_not_do(
    walker: Walker, clock: Clock, kind: ActionKind
) -> None:
    prepare(walker, kind, clock)
    first, sent_at = mailed(walker, kind, clock), clock.now
    for age in WHILE_GOOD:
        clock.now = sent_at + age
        walk(walker, f"{sent_at + timedelta(days=40):%Y-%m-%d}")
        happened(walker.alex, walker.record, kind="note", note=NOTE)
        walker.look()

    late = {}
    for age in OVER:
        clock.now = sent_at + age
        late[age.days] = over(walker, f"{clock.now + timedelta(days=9):%Y-%m-%d}")

    assert walker.faults == []
    assert late == {age.days: [] for age in OVER}
    kept = walker.alex.get(f"/interviews/{walker.record}").data["events"]
    assert [event["note"] for event in kept].count(NOTE) == 1 + len(WHILE_GOOD)
    assert first in walker.did or kind in NEVER_MAILED
    assert len(walker.came_from) > len(WHILE_GOOD) or ACTIONS[kind].is_proof  # its pages offer nothing


@pytest.mark.parametrize("kind", [StepKind.THANK_YOU_LETTER, StepKind.ANSWER_OFFER, StepKind.WITHDRAWAL])
def test_f23_nothing_that_the_page_of_a_step_leads_to_outlives_thirty_days_from_its_mail(
    walker: Walker, clock: Clock, kind: StepKind
) -> None:
    if kind is StepKind.ANSWER_OFFER:
        told(walker, {"kind": "heard_back", "result": "offer"})
    path, sent_at = mailed_to_read(walker, kind, clock), clock.now
    for age in WHILE_GOOD:
        clock.now = sent_at + age
        walk(walker, f"{sent_at + timedelta(days=40):%Y-%m-%d}")
        happened(walker.alex, walker.record, kind="note", note=NOTE)
        walker.look()

    late = {}
    for age in OVER:
        clock.now = sent_at + age
        late[age.days] = over(walker, f"{clock.now + timedelta(days=9):%Y-%m-%d}")

    assert walker.faults == []
    assert late == {age.days: [] for age in OVER}
    assert walker.did
    assert path not in walker.did


@pytest.mark.parametrize("purpose", SettlePurpose)
def test_f23_what_settles_several_records_acts_on_each_once_and_for_thirty_days(
    walker: Walker, clock: Clock, digests: Digests, purpose: SettlePurpose
) -> None:
    walker.look()
    version, sent_at = walker.alex.get(f"/interviews/{walker.record}").data["version"], clock.now
    path = f"/settle/{SettleLinks(LINKS).token('alex', sent_at.date(), purpose, sent_at)}"
    claim = digests.claim("alex", sent_at.date(), sent_at, LEASE)
    assert claim
    digests.mark_sent(claim, "message-1", sent_at, {purpose: {walker.record: version}})
    walker.came_from[path] = set()
    for age in WHILE_GOOD:
        clock.now = sent_at + age
        walk(walker, f"{sent_at + timedelta(days=40):%Y-%m-%d}")

    late = {}
    for age in OVER:
        clock.now = sent_at + age
        late[age.days] = over(walker, "2026-12-01")

    assert walker.faults == []
    assert late == {age.days: [] for age in OVER}
    assert [*walker.did] == [path]


STEPS = some.lists(
    some.one_of(
        some.tuples(some.just("mail"), some.sampled_from(ActionKind)),
        some.tuples(some.just("read"), some.sampled_from(StepKind)),
        some.tuples(some.sampled_from(["open", "press"]), some.integers(0, 999)),
        some.tuples(some.just("days"), some.sampled_from([1, 3, 13, 29])),
        some.tuples(some.just("owner"), some.sampled_from(["note", "undo", "pause", "resume", "change"])),
    ),
    max_size=30,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_f23_whatever_the_owner_and_whoever_has_their_mails_do_in_turn(
    anybody: Gateway, alex: Gateway, clock: Clock, operations: list[str], steps: list[tuple[str, Any]]
) -> None:
    clock.now = THAT_EVENING
    alex.patch("/owner", {"paused_until": None})
    record = recorded(alex, company=f"Acme {next(COMPANIES)}")
    walker, sent_at = Walker(anybody, alex, record["id"], operations), {}

    for step, what in [("mail", ActionKind.THANKED), ("mail", ActionKind.PAUSE), *steps]:
        known = sorted(walker.came_from)
        if step == "mail":
            sent_at[mailed(walker, what, clock)] = clock.now
        elif step == "read":
            sent_at[mailed_to_read(walker, what, clock)] = clock.now
        elif step == "days":
            clock.now += timedelta(days=what)
        elif step == "owner":
            owner_does(alex, record["id"], what)
            walker.look()
        else:
            path = known[what % len(known)]
            is_good = clock.now < newest_mail(walker, path, sent_at) + LIFETIME
            reply = walker.open(path) if step == "open" else walker.press(path, "2026-12-01")
            assert is_good or reply.status == 410

    assert walker.faults == []


def newest_mail(walker: Walker, path: str, sent_at: dict[str, Any]) -> Any:
    """When the newest of the mails was sent that lead to a link, over however many pages."""
    found, new = {path}, {path}
    while new := {offerer for one in new for offerer in walker.came_from[one]} - found:
        found |= new
    return max(sent_at[one] for one in found if one in sent_at)


def owner_does(alex: Gateway, record: str, what: str) -> None:
    """Something of the owner's own, by their token."""
    if what == "note":
        happened(alex, record, kind="note", note=NOTE)
    elif what == "undo":
        alex.delete(f"/interviews/{record}/events/last")
    elif what == "change":
        position = alex.get(f"/interviews/{record}").data["position"]
        alex.patch(f"/interviews/{record}", {"position": f"{position[:20]}+"})
    else:
        alex.patch("/owner", {"paused_until": "2099-12-31" if what == "pause" else None})


def test_f23_every_address_with_a_secret_in_it_is_walked_or_named_here() -> None:
    """A link of a new kind belongs into the walk above: a page offers it, or a mail has it."""
    secret = {url.path for url in URLS if "{token}" in url.path or "{file}" in url.path}

    assert secret == {
        "/act/{token}",
        "/read/{token}",
        "/settle/{token}",
        "/calendar/{file}",
    }  # the calendar's lasts until its owner makes another
