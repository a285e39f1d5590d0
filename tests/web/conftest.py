"""The API as it is deployed: the application with its routes, real records on an empty table, and a clock to set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from chalicelib.calendar.feed import Feed
from chalicelib.digest.digest_as_page import DigestAsPage
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.proposals import Proposals
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.sessions import Sessions
from chalicelib.web.http.web_services import WebServices
from chalicelib.web.urls import BLUEPRINT
from tests.factories import THAT_EVENING, an_owner
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import recorded

SENDER = "afterword@example.org"
TEMPLATES = Path(__file__).parents[2] / "templates"
KEYS = keyring_of(["newest-" + "n" * 32, "older-" + "o" * 32])
SESSIONS = Sessions(KEYS)
LINKS = ActionLinks(KEYS)
WRITER = Writer(Languages(TEMPLATES))


@dataclass
class Clock:
    """The clock of the tests; it shows what it was set to."""

    now: datetime = THAT_EVENING


@pytest.fixture
def clock() -> Clock:
    """Monday 3 August 2026, 18:00 in Berlin, until it is set to another instant."""
    return Clock()


@pytest.fixture
def owner() -> Owner:
    """Alex Example in Berlin."""
    return an_owner()


@pytest.fixture
def app(owners: Owners, interviews: Interviews, digests: Digests, clock: Clock, owner: Owner) -> Iterator[Afterword]:
    """The application as ``app.py`` makes it, around an empty table."""
    parts = WebServices(
        now=lambda: clock.now,
        sender=SENDER,
        owners=owners,
        interviews=interviews,
        account=lambda: owners.get(owner.id),
        last_digest=lambda: digests.latest(owner.id),
        to_settle=digests.to_settle,
        writer=lambda: WRITER,
        proposals=Proposals,
        digest_page=DigestAsPage(WRITER, TEMPLATES, LINKS),
        templates=TEMPLATES,
        languages=WRITER.languages,
        links=lambda: LINKS,
        sessions=lambda: SESSIONS,
        calendar=lambda: Feed(WRITER),
    )
    app = Afterword(app_name="afterword")
    app.services = lambda: parts
    app.register_blueprint(BLUEPRINT)
    yield app
    app.log.handlers.clear()  # they write to what pytest has captured for this test only


@pytest.fixture
def anybody(app: Afterword) -> Gateway:
    """Requests without a token."""
    return Gateway(app)


@pytest.fixture
def token(owners: Owners, owner: Owner) -> str:
    """The token of an owner who is known."""
    token, token_hash = new_token(owner.id)
    owners.add(owner, token_hash)
    return token


@pytest.fixture
def alex(anybody: Gateway, token: str) -> Gateway:
    """Requests of that owner."""
    return anybody.signed_in(token)


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """Acme, interviewed today."""
    return recorded(alex)


@pytest.fixture
def kims_token(owners: Owners) -> str:
    """Kim's token; Kim is in Berlin too."""
    text, secret_hash = new_token("kim")
    owners.add(an_owner(id="kim", name="Kim Moss"), secret_hash)
    return text


@pytest.fixture
def browser(anybody: Gateway, kims_token: str) -> Browser:
    """Kim's browser, signed in."""
    browser = Browser(anybody)
    assert browser.sign_in(kims_token).status == 200
    return browser


@pytest.fixture
def alexs_browser(anybody: Gateway, token: str) -> Browser:
    """Alex's browser, signed in."""
    browser = Browser(anybody)
    assert browser.sign_in(token).status == 200
    return browser
