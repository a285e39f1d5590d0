"""A position as one says it in a sentence. The way in is ``position_as_said``.

Decided once:

- The first part that says what somebody is stays: not the place, firm, team, hours, pay or number around it.
- "VP, Sales" is "VP of Sales", and so with directors and heads; after another comma nothing is said.
- Of alternatives the first is said: "Backend / Fullstack Developer" is "Backend Developer".
- Titles for all genders are said in their short form: "Entwickler:in" is "Entwickler".
- Russian is never inflected back: «позиция аналитика» gives None, «вакансия „Аналитик“» gives «Аналитик».
"""

from __future__ import annotations

import re

from chalicelib.drafts import title_words
from chalicelib.drafts.names.cleaning import printable, without_brackets
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.patterns import lazy_pattern

LONGEST_TITLE, EASILY_SAID = 60, 40  # characters
_MOST_ROUNDS = 8
_SHORT_WORD = 3  # letters: UI/UX, PL/SQL are one word
_TWO = 2
_LOOSE_AT_START = lazy_pattern(r"^(?:[\s\"'“”„«»‘’`,;:!?–—\-/|·•=~…&+)\]]|\.(?![^\W\d_]))+")
_LOOSE_AT_END = lazy_pattern(r"[\s\"'“”„«»‘’`.,;:!?–—\-/|·•=~…&(\[]+$")
_QUOTES = lazy_pattern(r"[\"“”„«»]")
_RANK_AND_DASH = lazy_pattern(rf"^({title_words.RANKS.pattern})\s+[-–—]\s+", re.IGNORECASE)
_SLASH = lazy_pattern(r"(?<=\S)/(?=\S)")


def position_as_said(position: str | None, position_short: str | None, language: str) -> str | None:
    """The position within a sentence of a language, in at most 60 characters; None if it cannot be said cleanly.

    The owner's short name of it wins. English fits into "the … position".
    """
    return next((said for typed in (position_short, position) if typed and (said := _said(typed, language))), None)


def position_within(position: str, width: int) -> str:
    """A position in at most ``width`` characters: its words before a connecting one, or else cut with an ellipsis.

    It never ends in a connecting word («Инженер по …»).
    """
    words = position.split()
    if len(position) <= width:
        return position
    starts = (_trimmed(" ".join(words[:end])) for end in _ends_before_connectors(words))
    if whole := next((start for start in starts if len(start) <= width and _is_enough(start)), ""):
        return whole
    cut = shortened(position, width)
    kept = cut.removesuffix("…").split()
    while kept and kept[-1].lower() in title_words.CONNECTORS:
        kept.pop()
    return f"{_trimmed(' '.join(kept))}…" if kept else ""


def _said(typed: str, language: str) -> str | None:
    text = one_line(typed)
    if _is_plain(text):
        return text
    return _said_of_odd(text, language)


def _is_plain(text: str) -> bool:
    """Whether a title is said as typed: short, plain words, none of which an advertisement adds."""
    words = text.split()
    is_short = 0 < len(text) <= EASILY_SAID and text.isascii()
    return is_short and all(map(_is_plain_word, words)) and title_words.ADDED.isdisjoint(text.lower().split())


def _is_plain_word(word: str) -> bool:
    return word.isalpha() and (word[1:].islower() or title_words.AS_WRITTEN.get(word) == word)


def _said_of_odd(text: str, language: str) -> str | None:
    if text.strip().lower() in title_words.NO_POSITIONS:
        return None
    named = _without_russian_label(text) if language == "ru" else text
    title = _repeatedly_cleaned(_main_part(_without_marks(named)))
    title = _without_shouting(_repeatedly_cleaned(_in_short(title)))
    is_said = sum(map(str.isalpha, title)) >= _TWO and not title_words.LABEL.fullmatch(title)
    return title if is_said and title.lower() not in title_words.NO_POSITIONS else None


def _without_russian_label(text: str) -> str:
    """The title after «вакансия» or «на позицию»; empty, if it is inflected."""
    label = title_words.RUSSIAN_LABEL.fullmatch(text)
    if not label:
        return text
    if quoted := title_words.IN_QUOTES.search(label[1]):
        return quoted[1]
    if re.match(r"[-–—:]\s", label[1]):
        return label[1]
    return label[1] if title_words.NOMINATIVE.fullmatch(label[1].split()[0]) else ""


def _without_marks(text: str) -> str:
    """The text without what is no word of any title: genders, brackets, numbers, pay, hours, links, pictures."""
    text = title_words.GENDERED_ADJECTIVE.sub("r", text)
    for pattern in (title_words.GENDER_ENDINGS, title_words.GENDERS, title_words.ADDRESSES):
        text = pattern.sub("" if pattern is title_words.GENDER_ENDINGS else " ", text)
    text = without_brackets(printable(text)).replace("…", " ")
    for pattern in (title_words.REFERENCES, title_words.PAY_AND_HOURS, _QUOTES):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _main_part(text: str) -> str:
    """The first part between dashes, bars and colons that says what somebody is, or else the first that is no label."""
    text = _RANK_AND_DASH.sub(r"\1, ", text)
    parts = [part for piece in title_words.SEGMENTS.split(text) if (part := _repeatedly_cleaned(piece))]
    parts = [part for part in parts if not title_words.LABEL.fullmatch(part)]
    return next((part for part in parts if title_words.names_work(part)), parts[0] if parts else "")


def _repeatedly_cleaned(part: str) -> str:
    """The part cleaned until nothing more falls off."""
    for _ in range(_MOST_ROUNDS):
        cleaned = _cleaned(part)
        if cleaned == part:
            return part
        part = cleaned
    return ""


def _cleaned(part: str) -> str:
    part = _first_alternative(_by_commas(_trimmed(title_words.CLAUSES.sub("", f" {part} "))))
    part = title_words.LAST_WORDS.sub(
        "", title_words.FIRST_WORDS.sub("", part, count=1) if _has_first_word(part) else part
    )
    words = part.split()
    if len(words) > _TWO and words[0].lower() == "job" and title_words.names_work(" ".join(words[1:])):
        part = " ".join(words[1:])
    return _trimmed(part)


def _has_first_word(part: str) -> bool:
    return title_words.FIRST_WORDS.match(part) is not None


def _trimmed(text: str) -> str:
    return _LOOSE_AT_END.sub("", _LOOSE_AT_START.sub("", " ".join(text.split())))


def _by_commas(text: str) -> str:
    """«Engineer, Senior» in the order in which it is said, "VP, Sales" with its "of", or what is before the comma."""
    title, *rest = [part for piece in text.split(",") if (part := _trimmed(piece))] or [""]
    after = rest[0] if rest else ""
    if after.lower() in title_words.LEVELS:
        return f"{after} {title}"
    if title_words.FUNCTIONS & set(after.lower().split()):
        if title_words.RANKS.fullmatch(title):
            return f"{title} of {after}"
        if title.lower() == "manager":
            return f"{after} {title}"
    return title


def _first_alternative(text: str) -> str:
    """«Backend / Fullstack Developer», «менеджер/администратор»: the first, with what belongs to all of them."""
    first, *others = [part.strip() for part in re.split(r"\s/\s", text) if part.strip()] or [""]
    if others and not title_words.names_work(first) and title_words.names_work(others[-1]):
        first = " ".join([first, *others[-1].split()[1:]])
    before, *after = _SLASH.split(first, maxsplit=1)
    if after and " " in before and " " in after[0] and (title_words.names_work(before) or _is_cyrillic(before)):
        return before
    return " ".join(_one_of(word) for word in first.split())


def _one_of(word: str) -> str:
    parts = _SLASH.split(word)
    is_one = all(len(part) <= _SHORT_WORD for part in parts) or len(parts[0]) == 1
    return title_words.IN_FULL.get(word.lower(), word) if is_one else parts[0]


def _in_short(title: str) -> str:
    """The title if it is easily said, or its first words.

    They go up to a preposition, up to another connecting word, or up to what somebody is.
    """
    words = title.split()
    if len(title) <= EASILY_SAID:
        return title
    nouns = [at + 1 for at, word in enumerate(words) if title_words.names_work(word)]
    starts = [" ".join(words[:end]) for end in (*_ends_before_connectors(words), *reversed(nouns))]
    fitting = (_trimmed(start) for start in starts if _is_fit(start))
    if len(title) <= LONGEST_TITLE:
        has_preposition = not title_words.PREPOSITIONS.isdisjoint(title.lower().split())
        return _trimmed(starts[0]) if has_preposition and _is_enough(starts[0]) else title
    return next(fitting, "")


def _ends_before_connectors(words: list[str]) -> list[int]:
    """Where the title can end: before its first preposition, otherwise before its last connecting words."""
    prepositions = [at for at, word in enumerate(words) if word.lower() in title_words.PREPOSITIONS]
    connectors = [at for at, word in enumerate(words) if word.lower() in title_words.CONNECTORS]
    return [*prepositions[:1], *reversed(connectors)]


def _is_enough(start: str) -> bool:
    """Whether the words before a preposition say by themselves what somebody is."""
    return _is_fit(start) and (title_words.names_work(start) or title_words.names_work_in_russian(start))


def _is_fit(start: str) -> bool:
    is_whole = start.split()[-1:] and start.rsplit(maxsplit=1)[-1].lower() not in title_words.CONNECTORS
    return bool(is_whole) and len(start) <= LONGEST_TITLE and (title_words.names_work(start) or _is_cyrillic(start))


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= sign <= "\u04ff" for sign in text)


def _without_shouting(title: str) -> str:
    """A title in capitals as one writes it otherwise; in Russian only its first word has one."""
    if not title.isupper():
        return title
    words = [_calm(word, is_first=at == 0) for at, word in enumerate(title.split())]
    return " ".join(words)


def _calm(word: str, *, is_first: bool) -> str:
    if word in title_words.AS_WRITTEN:
        return title_words.AS_WRITTEN[word]
    if not is_first and word.lower() in title_words.SMALL_WORDS:
        return word.lower()
    is_abbreviation = len(word) <= _SHORT_WORD and word.lower() not in title_words.SHORT_WORDS
    if is_abbreviation or any(map(str.isdigit, word)) or not re.search(r"[AEIOUYÄÖÜÉАЕЁИОУЫЭЮЯ]", word):
        return word
    first, *rest = word.split("-")
    is_capital_kept = is_first or not _is_cyrillic(word)
    calm = title_words.AS_WRITTEN.get(first, first.capitalize() if is_capital_kept else first.lower())
    others = (
        title_words.AS_WRITTEN.get(part, part.lower() if _is_cyrillic(part) else part.capitalize()) for part in rest
    )
    return "-".join([calm, *others])
