"""What the routes work with; ``wiring`` puts it together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.languages import Languages
from chalicelib.playbook.owner import Owner
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners

if TYPE_CHECKING:
    from chalicelib.calendar.feed import Feed
    from chalicelib.drafts.writer import Writer
    from chalicelib.links.action_links import ActionLinks
    from chalicelib.records.digests import SentDigest
    from chalicelib.view_models.day import Day
    from chalicelib.web.http.sessions import Sessions
    from chalicelib.web.pages.rendering import Pages


class Parts(Struct, frozen=True, kw_only=True):
    """Everything a route may use. ``writer`` and ``pages`` are made on first use: they load Jinja.

    ``account`` and ``last_digest`` are of the owner whom this deployment was made for, for ``/health``.
    """

    now: Callable[[], datetime]
    owners: Owners
    interviews: Interviews
    account: Callable[[], Account | None]
    last_digest: Callable[[], SentDigest | None]
    writer: Callable[[], Writer]
    digest_page: Callable[[Owner, Day, datetime, str | None], str]
    pages: Callable[[], Pages]
    languages: Languages
    links: Callable[[], ActionLinks]
    sessions: Callable[[], Sessions]
    calendar: Callable[[], Feed]
