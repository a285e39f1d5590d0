"""The one personal touch that a thank-you letter takes from the notes (S3)."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.language import ENGLISH, Language
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.step import translatable

LONGEST_TOUCH = 200
SHORTEST_SENTENCE = 4  # words
# The marks of a note line, and the words with which what was liked may begin to read well in the thank-you letter
# ("I especially liked …"). A language has its own, beside the English marks.
SENTENCE, LIKED = translatable("touch"), translatable("liked")
BEGINNINGS = translatable("the a an your how that this our working talking hearing seeing")


class Touch(Struct, frozen=True):
    """``is_sentence``: the owner wrote the whole sentence; otherwise ``text`` names what they liked."""

    text: str
    is_sentence: bool


def touch(notes: str | None, language: Language = ENGLISH) -> Touch | None:
    """The first note line that was written for the letter.

    Notes are private and free, so only a line that asks for it is used, and only where it reads well:
    ``touch: I have since read your article on queues.`` is a whole sentence, with its capital and its full stop;
    ``liked: the way your team plans its week`` completes "I especially liked …" and so begins with one of
    ``BEGINNINGS``. What is neither, or longer than 200 characters, stays a note.
    """
    marked_lines = (_touch(line, language) for line in (notes or "").splitlines())
    return next((found for found in marked_lines if found), None)


def has_unfit_touch(notes: str | None, language: Language = ENGLISH) -> bool:
    """Whether a line was marked for the letter, and none of those marked reads well there."""
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
