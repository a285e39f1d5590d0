"""What a handler is given: the request, its owner, and the instant at which it is answered."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from chalicelib.records.owners import Account
from chalicelib.schemas.validation import RequestSchema, required_fields
from chalicelib.usecases.owner_context import OwnerContext, with_plans_up_to_date
from chalicelib.web.http.authentication import FORM_TOKEN
from chalicelib.web.http.request import NotRead, Request
from chalicelib.web.http.web_services import WebServices

_TOKENS = ("token", FORM_TOKEN)


class AnonymousContext(Struct, frozen=True):
    """A request that needs no token."""

    request: Request
    services: WebServices
    now: datetime

    def of(self, account: Account) -> RequestContext:
        """The request as this owner's, answered in their language from now on, with their plans brought up to date.

        Raises ``StorageUnavailable``.
        """
        self.request.owner_language = account.owner.language
        return RequestContext(
            self.services, self.now, with_plans_up_to_date(self.services, account, self.now), self.request
        )


class RequestContext(OwnerContext, frozen=True):
    """A request of an owner: what a use case needs, and the request itself."""

    services: WebServices
    now: datetime
    account: Account
    request: Request

    @property
    def is_signed_in(self) -> bool:
        """Whether a browser's session let the owner in, and not a token or a link."""
        return self.request.signed_in not in (None, NotRead.YET)

    @property
    def sent(self) -> dict[str, object]:
        """The fields of the body. Those of a form are without its tokens, and its instants in the owner's zone, or in
        the zone of the interview that is sent with them."""
        return self.in_own_time(self.fields)

    @property
    def fields(self) -> dict[str, object]:
        """The fields of the body as they were sent, without the tokens of a form."""
        body = self.request.body
        return {name: value for name, value in body.values.items() if not (body.is_form and name in _TOKENS)}

    def in_own_time(self, fields: dict[str, object], interview_id: str | None = None) -> dict[str, object]:
        """Fields of the body; a form's instants in the zone of the record ``interview_id``, else in the owner's.

        Raises NotFound and UnreadableRecord, but only if an instant depends on the record.
        """
        if not self.request.body.is_form:
            return fields
        from chalicelib.schemas.form_instants import in_own_time  # JSON has plain days, and need not wait for it

        return in_own_time(fields, self.owner.zone, lambda: self._zone_of(interview_id))

    def change_by(self, schema: type[RequestSchema], interview_id: str | None = None) -> dict[str, object]:
        """The fields of the body as a change of what ``schema`` reads, in the time of that record.

        An empty field of a form is an absent one, and stays as it is; but a required one that was emptied is null,
        which is refused: nobody would see that nothing came of it.
        """
        emptied = (name for name in required_fields(schema) if name in self.request.body.blank)
        return {**dict.fromkeys(emptied), **self.in_own_time(self.fields, interview_id)}

    def _zone_of(self, interview_id: str | None) -> ZoneInfo | None:
        name = self.interview(interview_id).interview_time_zone if interview_id else None
        return ZoneInfo(name) if name else None

    def page_after(self, interview_id: str, done: str) -> str:
        """The path that a browser is sent to after its form: the record if it may see it, else the front page."""
        if self.is_signed_in:
            return f"{self.path_to(interview_id)}?done={done}"
        return f"{self.request.prefix}/?recorded={interview_id}"

    def path_to(self, interview_id: str) -> str:
        """The path of a record, stage included."""
        return f"{self.request.prefix}/interviews/{interview_id}"


AnyContext = AnonymousContext | RequestContext
