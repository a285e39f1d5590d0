"""Of which state a form was made. Who saves what an older form holds is told so, and does not win in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.event_form import MADE_FROM

_VERSION = re.compile(r"\d{1,9}", re.ASCII)


def form_etag(values: Mapping[str, str]) -> str:
    """A short name for what stood in a form when it was opened. Not the version: that moves with every digest."""
    return sha256(repr(sorted(values.items())).encode()).hexdigest()[:16]


def check(sent: Mapping[str, object], now_there: Mapping[str, str]) -> None:
    """Raises ``Invalid`` if the form was made of something else than is there now; one that does not say may be."""
    if sent.get(MADE_FROM) not in (None, form_etag(now_there)):
        raise Invalid(Fault(MADE_FROM, "has been changed elsewhere since this form was opened"))


def version(sent: Mapping[str, object]) -> int | None:
    """The version of the record that a form was made of, where that is what it says; None where it does not."""
    said = str(sent.get(MADE_FROM, ""))
    return int(said) if _VERSION.fullmatch(said) else None


def of_form(values: Mapping[str, str], now_there: Mapping[str, str], invalid: Invalid | None) -> str:
    """What a form says of itself when it is shown: what it said before, until its owner has been told of the change."""
    was_told = invalid is not None and any(fault.field == MADE_FROM for fault in invalid.faults)
    return form_etag(now_there) if was_told else values.get(MADE_FROM) or form_etag(now_there)


def without(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields but this one."""
    return {name: value for name, value in sent.items() if name != MADE_FROM}
