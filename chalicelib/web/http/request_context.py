"""What a handler is given: the request, its owner, and the instant at which it is answered."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from chalicelib.records.owners import Account
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
        """The fields of the body, without the tokens that a form may carry."""
        body = self.request.body
        return {name: value for name, value in body.values.items() if not (body.is_form and name in _TOKENS)}

    def page_after(self, interview_id: str, done: str) -> str:
        """The path that a browser is sent to after its form: the record if it may see it, else the front page."""
        if self.is_signed_in:
            return f"{self.path_to(interview_id)}?done={done}"
        return f"{self.request.prefix}/?recorded={interview_id}"

    def path_to(self, interview_id: str) -> str:
        """The path of a record, stage included."""
        return f"{self.request.prefix}/interviews/{interview_id}"


AnyContext = AnonymousContext | RequestContext
