"""Mail scanners open every link: whatever they GET or HEAD, nothing changes."""

from __future__ import annotations

import os
import re
from datetime import timedelta

from chalicelib.records.table import Item
from tests.web.conftest import Clock
from tests.web.gateway import STAGE, Gateway
from tests.web.given import happened, recorded

LINK = re.compile(rf'href="https://afterword\.example{STAGE}(/[^"]*)"')
DIGESTS = int(os.environ.get("DIGESTS", "4"))  # `make test-api` opens the links of 100


def everything() -> list[object]:
    """Every item of the table, as it is stored."""
    return sorted((item.serialize() for item in Item.scan()), key=repr)


def test_a_crawler_that_opens_every_link_of_many_digests_changes_nothing(
    alex: Gateway, anybody: Gateway, clock: Clock
) -> None:
    """As the days pass, the same three records are overdue ever longer; on every tenth day something happens."""
    ids = [recorded(alex, company=company)["id"] for company in ("Acme", "Globex", "Initech")]
    opened = 0
    for day in range(DIGESTS):
        clock.now += timedelta(days=1)
        if day % 10 == 0:
            happened(alex, ids[day // 10 % 3], kind="snoozed", until=f"{clock.now.date() + timedelta(days=2)}")
        links = LINK.findall(alex.get("/digest").text)
        before = everything()

        for link in links:
            opened += 1
            expected = (200,) if link.startswith("/act/") else (200, 401)  # the owner's pages want them to sign in
            assert anybody.send("GET" if opened % 2 else "HEAD", link).status in expected

        assert everything() == before
    assert opened > DIGESTS
