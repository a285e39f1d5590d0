"""The composition root: the one place that puts the rooms together. Each part is made once, on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.drafts.language import ENGLISH
from chalicelib.drafts.language_packs import Languages
from chalicelib.playbook.owner import Owner
from chalicelib.records import table
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.settings import Settings
from chalicelib.web.http.web_services import WebServices

if TYPE_CHECKING:
    from jinja2 import Environment

    from chalicelib.calendar.feed import Feed
    from chalicelib.digest.bounces import BounceHandler
    from chalicelib.digest.compose import Composer
    from chalicelib.digest.digest_as_page import DigestAsPage
    from chalicelib.digest.digest_mail import DigestMail
    from chalicelib.digest.tick import Tick
    from chalicelib.drafts.writer import Writer
    from chalicelib.links.action_links import ActionLinks
    from chalicelib.links.keyring import Keyring
    from chalicelib.records.digest_claims import Digests
    from chalicelib.records.proposals import Proposals
    from chalicelib.view_models.day_view import DayView
    from chalicelib.web.http.sessions import Sessions

TEMPLATES = Path(__file__).parent.parent / "templates"


@cache
def deployed() -> Wiring:
    """The parts of this deployment. Raises BadSetting if the environment is not valid."""
    return Wiring(Settings.from_environment(), now=lambda: datetime.now(UTC))


class Wiring:
    """The parts around a table and a clock. A part that loads Jinja or SES is made only when it is needed."""

    def __init__(self, settings: Settings, now: Callable[[], datetime], templates: Path = TEMPLATES) -> None:
        table.configure(settings.table, settings.region)
        self._settings = settings
        self._templates = templates
        self._languages = Languages(templates)
        self.now = now
        self.owners = Owners()
        self.interviews = Interviews()

    @cached_property
    def services(self) -> WebServices:
        """The services that the routes use."""
        return WebServices(
            now=self.now,
            sender=self._settings.sender,
            owners=self.owners,
            interviews=self.interviews,
            account=lambda: self.owners.get(self._settings.owner_id),
            last_digest=lambda: self.digests.latest(self._settings.owner_id),
            to_settle=self._to_settle,
            writer=lambda: self._writer,
            proposals=lambda: self.proposals,
            digest_page=self._render_digest_page,
            templates=self._templates,
            languages=self._languages,
            links=lambda: self._links,
            sessions=lambda: self._sessions,
            calendar=lambda: self._calendar,
        )

    @cached_property
    def digests(self) -> Digests:
        """The store of the digests that were sent or claimed."""
        from chalicelib.records.digest_claims import Digests

        return Digests()

    @cached_property
    def proposals(self) -> Proposals:
        from chalicelib.records.proposals import Proposals

        return Proposals()

    def _to_settle(self, owner_id: str, on: date) -> Mapping[str, Mapping[str, int]]:
        return self.digests.to_settle(owner_id, on)

    @cached_property
    def _sessions(self) -> Sessions:
        from chalicelib.web.http.sessions import Sessions

        return Sessions(self._keyring)

    @cached_property
    def _keyring(self) -> Keyring:
        """The signing keys, read once something has to be signed or checked: most API requests carry a token instead.

        Raises KeysUnavailable, and tries again the next time.
        """
        from chalicelib.links.keyring import keyring_of

        settings = self._settings
        if settings.keys_parameter is None:
            return keyring_of(settings.signing_keys)
        from chalicelib.links.keys_parameter import stored_keyring
        from chalicelib.parameters import ssm_client

        return stored_keyring(ssm_client(table.connection().session, settings.region), settings.keys_parameter)

    @cached_property
    def _links(self) -> ActionLinks:
        from chalicelib.links.action_links import ActionLinks

        return ActionLinks(self._keyring)

    @cached_property
    def _calendar(self) -> Feed:
        from chalicelib.calendar.feed import Feed

        return Feed(self._writer)

    @cached_property
    def tick(self) -> Tick:
        """What the scheduled function runs. Composer and sender connect only if somebody is due: mostly nobody is."""
        from chalicelib.digest.tick import Tick
        from chalicelib.senders import sender_of

        return Tick(self.owners, self.interviews, self.digests, self._compose, sender_of(self._settings))

    @property
    def time_for_one_owner_ms(self) -> int:
        """What the tick must have left, in milliseconds, to begin with one more owner."""
        from chalicelib.senders import time_for_one_owner_ms

        return time_for_one_owner_ms(self._settings)

    @cached_property
    def bounce_handler(self) -> BounceHandler:
        """What the function for SES's events runs."""
        from chalicelib.digest.bounces import BounceHandler

        return BounceHandler(self.owners)

    def _compose(self, owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        return self._composer(owner, day, on, now)

    @cached_property
    def _composer(self) -> Composer:
        from chalicelib.digest.compose import Composer

        return Composer(self._writer, self._templates, self._settings.sender, self._links, self._settings.address)

    def _render_digest_page(self, owner: Owner, day: DayView, now: datetime, address: str | None) -> str:
        return self._digest_page(owner, day, now, address)

    @cached_property
    def _writer(self) -> Writer:
        from chalicelib.drafts.writer import Writer

        return Writer(self._languages)

    @cached_property
    def _digest_page(self) -> DigestAsPage:
        from chalicelib.digest.digest_as_page import DigestAsPage

        return DigestAsPage(self._writer, self._templates, self._links)


def template_environments(templates: Path) -> Iterator[tuple[Path, Environment]]:
    """Every folder of templates with the environment that renders it, for compiling them in advance.

    The compiled template does not depend on the language in which it is rendered.
    """
    from chalicelib.digest import digest_templates as digest
    from chalicelib.drafts.draft_templates import DraftTemplates
    from chalicelib.web.pages import rendering

    yield templates / "digest", digest.DigestTemplates(templates).templates.of(ENGLISH)
    yield templates / "pages", rendering.PageTemplates(templates).templates.of(ENGLISH)
    languages = Languages(templates)
    for code in languages.codes:
        folder = languages.drafts_in(code)
        yield folder, DraftTemplates(folder, languages.of(code)).templates
