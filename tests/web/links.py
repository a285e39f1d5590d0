"""Make a digest's links, and press their buttons."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.read_links import ReadLinks
from chalicelib.playbook.step import StepKind
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import STAGE, Gateway, Reply

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = {"Sec-Fetch-Mode": "navigate", "Accept": "text/html"}


def link(kind: ActionKind, record: dict[str, Any], clock: Clock, links: ActionLinks = LINKS) -> str:
    """The path of Alex's link about a record at its present version."""
    return f"/act/{links.token(kind, 'alex', clock.now, record['id'], record['version'])}"


def pressed(gateway: Gateway, path: str, body: str = "", **headers: str) -> Reply:
    """Press the button of a link's page, with the form's fields in ``body``; the answer."""
    return gateway.send("POST", path, body, **(FORM | headers))


def events(alex: Gateway, record: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of a record."""
    return list(alex.get(f"/interviews/{record['id']}").data["events"])


def reading(kind: StepKind, record: dict[str, Any], clock: Clock) -> str:
    """The path of the link by which Alex's mail of now opens a step of a record."""
    return f"/read/{ReadLinks(LINKS).token('alex', record['id'], kind, clock.now)}"


def links_in(page: str, root: str) -> list[str]:
    """The links of a page that begin with ``root``, without the stage."""
    return [unescape(link) for link in re.findall(rf'href="{STAGE}({root}[^"]*)"', page)]
