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


def _path(kind: ActionKind, clock: Clock) -> str:
    return f"/act/{LINKS.token(kind, 'alex', clock.now)}"


def _press(gateway: Gateway, kind: ActionKind, clock: Clock) -> Reply:
    return gateway.send("POST", _path(kind, clock), "", Content_Type="application/x-www-form-urlencoded")


@pytest.mark.usefixtures("token")
def test_a_page_says_that_the_digest_is_paused_only_while_it_is(anybody: Gateway, clock: Clock) -> None:
    done = f"{_path(ActionKind.PAUSE, clock)}?done=yes"
    assert "Recorded." not in anybody.get(done).text

    _press(anybody, ActionKind.PAUSE, clock)
    assert "Recorded." in anybody.get(done).text

    _press(anybody, ActionKind.RESUME, clock)
    assert "Recorded." not in anybody.get(done).text


@pytest.mark.usefixtures("token")
def test_resuming_a_digest_that_is_not_paused_changes_nothing(anybody: Gateway, owners: Owners, clock: Clock) -> None:
    before = owners.save(replace(_account(owners), next_digest_at=TOMORROW))

    assert _press(anybody, ActionKind.RESUME, clock).status == 200

    assert _account(owners) == before


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("was_due_at", "is_due_at"),
    [pytest.param(TOMORROW, THAT_EVENING, id="now"), pytest.param(AN_HOUR_AGO, AN_HOUR_AGO, id="and not later")],
)
def test_a_digest_that_is_resumed_is_due(
    anybody: Gateway, owners: Owners, clock: Clock, was_due_at: datetime, is_due_at: datetime
) -> None:
    owners.save(_with(replace(_account(owners), next_digest_at=was_due_at), **PAUSED))

    _press(anybody, ActionKind.RESUME, clock)

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
