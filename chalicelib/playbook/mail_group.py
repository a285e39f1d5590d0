"""The groups of the mail, by what waiting would lose (D1)."""

from __future__ import annotations

from enum import IntEnum, auto


class MailGroup(IntEnum):
    """Where an entry stands in the mail; the order is that of the mail."""

    INTERVIEW = auto()  # (a) an interview of today or tomorrow
    OFFER = auto()  # (b) an offer that stands, those who are to be told of it, and withdrawals once one was accepted
    PICK_UP = auto()  # after an absence: what to go on with (D9)
    ASKED = auto()  # (c) what they asked for, on the day for which they did
    THANKS = auto()  # (d) thank-you letters
    STATUS = auto()  # (e) status steps, follow-ups and the call about the reasons
    CLOSING = auto()  # (f) closing words
    TO_CLOSE = auto()  # (g) what is to be closed
