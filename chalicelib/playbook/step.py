"""A step: one thing to do, with its kind, its day, and its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum

from msgspec import Struct, field

Fact = date | int | str


# Each kind is declared in step_kinds.py. The API's description shows the docstrings of the enumerations.
class StepKind(StrEnum):
    """What is to be done. The names are the contract's. ``reasons_request``, ``offer_letter`` and all after it are
    drafts only, for the owner to take where they fit (S7, M2, S10 to S16).
    """

    CLOSING_QUESTION = "closing_question"
    THANK_YOU_LETTER = "thank_you_letter"
    STATUS_CALL = "status_call"
    STATUS_LETTER = "status_letter"
    RECEIPT_CALL = "receipt_call"
    FOLLOW_UP_CALL = "follow_up_call"
    AGREED_CALL = "agreed_call"
    CLOSING_CONTACT = "closing_contact"
    REASONS_CALL = "reasons_call"
    REASONS_REQUEST = "reasons_request"
    REASONS_DEADLINE = "reasons_deadline"
    ANSWER_OFFER = "answer_offer"
    MOVE_ON = "move_on"
    OFFER_LETTER = "offer_letter"
    OFFER_TIME = "offer_time"
    OFFER_TIME_CALL = "offer_time_call"
    OFFER_ACCEPTANCE = "offer_acceptance"
    OFFER_DECLINING = "offer_declining"
    WITHDRAWAL = "withdrawal"
    REFUSAL_ANSWER = "refusal_answer"
    RESCHEDULE = "reschedule"
    STILL_INTERESTED = "still_interested"


class Missing(StrEnum):
    """The detail without which a step cannot be done as it stands (C)."""

    PHONE = "phone"
    ADDRESS = "address"


def translatable(sentence: str) -> str:
    """The sentence itself. The call marks it for the catalogs where it stands; it is translated when it is shown."""
    return sentence


class Reason(Struct, frozen=True):
    """Why something is so: an English sentence with ``{named}`` facts, and the rules behind it.

    The sentence is also the key of its translation in a catalog. Days stay dates until a language writes them. A
    sentence that counts a ``number`` of things has a ``plural`` too.
    """

    sentence: str
    rules: tuple[str, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    plural: str | None = None
    number: int = 1


class Step(Struct, frozen=True, kw_only=True):
    """One thing to do on a day.

    - ``due_on``: a working day where the employer is (W10), unless the step may be done on any day (T).
    - ``at``: an agreed time, in the owner's zone.
    - ``missing``: what the record lacks for this step (C).
    - ``is_second_letter``: it is the shorter status letter (W7).
    - ``is_for_the_day``: it asks for the day that they have not named yet, not for the decision (W13).
    - ``snoozed_until``: the day that the owner asked for; ``due_on`` already takes it into account.
    """

    kind: StepKind
    due_on: date
    reasons: tuple[Reason, ...]
    at: time | None = None
    missing: Missing | None = None
    is_second_letter: bool = False
    is_for_the_day: bool = False
    snoozed_until: date | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules behind this step, each once, in the order of its reasons."""
        return tuple(dict.fromkeys(rule for reason in self.reasons for rule in reason.rules))
