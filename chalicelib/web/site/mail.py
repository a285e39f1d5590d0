"""``/settings/mail``: the owner's word that mail reaches them again, after it came back or was called spam."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.records.owners import EPOCH
from chalicelib.web.answers import Answer, see
from chalicelib.web.call import Call
from chalicelib.web.routes import Routes

routes = Routes(__name__)


@routes.post("/settings/mail", answers={303: None}, refuses=(409,))
def resume_mail(call: Call) -> Answer:
    """Send digests to the same address again, beginning with today's if that has not gone."""
    if call.account.is_mail_stopped:
        call.parts.owners.save(replace(call.account, digest_problem=None, next_digest_at=EPOCH))
    return see(f"{call.incoming.prefix}/settings?saved=yes")
