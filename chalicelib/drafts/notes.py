"""The one personal touch that a thank-you letter takes from the notes (S3)."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.drafts.wording import one_line, sentence

LONGEST_TOUCH = 200


@dataclass(frozen=True, slots=True)
class Touch:
    """``is_sentence``: the owner wrote the whole sentence; otherwise ``text`` names what they liked."""

    text: str
    is_sentence: bool


def touch(notes: str | None) -> Touch | None:
    """The first note line that was written for the letter.

    Notes are private and free, so only a line that asks for it is used, with its words as they are:
    ``touch: I have since read your article on queues.`` is a sentence for the letter, and
    ``liked: the way your team plans its week`` completes "I especially liked …".
    A line over 200 characters is left out.
    """
    marked = (_touch(line) for line in (notes or "").splitlines())
    return next((found for found in marked if found), None)


def _touch(line: str) -> Touch | None:
    mark, _, words = one_line(line).partition(":")
    text = words.strip()
    mark = mark.strip().lower()
    if mark not in {"touch", "liked"} or not text or len(text) > LONGEST_TOUCH:
        return None
    return Touch(sentence(text), is_sentence=True) if mark == "touch" else Touch(text.rstrip(".!"), is_sentence=False)
