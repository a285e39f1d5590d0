"""What a route is given: the request, who asks, and the instant at which it is answered."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.errors import readable
from chalicelib.places import circumstances
from chalicelib.playbook import rules
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step
from chalicelib.records.owners import Account
from chalicelib.web.http.authentication import FORM_TOKEN
from chalicelib.web.http.request import Incoming, NotRead
from chalicelib.web.http.services import Parts

if TYPE_CHECKING:
    from chalicelib.view_models.day import Day

_TOKENS = ("token", FORM_TOKEN)


class Visit(Struct, frozen=True):
    """A request that needs no token."""

    incoming: Incoming
    parts: Parts
    now: datetime

    def of(self, account: Account) -> Call:
        """The request, once it is known whose it is; from now on it is answered in their language."""
        self.incoming.owner_language = account.owner.language
        return Call(self.incoming, self.parts, self.now, account)


class Call(Visit, frozen=True):
    """A request of an owner."""

    account: Account

    @property
    def owner(self) -> Owner:
        """Who asks."""
        return self.account.owner

    @property
    def today(self) -> date:
        """The day where the owner is (W10)."""
        return self.now.astimezone(self.owner.zone).date()

    @property
    def spoken(self) -> Language:
        """The language in which the owner is spoken to."""
        return self.parts.languages.of(self.owner.language)

    @property
    def is_signed_in(self) -> bool:
        """Whether it is the browser's session that let them in, and not a token or a link."""
        return self.incoming.signed_in not in (None, NotRead.YET)

    @property
    def is_from_a_page(self) -> bool:
        """Whether a browser sent a form, and so expects a page for an answer."""
        return self.incoming.is_form and self.incoming.wants_page

    def plan(self, interview: Interview) -> Plan:
        """What is next in one of the owner's records, as of now. Raises UnreadableRecord."""
        return self._planned(interview, self.now)

    def plan_on(self, interview: Interview, on: date) -> Plan:
        """What will be next at noon of a day to come (owner's zone) if nothing happens before; today it is ``plan``."""
        then = max(self.now, datetime.combine(on, time(12), self.owner.zone))
        return self.plan(interview) if on == self.today else self._planned(interview, then)

    def day(self) -> Day:
        """All open records, planned as of now: one consistent query, however many have ended."""
        from chalicelib.view_models.day import read_day

        return read_day(self.owner, self.parts.interviews.open(self.owner.id), self.now)

    def road_ahead(self, interview: Interview) -> tuple[Step, ...]:
        """All steps to come in one of the owner's records if nobody answers, the next one first."""
        from chalicelib.playbook.road import road_ahead

        with readable(interview.id):
            return road_ahead(interview, circumstances(self.owner, interview), self.now)

    @property
    def sent(self) -> dict[str, object]:
        """The fields that came in the body, without the tokens that a form may carry."""
        body = self.incoming.body
        return {name: value for name, value in body.values.items() if not (body.is_form and name in _TOKENS)}

    def _planned(self, interview: Interview, now: datetime) -> Plan:
        with readable(interview.id):
            return rules.plan(interview, circumstances(self.owner, interview), now)

    def page_after(self, interview_id: str, done: str) -> str:
        """Where a browser goes after its form: to the record, if it is signed in and may see it."""
        if self.is_signed_in:
            return f"{self.path_to(interview_id)}?done={done}"
        return f"{self.incoming.prefix}/?recorded={interview_id}"

    def path_to(self, interview_id: str) -> str:
        """Where a record is found, stage prefix included."""
        return f"{self.incoming.prefix}/interviews/{interview_id}"
