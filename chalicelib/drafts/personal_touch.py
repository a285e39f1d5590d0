"""The one personal touch that a thank-you letter takes from the notes (S3). The way in is ``touch``."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.language import ENGLISH, Language
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.step import translatable

LONGEST_TOUCH = 200
SHORTEST_SENTENCE = 4  # words
# The marks of a note line, and the first words that read well in the letter after "I especially liked …". A language
# has its own marks, besides the English ones.
SENTENCE, LIKED = translatable("touch"), translatable("liked")
BEGINNINGS = translatable("the a an your how that this our working talking hearing seeing")


class Touch(Struct, frozen=True):
    """A touch. ``is_sentence``: the owner wrote the whole sentence; otherwise ``text`` names what they liked."""

    text: str
    is_sentence: bool


def touch(notes: str | None, language: Language = ENGLISH) -> Touch | None:
    """The first note line that is marked for the letter and reads well in it, None if there is none.

    Notes are private and free text, so only marked lines are used:

    - ``touch: I have since read your article on queues.`` is a whole sentence, with its capital and its full stop.
    - ``liked: the way your team plans its week`` completes "I especially liked …", and so begins with one of
      ``BEGINNINGS``.

    Any other line, and one longer than 200 characters, stays a note.
    """
    marked_lines = (_touch(line, language) for line in (notes or "").splitlines())
    return next((found for found in marked_lines if found), None)


def has_unfit_touch(notes: str | None, language: Language = ENGLISH) -> bool:
    """Whether a line is marked for the letter, but no marked line reads well in it."""
    lines = [one_line(line) for line in (notes or "").splitlines()]
    marks = [line.partition(":")[0] for line in lines if ":" in line]
    is_any_marked = any(_is_mark(mark, word, language) for mark in marks for word in (SENTENCE, LIKED))
    return is_any_marked and touch(notes, language) is None


def _touch(line: str, language: Language) -> Touch | None:
    mark, _, words = one_line(line).partition(":")
    text = words.strip()
    if len(text) > LONGEST_TOUCH:
        return None
    if _is_mark(mark, SENTENCE, language) and _is_sentence(text):
        return Touch(text, is_sentence=True)
    first, _, rest = text.rstrip(".!").partition(" ")
    if _is_mark(mark, LIKED, language) and rest and first.lower() in language.say(BEGINNINGS).split():
        return Touch(f"{first.lower()} {rest}", is_sentence=False)
    return None


def _is_mark(mark: str, word: str, language: Language) -> bool:
    return mark.strip().lower() in (word, language.say(word).lower())


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SHORTEST_SENTENCE and not text[0].islower() and text[-1] in ".!"
