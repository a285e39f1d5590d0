"""Helpers to write plots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]
Plot = Mapping[str, tuple[tuple[str, str, Fields], ...]]

DANA = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example"}
OFFICE = {"role": "office", "phone": "+49 30 23125 000", "extension": "7"}
CALLED, HEARD = {"kind": "called"}, {"kind": "heard_back"}


def facts(company: str, position: str, on: str, **more: Any) -> Fields:
    """The fields of a record as they are sent."""
    return {"company": company, "position": position, "interview_on": on, **more}
