"""``If-Match``: the version of a record that a change is meant for."""

from __future__ import annotations

import re

from chalicelib.request_errors import Fault, Malformed, PreconditionFailed
from chalicelib.schemas.record_fields import LAST_VERSION
from chalicelib.usecases.retry_on_conflict import VersionCheck
from chalicelib.web.http.request import Request

_DIGITS = rf"\d{{1,{len(str(LAST_VERSION))}}}"
_VERSION = re.compile(rf'(?:W/)?"({_DIGITS})"|({_DIGITS})', re.ASCII)


def expected_version(request: Request) -> int | None:
    """The version that ``If-Match`` names, bare or quoted; None without one or for ``*`` (any). Raises Malformed."""
    header = request.header("If-Match")
    if header in ("", "*"):
        return None
    matched = _VERSION.fullmatch(header)
    if matched is None:
        raise Malformed(Fault("If-Match", 'is not a version such as "3"'))
    return int(matched[1] or matched[2])


def version_check(request: Request) -> VersionCheck:
    """A check that raises ``PreconditionFailed`` if the request is meant for another version than the record's.

    The header is read by the check, not here, so that a record that does not exist is reported first.
    """

    def check(version: int) -> None:
        if expected_version(request) not in (None, version):
            raise PreconditionFailed

    return check
