"""What a letter takes from the notes: the personal touch of a thank-you letter (S3, C4), by ``detail``, and the days
that the owner proposes (S15), by ``proposed_days``."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.language import ENGLISH, Language
from chalicelib.drafts.wording import one_line
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable

LONGEST_TOUCH = 200
SHORTEST_SENTENCE = 4  # words
# The marks of a note line, and the first words that read well in the letter after "I especially liked …". A language
# has its own marks, besides the English ones.
SENTENCE, LIKED = translatable("touch"), translatable("liked")
BEGINNINGS = translatable("the a an your how that this our working talking hearing seeing")
DAYS = translatable("days")
# What is noted of a contact needs no mark if it is one thing that they said: it begins with one of these words, and
# speaks of nobody by a pronoun, as a private remark would ("she asked about my thesis").
SAID_BEGINNINGS = translatable("how that what why where when")
PRONOUNS = translatable("i i'm i've i'd me my mine we our us he he's she she's him his her hers they them their")
_SAID = translatable("I was especially interested to hear {thing}.")
_END_OF_SENTENCE = lazy_pattern(r"[.!?…](?=\s)")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


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


def detail(to: Contact | None, interview: Interview, language: Language = ENGLISH) -> Touch | None:
    """The touch of a letter to a contact: from what is noted of them, and for the first who is thanked from the notes
    of the interview otherwise, so that no two people read the same.

    - A note of a contact with marked lines is read like those of the interview.
    - Without a mark it counts whole, as one thing that they said: ``the team plans its week on paper``. It stays out if
      it has several lines or sentences, or would not read well.
    """
    found = _noted(to, language)
    return found or (touch(interview.notes, language) if turn_of(to, interview) == 0 else None)


def has_unfit_detail(to: Contact | None, language: Language = ENGLISH) -> bool:
    """Whether something is noted of the contact, and stays out of their letter."""
    return to is not None and bool(to.notes and to.notes.strip()) and _noted(to, language) is None


def turn_of(to: Contact | None, interview: Interview) -> int:
    """The place of a contact among those who were there and have an address, 0 for the first (C4); 0 for others."""
    ids = [contact.id for contact in interview.contacts if contact.met and contact.email]
    return ids.index(to.id) if to is not None and to.met and to.id in ids else 0


def proposed_days(notes: str | None, language: Language = ENGLISH) -> str | None:
    """The days that the owner noted for an interview that is to be moved (S15): ``days: 12 or 13 August``. A line with
    the mark of the letter's own language comes before one with the English one."""
    lines = [one_line(line).partition(":") for line in (notes or "").splitlines()]
    marks = (language.say(DAYS).lower(), DAYS)
    days = (text.strip().rstrip(".") for own in marks for mark, _, text in lines if mark.strip().lower() == own)
    return next((text for text in days if text and len(text) <= LONGEST_TOUCH), None)


def _noted(to: Contact | None, language: Language) -> Touch | None:
    notes = to.notes if to else None
    return touch(notes, language) or _said(notes or "", language)


def _said(note: str, language: Language) -> Touch | None:
    """A whole note as a sentence about what they said; None if it would not read well."""
    thing = one_line(note).rstrip(".!")
    if len(note.strip().splitlines()) != 1 or len(thing) > LONGEST_TOUCH or _END_OF_SENTENCE.search(thing):
        return None
    words = [word.lower().replace("’", "'") for word in _WORD.findall(thing)]
    is_said = len(words) > 1 and words[0] in language.say(SAID_BEGINNINGS).split()
    if not is_said or set(words) & set(language.say(PRONOUNS).split()):
        return None
    return Touch(language.say(_SAID, {"thing": thing[0].lower() + thing[1:]}), is_sentence=True)


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
