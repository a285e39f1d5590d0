"""``If-Match``: the version that a change is made for."""

from __future__ import annotations

import re

from chalicelib.request_errors import Fault, Malformed, PreconditionFailed
from chalicelib.usecases.retry_on_conflict import VersionCheck
from chalicelib.web.http.request import Request

_VERSION = re.compile(r'(?:W/)?"(\d{1,9})"|(\d{1,9})', re.ASCII)


def expected_version(request: Request) -> int | None:
    """The version that ``If-Match`` names, bare or quoted; None if there is none, or any will do (``*``)."""
    header = request.header("If-Match")
    if header in ("", "*"):
        return None
    matched = _VERSION.fullmatch(header)
    if matched is None:
        raise Malformed(Fault("If-Match", 'is not a version such as "3"'))
    return int(matched[1] or matched[2])


def version_check(request: Request) -> VersionCheck:
    """Raises ``PreconditionFailed`` if the request was made for another version than is there; a record that is not
    there is missed before anybody looks at the header."""

    def check(version: int) -> None:
        if expected_version(request) not in (None, version):
            raise PreconditionFailed

    return check
