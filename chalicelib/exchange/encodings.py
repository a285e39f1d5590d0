"""Which encoding a table is written in: UTF-8 and UTF-16 show it themselves, for all others it is a guess.

A guess takes what charset-normalizer holds for possible, and of that the encoding whose accented letters all belong to
one language. The ways in are ``encoding_of``, ``decoded`` and ``encoding``, which reads what the sender says.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from chalicelib.exchange.alphabets import ALPHABETS, CYRILLIC, LATIN, OF_SEVERAL_BYTES
from chalicelib.request_errors import Fault, InvalidValue, Malformed

# The encodings that are guessed, the more usual ones first; and those that need no guess.
GUESSED = (*ALPHABETS,)
ENCODINGS = ("utf-8", "utf-16", *GUESSED, "cp1255", "cp1256", "iso8859-2", "iso8859-5", "iso8859-9", "euc_jp")
CERTAIN = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
# What calls itself Latin-1 or ASCII is Windows-1252, as browsers have it: the difference are quotes and dashes.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-15": "cp1252", "utf-8-sig": "utf-8", "gbk": "gb18030"}
_CODECS = {codecs.lookup(name).name: name for name in ENCODINGS}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PARTING = (b"\r", b"\n", b",")
_LEAST_NULS = 10  # one in so many bytes of a half: a table in Cyrillic has them for its commas, digits and spaces alone
_WORDS = re.compile(rb'[^\s,;"]+')
_ACCENTS_ONLY = re.compile(r"(?<![a-zA-Z])[^\W\d_a-zA-Z]{3,}(?![a-zA-Z])")
_LONGEST_LOOKED_AT = 16_384  # bytes of such words
_TYPOGRAPHY = frozenset("–—‘’‚“”„«»…•·€£§°№™®©×¡¿º\N{NO-BREAK SPACE}")  # what stands between words in any language
_APART_FROM_LETTERS = frozenset("€£§°•×©®\N{NO-BREAK SPACE}")
_RARE_IDEOGRAPHS = "\U00020000"  # and all above it
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def encoding(raw: object) -> str:
    """The encoding that the sender names, by any of its names. Raises InvalidValue if it is none that is read here."""
    try:
        name = codecs.lookup(str(raw).strip()).name
    except (LookupError, ValueError):
        name = ""
    known = _READ_AS.get(name) or _CODECS.get(name)
    if known is None:
        raise InvalidValue("is not one of: {choices}", choices=", ".join(ENCODINGS))
    return known


def encoding_of(raw: bytes) -> str:
    """The encoding of a table; a guess, unless it is among ``CERTAIN``."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), None)
    if marked:
        return marked
    if unmarked := _utf_16_without_a_mark(raw):
        return unmarked
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _guess(raw)
    return _guess(raw) if _is_utf_8_by_accident(text) else "utf-8"


def _is_utf_8_by_accident(text: str) -> bool:
    """Whether all that is not ASCII are ideographs so rare that nobody writes them without others: «Ёлка» in cp866."""
    special = {character for character in text if not character.isascii()}
    return bool(special) and min(special) >= _RARE_IDEOGRAPHS


def _utf_16_without_a_mark(raw: bytes) -> str | None:
    """The UTF-16 in which half the bytes, every other one, are NUL where there are Latin letters, digits and signs.

    All that parts cells and lines are such signs, so there are as many NULs as of these. A stray NUL is no UTF-16.
    """
    by_order = {"utf-16-be": raw[::2].count(0), "utf-16-le": raw[1::2].count(0)}
    fewer, more = sorted(by_order.values())
    is_every_other = more * _LEAST_NULS >= len(raw) // 2 and fewer * _LEAST_NULS < more
    if not is_every_other or more < sum(map(raw.count, _PARTING)):
        return None
    return max(by_order, key=lambda name: by_order[name])


def decoded(raw: bytes, name: str) -> str:
    """The text of a table in this encoding. Raises Malformed if it is not written in it."""
    try:
        text = raw.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeError as error:
        raise Malformed(Fault("file", "is not {encoding}", {"encoding": name})) from error
    if _REPLACEMENT in text:
        raise Malformed(Fault("file", "has lost characters on its way; send it as UTF-8, or as the file of a form"))
    return text


def encoded(text: str, name: str) -> bytes:
    """The bytes of which ``text`` was decoded. Raises Malformed if no text in this encoding is decoded to it."""
    try:
        return text.encode(name)
    except UnicodeError as error:
        raise Malformed(Fault("decoded_from", "is not {encoding}", {"encoding": name})) from error


def _guess(raw: bytes) -> str:
    """Of the encodings that are possible the one in which the fewest characters are strange; then the more usual."""
    sample = _sample(raw)
    texts = {name: text for name in _possible(sample) if (text := _text(raw, sample, name)) is not None}
    strange = {name: _number_of_strange(text, name) for name, text in texts.items()}
    return min(strange, key=lambda name: (strange[name], GUESSED.index(name)), default="cp1252")


def _sample(raw: bytes) -> bytes:
    """The words that tell, up to a limit: all that is ASCII is the same in every encoding that is guessed."""
    words: list[bytes] = []
    length = 0
    for matched in _WORDS.finditer(raw):
        if matched[0].isascii():
            continue
        words.append(matched[0][:_LONGEST_LOOKED_AT])
        length += len(words[-1]) + 1
        if length > _LONGEST_LOOKED_AT:
            break
    return b" ".join(words)


def _possible(sample: bytes) -> tuple[str, ...]:
    """All encodings of one byte for a letter, and of the others those that charset-normalizer finds possible."""
    from charset_normalizer import from_bytes  # needed for few files, and slow to load

    found = from_bytes(sample, cp_isolation=[*GUESSED], preemptive_behaviour=False, enable_fallback=False)
    names = {_CODECS.get(codecs.lookup(name).name) for match in found for name in match.could_be_from_charset}
    return tuple(name for name in GUESSED if name in names or name not in OF_SEVERAL_BYTES)


def _text(raw: bytes, sample: bytes, name: str) -> str | None:
    """The sample in this encoding; None if the table cannot be written in it."""
    try:
        raw.decode(name)
        return sample.decode(name)
    except UnicodeDecodeError:
        return None


def _number_of_strange(text: str, name: str) -> int:
    """How many characters belong to no word of a language that is written in this encoding: in the language that
    explains the most of them."""
    special = [character for character in text if not character.isascii() and character not in _TYPOGRAPHY]
    by_language = [sum(character.lower() not in letters for character in special) for letters in ALPHABETS[name]]
    runs = _number_of_bare_accents(text) if name in LATIN else 0
    odd = _number_of_odd_capitals(text) + _number_of_odd_scripts(text) + _number_of_odd_signs(text)
    return min(by_language) + runs + odd


def _number_of_bare_accents(text: str) -> int:
    """How many letters stand in longer words that have accented letters only: a sign of another script."""
    return sum(map(len, _ACCENTS_ONLY.findall(text)))


def _number_of_odd_capitals(text: str) -> int:
    """How often a capital stands within a word that is not written in capitals: a sign of letters that are others."""
    return sum(
        middle.isupper() and (before.islower() or (before.isupper() and not middle.isascii() and after.islower()))
        for before, middle, after in zip(text, text[1:], text[2:] + " ", strict=False)
    )


def _number_of_odd_scripts(text: str) -> int:
    """How often a Latin and a Cyrillic letter stand side by side."""
    scripts = [_script(character) for character in text]
    return sum(bool(a and b and a != b) for a, b in pairwise(scripts))


def _number_of_odd_signs(text: str) -> int:
    """How often two signs stand side by side, or one beside a letter: in any language they stand by themselves."""
    return sum(
        (a in _TYPOGRAPHY and b in _TYPOGRAPHY)
        or (a in _APART_FROM_LETTERS and b.isalpha())
        or (a.isalpha() and b in _APART_FROM_LETTERS)
        for a, b in pairwise(text)
    )


def _script(character: str) -> str:
    if character.isascii():
        return "latin" if character.isalpha() else ""
    return "cyrillic" if character.lower() in CYRILLIC else ""
