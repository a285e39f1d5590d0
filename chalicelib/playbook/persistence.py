"""Roles where persistence is part of the job (W5), guessed from the position unless the record says so.

The list is fixed:

- A beginning counts where a word of the position starts with it ("salesman", «продажам»).
- A whole word counts only by itself: "Head of PR" counts, "Salesforce administrator" and "wholesale" do not.
"""

from __future__ import annotations

from chalicelib.playbook.interview import Interview

BEGINNINGS = (
    # English
    "salesm",
    "salesp",
    "salesw",
    "seller",
    "selling",
    "account executive",
    "account manager",
    "business develop",
    "public relations",
    "press officer",
    "spokes",
    "fundrais",
    "telemarket",
    "telesales",
    "realtor",
    "real estate agent",
    "promoter",
    # Russian
    "продаж",
    "продав",
    "сбыт",
    "торговый представител",
    "торгового представител",
    "связям с общественностью",
    "связи с общественностью",
    "пиар",
    "пресс-секретар",
    "развитию бизнеса",
    "телемаркет",
    "риелтор",
    "риэлтор",
    "фандрайз",
    "промоутер",
)
WHOLE_WORDS = ("sales", "pr")


def is_persistence_expected(interview: Interview) -> bool:
    """Whether persistence is part of the job: as recorded, or else guessed from the position (W5)."""
    recorded = interview.persistence_expected
    return expects_persistence(interview.position) if recorded is None else recorded


def expects_persistence(position: str) -> bool:
    """Whether the position's name says that persistence is part of the job (W5)."""
    words = f" {_normalized(position)} "
    return any(f" {start}" in words for start in _NORMALIZED_BEGINNINGS) or any(
        f" {word} " in words for word in WHOLE_WORDS
    )


def _normalized(text: str) -> str:
    """The words of a text in lower case, with one space between them; a hyphen separates two words."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


_NORMALIZED_BEGINNINGS = tuple(map(_normalized, BEGINNINGS))
