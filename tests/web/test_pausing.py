"""Pausing the digest and resuming it with one click, and what else may happen to the settings meanwhile."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.records.owners import Account, Owners
from chalicelib.web.http.application import Afterword
from tests.factories import THAT_EVENING
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway, Reply

PAUSED = {"paused_until": date(2099, 12, 31)}
TOMORROW, AN_HOUR_AGO = THAT_EVENING + timedelta(days=1), THAT_EVENING - timedelta(hours=1)


class Overtaken(Owners):
    """Owners whose account somebody else changes just before it is saved, once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name: str | None = name

    def save(self, account: Account) -> Account:
        """As ever, unless somebody was quicker."""
        name, self._name = self._name, None
        if name:
            super().save(_with(_account(self), name=name))
        return super().save(account)


class Leaving(Owners):
    """Owners of whom one is removed just before the account is saved."""

    is_gone = False

    def save(self, account: Account) -> Account:
        """There is nothing any more that could be changed."""
        self.is_gone = True
        return super().save(replace(account, version=account.version + 1))

    def get(self, owner_id: str) -> Account | None:
        """As ever, until they are gone."""
        return None if self.is_gone else super().get(owner_id)


def _account(owners: Owners) -> Account:
    account = owners.get("alex")
    assert account is not None
    return account


def _with(account: Account, **changes: Any) -> Account:
    return replace(account, owner=replace(account.owner, **changes))


def _path(kind: ActionKind, clock: Clock, pauses: int = 0) -> str:
    return f"/act/{LINKS.token(kind, 'alex', clock.now, version=pauses)}"


def _press(gateway: Gateway, kind: ActionKind, clock: Clock) -> Reply:
    return gateway.send("POST", _path(kind, clock), "", Content_Type="application/x-www-form-urlencoded")


def _undone(gateway: Gateway, page: Reply) -> Reply:
    """The answer to the undo of a page."""
    undo = page.text.split('action="./')[1].split('"')[0]
    return gateway.send("POST", f"/act/{undo}", "", Content_Type="application/x-www-form-urlencoded")


@pytest.mark.usefixtures("token")
def test_a_page_says_that_the_digest_is_paused_only_while_it_is(anybody: Gateway, clock: Clock) -> None:
    done = f"{_path(ActionKind.PAUSE, clock)}?done=yes"
    assert "Recorded." not in anybody.get(done).text

    page = _press(anybody, ActionKind.PAUSE, clock)
    assert "Recorded." in anybody.get(done).text

    _undone(anybody, page)
    assert "Recorded." not in anybody.get(done).text


@pytest.mark.usefixtures("token")
def test_f24_a_link_that_pauses_or_resumes_acts_once(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    first = _press(anybody, ActionKind.PAUSE, clock)
    assert "This is recorded already." in _press(anybody, ActionKind.PAUSE, clock).text
    _undone(anybody, first)
    resumed = _account(owners)

    again = [_press(anybody, ActionKind.PAUSE, clock), _undone(anybody, first)]

    assert _account(owners) == resumed
    assert ["so the link changed nothing" in page.text for page in again] == [True, False]
    assert "This is recorded already." in again[1].text


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        (["2026-09-01"], "the last day without it is "),
        (["2099-12-31"], "The digest is paused until you resume it."),
        (["2026-09-01", None], "The digest comes again."),
    ],
)
def test_f24_a_pause_of_the_owner_s_own_is_ended_by_no_link_and_makes_earlier_links_stale(
    anybody: Gateway, token: str, owners: Owners, clock: Clock, changes: list[str | None], stands: str
) -> None:
    for until in changes:
        assert anybody.signed_in(token).patch("/owner", {"paused_until": until}).status == 200
    before = _account(owners)

    page = _press(anybody, ActionKind.PAUSE, clock)
    for pauses in range(3):
        anybody.send("POST", _path(ActionKind.RESUME, clock, pauses), "")

    assert _account(owners) == before
    assert stands in page.text
    assert ("Resume the digest" in page.text, "Pause for a week" in page.text) == (False, changes[-1] is None)


@pytest.mark.usefixtures("token")
def test_f24_the_undo_of_a_pause_ends_no_other_one(anybody: Gateway, token: str, owners: Owners, clock: Clock) -> None:
    page, alex = _press(anybody, ActionKind.PAUSE, clock), anybody.signed_in(token)
    for until in (None, "2099-12-31"):
        alex.patch("/owner", {"paused_until": until})

    assert "so the link changed nothing" in _undone(anybody, page).text

    assert _account(owners).owner.paused_until == PAUSED["paused_until"]


@pytest.mark.usefixtures("token")
def test_a_link_of_a_release_that_counted_no_pauses_still_acts_once(
    anybody: Gateway, owners: Owners, clock: Clock
) -> None:
    path = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now)}"

    page = anybody.send("POST", path, "")
    _undone(anybody, page)
    anybody.send("POST", path, "")

    assert _account(owners).owner.paused_until is None


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("was_due_at", "is_due_at"),
    [pytest.param(TOMORROW, THAT_EVENING, id="now"), pytest.param(AN_HOUR_AGO, AN_HOUR_AGO, id="and not later")],
)
def test_a_digest_that_is_resumed_is_due(
    anybody: Gateway, owners: Owners, clock: Clock, was_due_at: datetime, is_due_at: datetime
) -> None:
    page = _press(anybody, ActionKind.PAUSE, clock)
    owners.save(replace(_account(owners), next_digest_at=was_due_at))

    _undone(anybody, page)

    assert _account(owners).owner.paused_until is None
    assert _account(owners).next_digest_at == is_due_at


@pytest.mark.usefixtures("token")
def test_a_pause_and_a_change_of_the_settings_at_the_same_moment_both_count(
    app: Afterword, anybody: Gateway, owners: Owners, clock: Clock
) -> None:
    parts = replace(app.services(), owners=Overtaken("Alexa Example"))
    app.services = lambda: parts

    assert _press(anybody, ActionKind.PAUSE, clock).status == 200

    assert _account(owners).owner.name == "Alexa Example"
    assert _account(owners).owner.paused_until == PAUSED["paused_until"]


@pytest.mark.usefixtures("token")
def test_an_owner_who_was_removed_at_the_same_moment_is_not_known_any_more(
    app: Afterword, anybody: Gateway, clock: Clock
) -> None:
    parts = replace(app.services(), owners=Leaving())
    app.services = lambda: parts

    assert _press(anybody, ActionKind.PAUSE, clock).status == 401
