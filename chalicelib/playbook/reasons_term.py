"""How long an employer has by law to give the reasons of a refusal (S7), by country."""

from __future__ import annotations

# Working days from the day on which the request was presented. Russia: Labour Code, article 64.
REASONS_TERMS = {"RU": 7}


def reasons_term(place: str) -> int | None:
    """The term in working days in a country or a region of it; None where the product knows no such law."""
    return REASONS_TERMS.get(place[:2])
