"""The documented outcomes of calls that go wrong. docs/reliability.md says the same in words.

Requests of the API

| the call | the answer | sent again |
|---|---|---|
| goes through at a further try of the client's, or is only slow | as if nothing had happened | - |
| fails at every try | 503 with ``Retry-After`` | succeeds; what was to be done is done once |
| fails at every try, but only adds to what is done (1) | 503 as above, or as usual without what it adds | as above |

Sent again after it had been done, a request that names a version (``If-Match``) is answered 412, the removal of a
record 404, and 401 what ended the session itself; nothing is done a second time. A new token that nobody got to see
is made once more with ``make token-rotate``.

(1) An offer noted with the owner, the others who are still deciding shown beside it, a later row of an import.

The tick, at 8:00, with a digest due: mails that SES accepts at 8:00, a second later, at 8:04:59, at 8:15, at 8:30

| the call | AWS did not do it | AWS did it, and nobody was told |
|---|---|---|
| as above: survived | 1 0 0 0 0 | 1 0 0 0 0 |
| list who is due | 1 0 0 0 0 (found already) or 0 1 0 0 0 | the same |
| read the account, read the latest digest | 0 1 0 0 0 | the same |
| claim | 0 1 0 0 0 | 0 0 0 1 0: until the lease ends |
| read the records, read the keys | 0 0 0 1 0 | the same |
| read the password of the provider's server | 0 1 0 0 0 | the same |
| send | 0 0 0 1 0; throttled: 0 1 0 0 0 | 1 0 0 1 0: the window |
| mark as sent | 1 0 0 1 0: the window | 1 0 0 0 0 |
| move the owner on | 1 0 0 0 0 | 1 0 0 0 0 |

Where nothing is to be sent (quiet, paused, stopped, refused, sent before) nothing is, whatever goes wrong. In the end
the same is stored as if nothing had.

The function for returned mail: what fails at every try is raised, and SNS comes again; the owner is marked once.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from proofs.faults.call_sites.fates import Fate, Trouble
from proofs.faults.call_sites.flow import Flow

TRY_AGAIN = HTTPStatus.SERVICE_UNAVAILABLE

Mails = tuple[int, ...]

SENT: Mails = (1, 0, 0, 0, 0)
NEXT_TICK: Mails = (0, 1, 0, 0, 0)
AFTER_THE_LEASE: Mails = (0, 0, 0, 1, 0)
TWICE: Mails = (1, 0, 0, 1, 0)

# What may come of a call that failed for good: where AWS did not do it, and where it did.
_TICK: Mapping[str, tuple[set[Mails], set[Mails]]] = {
    "Query digest-due": ({SENT, NEXT_TICK}, {SENT, NEXT_TICK}),
    "GetItem PROFILE": ({NEXT_TICK}, {NEXT_TICK}),
    "Query": ({NEXT_TICK}, {NEXT_TICK}),
    "PutItem DIGEST": ({NEXT_TICK}, {AFTER_THE_LEASE}),
    "Query open": ({AFTER_THE_LEASE}, {AFTER_THE_LEASE}),
    "GetParameter keys": ({AFTER_THE_LEASE}, {AFTER_THE_LEASE}),
    "GetParameter smtp-password": ({NEXT_TICK}, {NEXT_TICK}),
    "SendEmail": ({AFTER_THE_LEASE}, {TWICE}),
    "UpdateItem DIGEST": ({TWICE}, {SENT}),
    "UpdateItem PROFILE": ({SENT}, {SENT}),
}


def answers(flow: Flow, trouble: Trouble) -> set[int]:
    """The statuses that a request may be answered with when one of its calls meets this trouble."""
    if trouble.is_survived:
        return {flow.status}
    return {TRY_AGAIN, flow.status} if flow.may_say_less else {int(TRY_AGAIN)}


def mails(healthy: Mails, trouble: Trouble) -> set[Mails]:
    """What SES may accept, tick by tick; ``healthy`` is what it accepts when all is well."""
    if trouble.is_survived or healthy != SENT:
        return {healthy}
    operation = str(trouble.site.operation)
    if operation == "SendEmail" and trouble.fate is Fate.THROTTLED:
        return {NEXT_TICK}
    not_done, done = _TICK[operation]
    return done if trouble.fate.is_done else not_done


def doubles(accepted: Mails) -> int:
    """How many of the mails were sent a second time."""
    return max(sum(accepted) - 1, 0)
