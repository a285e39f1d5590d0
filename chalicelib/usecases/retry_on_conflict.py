"""Changing what one has read: ``If-Match``, and trying again where the last writer may win."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.interview import Interview
from chalicelib.records.owners import Account
from chalicelib.refusals import Fault, Malformed, Outdated
from chalicelib.web.http.context import Call
from chalicelib.web.http.http_errors import Unknown
from chalicelib.web.http.request import Incoming

TRIES = 4
_VERSION = re.compile(r'(?:W/)?"(\d{1,9})"|(\d{1,9})', re.ASCII)


def expected_version(incoming: Incoming) -> int | None:
    """The version that ``If-Match`` names, bare or quoted; None if there is none, or any will do (``*``)."""
    header = incoming.header("If-Match")
    if header in ("", "*"):
        return None
    matched = _VERSION.fullmatch(header)
    if matched is None:
        raise Malformed(Fault("If-Match", 'is not a version such as "3"'))
    return int(matched[1] or matched[2])


def check_version(incoming: Incoming, version: int) -> None:
    """Raises ``Outdated`` if the request was made for another version."""
    if expected_version(incoming) not in (None, version):
        raise Outdated


def amended_account(call: Call, change: Callable[[Account], Account]) -> Account:
    """The owner's account, changed and stored, again if the tick or somebody else was quicker; as it is, if nothing
    changes. Raises ``Unknown`` if it is gone."""
    account: Account | None = call.account
    for _ in range(TRIES):
        if account is None:
            raise Unknown
        changed = change(account)
        if changed == account:
            return account
        with suppress(ChangedMeanwhile):
            return call.parts.owners.save(changed)
        account = call.parts.owners.get(call.owner.id)
    raise ChangedMeanwhile


def _never(_before: Interview, _now: Interview) -> bool:
    return False


def amended(
    call: Call,
    interview_id: str,
    write: Callable[[Interview], Interview],
    is_made: Callable[[Interview, Interview], bool] = _never,
) -> Interview:
    """Read the record and ``write`` it changed, again if somebody else was quicker and no version was named.

    ``is_made`` says of the record as it was first read, and as it is now, whether this very change is made already: it
    landed, but its answer was lost, and somebody wrote after it. What may not be made twice needs it.
    """
    before: Interview | None = None
    for _ in range(TRIES):
        interview = call.parts.interviews.get(call.owner.id, interview_id)
        if before and is_made(before, interview):
            return interview
        before = before or interview
        check_version(call.incoming, interview.version)
        with suppress(ChangedMeanwhile):
            return write(interview)
    raise ChangedMeanwhile
