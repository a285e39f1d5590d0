"""The owner's own form of address: "Ms Winter", «Дана Сергеевна», without the "Dear" that some type before it."""

from __future__ import annotations

import re

from chalicelib.drafts.names.capitals import is_in_capitals, with_capitals
from chalicelib.drafts.names.cleaning import printable, without_addresses, without_brackets, without_greetings
from chalicelib.drafts.names.name_field import named_in
from chalicelib.drafts.names.name_parts import Named, Salutation
from chalicelib.drafts.names.office_names import is_role
from chalicelib.drafts.names.vocabulary import HONORIFICS, bare
from chalicelib.drafts.word_lists import words
from chalicelib.patterns import lazy_pattern

LONGEST_SALUTATION = 80  # characters
_REMARK = lazy_pattern(r"\s+[-–—]\s.*|\s*[|;/].*")
_HOW_NOT_WHOM = lazy_pattern(
    r"(?:by |on )?(?:(?:first|last|given)[ -]names?(?: basis| terms)?|(?:in)?formal(?:ly)?|casual|polite)"
    r"|du|sie|per du|per sie|siezen|duzen|tu|vous"
    r"|на (?:ты|вы)|по имени(?:[ -](?:и )?отчеству)?|n/?a|none|no|yes|(?:she|he|they)(?:\s*/\s*\w+)?|нет|да",
    re.IGNORECASE,
)
_COMMON_WORDS = words(
    """
    all everyone everybody or and sir madam colleagues folks committee коллеги все
    """
)


def salutation_in(field: str, named: Named) -> Salutation:
    """The form of address in a field. One that is only a title ("Ms") takes the last name of the one person named."""
    words, gender = without_greetings(_REMARK.sub("", without_addresses(without_brackets(printable(field)))))
    if "/" in field and _HOW_NOT_WHOM.fullmatch(field.strip()):
        return Salutation()
    is_unfit = "@" in words or len(words) > LONGEST_SALUTATION or _HOW_NOT_WHOM.fullmatch(words)
    if is_unfit or not any(map(str.isalpha, words)):
        return Salutation(gender=gender)
    text = words if bare(words) not in HONORIFICS else _with_last_name(words, named)
    if not text:
        return Salutation(gender=gender)
    own = named_in(text, "en")
    genders = {gender, own.gender} - {""}
    if "," in text:
        text = own.people[0].parts.whole if own.people else text.partition(",")[0]
    said = _with_capitals(text)
    gender = genders.pop() if len(genders) == 1 else ""
    return Salutation(said, said if own.people and not _is_common(text) else None, gender)


def _with_last_name(honorific: str, named: Named) -> str | None:
    family = named.people[0].parts.family if len(named.people) == 1 else ""
    return f"{honorific} {family}" if family else None


def _with_capitals(text: str) -> str:
    """The capitals that are sure; as typed where it is an office, or everybody."""
    words = text.split()
    cased = with_capitals(words)
    return " ".join(word if _stays(word) else better for word, better in zip(words, cased, strict=True))


def _stays(word: str) -> bool:
    is_small_title = bare(word) in HONORIFICS and not word.isascii() and not is_in_capitals(word)
    return is_small_title or is_role(word) or bare(word) in _COMMON_WORDS


def _is_common(text: str) -> bool:
    return any(bare(word) in _COMMON_WORDS for word in text.split())
