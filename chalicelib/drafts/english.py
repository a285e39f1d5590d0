"""Which English a reader expects: the American one, or the one that Britain and most others write.

They differ in dates ("Monday, August 3", "Monday 3 August") and in a few words ("résumé", "CV").
"""

from __future__ import annotations

from chalicelib.drafts.language import AMERICAN

# ISO 3166-1 codes.
_BRITISH = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK", "MT", "PK", "BD", "LK", "NG", "KE", "GH", "JM"})


def is_american(country: str) -> bool:
    """Whether American English is written in a country (ISO 3166)."""
    return country[:2] in AMERICAN


def country_of_english(employer_country: str, owner_country: str) -> str:
    """The country whose English a text between these two is in: the employer's if English is spoken in its offices,
    otherwise the owner's."""
    return employer_country if employer_country[:2] in AMERICAN | _BRITISH else owner_country
