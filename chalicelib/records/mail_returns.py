"""Mail that came back though its address lives: why, and how long that is said."""

from __future__ import annotations

from enum import StrEnum


class MailReturn(StrEnum):
    """Why a digest came back from an address that lives. The next one is tried all the same."""

    POLICY = "refused_by_policy"
    CONTENT = "refused_content"
    SUPPRESSED = "suppressed"


UNTIL_SEEN = frozenset(MailReturn)


def problem_once_sent(problem: str | None) -> str | None:
    """The ``digest_problem`` once a digest was handed over for sending: what refused the last one on its way may refuse
    this one too, and stays until one is seen to arrive."""
    return problem if problem in UNTIL_SEEN else None
