"""Roles where persistence is part of the job (W5), guessed from the position unless the record says so.

The list is fixed. A beginning counts where a word of the position starts with it ("salesman", «продажам»),
a whole word only as such: "Head of PR" counts, "Salesforce administrator" and "wholesale" do not.
"""

from __future__ import annotations

import re

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
_PERSISTENT = re.compile(
    r"\b(?:"
    + "|".join([re.escape(start) for start in BEGINNINGS] + [re.escape(word) + r"\b" for word in WHOLE_WORDS])
    + ")",
    re.IGNORECASE,
)


def expects_persistence(position: str) -> bool:
    """Whether the position's name says that persistence is part of the job (W5)."""
    return _PERSISTENT.search(" ".join(position.split())) is not None
