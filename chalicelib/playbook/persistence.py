"""Roles where persistence is part of the job (W5), guessed from the position unless the record says so.

The list is fixed. A beginning counts where a word of the position starts with it ("salesman", «продажам»),
a whole word only as such: "Head of PR" counts, "Salesforce administrator" and "wholesale" do not.
"""

from __future__ import annotations

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


def expects_persistence(position: str) -> bool:
    """Whether the position's name says that persistence is part of the job (W5)."""
    words = f" {_words(position)} "
    return any(f" {start}" in words for start in _BEGINNINGS) or any(f" {word} " in words for word in WHOLE_WORDS)


def _words(text: str) -> str:
    """Its words in small letters, a space between each: a hyphen parts two."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


_BEGINNINGS = tuple(map(_words, BEGINNINGS))
