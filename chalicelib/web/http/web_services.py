"""What the handlers work with; ``wiring`` makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.playbook.owner import Owner
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import Services

if TYPE_CHECKING:
    from chalicelib.calendar.feed import Feed
    from chalicelib.links.action_links import ActionLinks
    from chalicelib.records.digest_claims import StoredDigest
    from chalicelib.view_models.day_view import DayView
    from chalicelib.web.http.sessions import Sessions


class WebServices(Services, frozen=True, kw_only=True):
    """Everything that a handler may use, with what its use case needs. What loads Jinja or the signing keys is made on
    first use. ``templates`` is the folder of all texts.

    ``account`` and ``last_digest`` are those of the owner whom this deployment was made for; ``/health`` reads them.
    ``sender`` is the address that digests come from. ``to_settle`` says which records, at which versions, the digest of
    a day listed to be settled, by purpose.
    """

    now: Callable[[], datetime]
    sender: str
    account: Callable[[], Account | None]
    last_digest: Callable[[], StoredDigest | None]
    to_settle: Callable[[str, date], Mapping[str, Mapping[str, int]]]
    digest_page: Callable[[Owner, DayView, datetime, str | None], str]
    templates: Path
    links: Callable[[], ActionLinks]
    sessions: Callable[[], Sessions]
    calendar: Callable[[], Feed]
