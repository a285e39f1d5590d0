"""A person, or a main line, at the employer."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What the contact is to this selection; the ladder (C) ranks them."""

    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    SUPERVISOR = "supervisor"
    CEO = "ceo"
    OFFICE = "office"


class Contact(Struct, frozen=True, kw_only=True):
    """Someone to call or to write to. ``phone`` and ``email`` are kept as they were given."""

    role: Role = Role.RECRUITER
    name: str | None = None
    phone: str | None = None
    extension: str | None = None
    email: str | None = None
