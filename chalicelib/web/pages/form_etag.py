"""The state that a form was made from. Saving an outdated form is refused, so that it overwrites nothing silently."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.event_form import MADE_FROM

_VERSION = re.compile(r"\d{1,9}", re.ASCII)


def form_etag(values: Mapping[str, str]) -> str:
    """A short name for what a form held when it was opened. Not the record's version, which every digest changes."""
    return sha256(repr(sorted(values.items())).encode()).hexdigest()[:16]


def check(sent: Mapping[str, object], now_there: Mapping[str, str]) -> None:
    """Raise ``Invalid`` if the form was made from other values than are there now; one without an etag passes."""
    if sent.get(MADE_FROM) not in (None, form_etag(now_there)):
        raise changed_elsewhere()


def changed_elsewhere() -> Invalid:
    """What is raised for a form that was made from other values than are there now."""
    return Invalid(Fault(MADE_FROM, "has been changed elsewhere since this form was opened"))


def version(sent: Mapping[str, object]) -> int | None:
    """The version of the record that a form was made from; None if the form does not carry a version."""
    carried = str(sent.get(MADE_FROM, ""))
    return int(carried) if _VERSION.fullmatch(carried) else None


def etag_to_show(values: Mapping[str, str], now_there: Mapping[str, str], invalid: Invalid | None) -> str:
    """The etag to show a form with: the one it came with, until its owner has been told of the change elsewhere."""
    is_owner_told = invalid is not None and any(fault.field == MADE_FROM for fault in invalid.faults)
    return form_etag(now_there) if is_owner_told else values.get(MADE_FROM) or form_etag(now_there)


def without_etag(sent: Mapping[str, object]) -> dict[str, object]:
    """The sent fields without the etag."""
    return {name: value for name, value in sent.items() if name != MADE_FROM}
