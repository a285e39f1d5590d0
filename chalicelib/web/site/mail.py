"""``/settings/mail``: the owner's word that mail reaches them again, after it came back or was called spam."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.records.owners import Account
from chalicelib.web.answers import Answer, see
from chalicelib.web.call import Call
from chalicelib.web.preconditions import amended_account
from chalicelib.web.routes import Routes

routes = Routes(__name__)


@routes.post("/settings/mail", answers={303: None}, refuses=(409,))
def resume_mail(call: Call) -> Answer:
    """Send digests to the same address again, beginning with today's if that has not gone."""

    def change(account: Account) -> Account:
        if not account.is_mail_stopped:
            return account
        return replace(account, digest_problem=None, next_digest_at=min(account.next_digest_at, call.now))

    amended_account(call, change)
    return see(f"{call.incoming.prefix}/settings?saved=yes")
