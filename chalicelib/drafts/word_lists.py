"""Lists of words as one reads them: between spaces, over as many lines as they need."""

from __future__ import annotations


def words(text: str, separator: str | None = None) -> frozenset[str]:
    """The words of a text, or what stands between separators, line ends and all spaces around it left out."""
    return frozenset(word.strip() for word in text.split(separator) if word.strip())
