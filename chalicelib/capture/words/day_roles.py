"""What a day that is named is to the message: that of the interview, one to answer by, one that is past or off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum, auto

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_mention import DayMention
from chalicelib.capture.words.phrase_book import Statement
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.sentences import Span


class DayRole(Enum):
    """What a day is to the message."""

    APPOINTMENT = auto()
    DEADLINE = auto()  # something is due by it
    ANSWER = auto()  # they answer on it
    OLD = auto()  # the interview was to be on it, or it does not suit
    OTHER = auto()  # past, the first day of work, the date of a letter


_BEFORE = 40  # characters before and behind a day that tell what it is
_AROUND = 200  # and those that may speak of office hours; a whole sentence for each of its days would be their product
_END = (
    r"\s+(?:(?:the|dem|den|close\s+of(?:\s+business)?(?:\s+on)?|end\s+of(?:\s+the\s+day)?(?:\s+on)?|cob|eod|about"
    r"|around|um)\s+)*$"
)
_DEADLINE = bounded_pattern(
    r"(?<!\w)(?:by|until|till|before|not?\s+later\s+than|latest\s+(?:by|on)|expires?(?:\s+on)?|läuft(?:\s+am)?|deadline\W+(?:is|of|for\s+\w+)?"
    r"|bis(?:\s+(?:zum|spätestens|einschließlich))?|spätestens(?:\s+(?:am|bis(?:\s+zum)?))?|до|не\s+поз(?:днее"
    r"|же)|к)" + _END,
    re.IGNORECASE,
)
_SEE_YOU = bounded_pattern(r"(?:^|\W)(?:bis|до|till|until)\s+(?:(?:dann\s+)?am\s+|zum\s+)?$", re.IGNORECASE)
_AFTER_SEE_YOU = bounded_pattern(r"\s*(?:[!.,)]|$|um\b|at\b|в\b|\()", re.IGNORECASE)
_NOT_EARLIER = bounded_pattern(
    r"(?:not\s+before|no\s+earlier\s+than|earliest|nicht\s+vor|frühestens(?:\s+am)?|не\s+раньше"
    r"|не\s+ранее)\s+(?:the\s+|dem\s+)?$",
    re.IGNORECASE,
)
_FIRST_DAY_OF_WORK = bounded_pattern(
    r"(?<!\w)(?:start(?:ing|s)?(?:\s+date)?|begin(?:ning|s|n)?|commenc\w+|effective|join(?:ing)?\s+us"
    r"|eintritt\w*|arbeitsbeginn|tätigkeit|arbeitsverhältnis|выход\w*\s+на\s+работу|приступ\w+"
    r"|первый\s+рабочий\s+день|first\s+day|erster\s+arbeitstag|probezeit|испытательн\w+)\b[^.!?]{0,20}$",
    re.IGNORECASE,
)
_SINCE = bounded_pattern(
    r"(?<!\w)(?:from|since|as\s+of|ab(?:\s+dem)?|seit(?:\s+dem)?|с|со|начиная\s+с|after|nach(?:\s+dem)?"
    r"|после)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_A_LETTER = bounded_pattern(
    r"(?:(?:application|e-?mail|letter|message|cv|bewerbung|schreiben|mail|nachricht|anfrage|отклик\w*"
    r"|письм\w+|резюме|заявк\w+|вакансия)\s+(?:of|from|on|dated|vom|am|от|за))\s+(?:the\s+)?$"
    r"|(?:posted|published|dated|sent|received|applied|stand|veröffentlicht|gesendet|размещен\w*"
    r"|от)(?:\s+(?:on|am))?\W+$",
    re.IGNORECASE,
)
_SUITS_NOT = bounded_pattern(
    r"[^,;.!?]{0,25}(?<!\w)(?:does(?:n['’]t| not)|won['’]t|will not|isn['’]t|is not|is no longer"
    r"|no longer)\s+(?:\w+\s+)?(?:work|suit|possible|available|an option|fit)"
    r"|[^,;.!?]{0,25}(?<!\w)(?:geht|passt|klappt|ist)\s+(?:\w+\s+){0,3}nicht(?!\s+nur)"
    r"|[^,;.!?]{0,25}(?<!\w)не\s+(?:подход|получ|смог|смож|выйдет|удобно|могу|состоится)",
    re.IGNORECASE,
)
_CANNOT = bounded_pattern(
    r"(?:can(?:['’]t|not)|won['’]t be able to|unable to|not able to|no longer)\s+(?:\w+\s+){0,3}(?:on\s+)?$"
    r"|nicht\s+am\s+$|(?:instead\s+of|rather\s+than|statt|anstatt|anstelle\s+von|вместо"
    r"|а\s+не)\s+(?:\w+\s+){0,2}$|(?<!\w)не\s+(?:во?\s+)?$",
    re.IGNORECASE,
)
_TO = bounded_pattern(
    r"(?<!\w)(?:(?:to|until|till|for|auf(?:\s+den)?|zu|zum|на)\s+(?:the\s+|the\s+\w+\s+of\s+)?"
    r"|(?:предлага\w+|suggest|propose|would|could|can\s+we\s+(?:do|say|make\s+it)|wäre|ginge|passt|schlage)\s+(?:on\s+|am\s+|во?\s+)?)$",
    re.IGNORECASE,
)
_NEW = bounded_pattern(
    r"(?<!\w)(?:instead(?!\s+of)|same\s+time|то\s+же\s+время|(?:gleichen|selben)\s+(?:uhr)?zeit|stattdessen)",
    re.IGNORECASE,
)
_ADJECTIVE = bounded_pattern(r"завтрашн|сегодняшн|morgig|heutig", re.IGNORECASE)
_POSSESSIVE = bounded_pattern(r"['’]s\b")
_FAREWELLS = frozenset(["bis", "bis zum", "bis dann am", "bis am", "до", "till", "until"])
_OFFICE_HOURS = bounded_pattern(
    r"office hours|opening hours|bürozeiten|öffnungszeiten|sprechzeiten|часы работы|график работы|режим работы",
    re.IGNORECASE,
)


def role_of(text: str, mention: DayMention, sentence: Span, said: Sequence[Statement], today: date) -> DayRole:
    """What a day is, by the words around it and by what its sentence says."""
    start, end = max(sentence.start, mention.span.start - _BEFORE), mention.span.end
    before, behind = text[start : mention.span.start], text[end : min(sentence.end, end + _BEFORE)]
    says = {one.says for one in said}
    around = text[max(sentence.start, start - _AROUND) : min(sentence.end, end + _AROUND)]
    if _is_other(before, around, mention, today, says):
        return DayRole.OTHER
    if _is_old(text, mention, before, behind, Says.MOVES in says or Says.CANCELS in says):
        return DayRole.OLD
    if _DEADLINE.search(before) and not (_is_see_you(before, behind) and not _is_asked_or_told(says)):
        return DayRole.DEADLINE
    is_answer = Says.WAITS in says and not says & {Says.INVITES, Says.MEETS, Says.NEXT_ROUND, Says.MOVES}
    return DayRole.ANSWER if is_answer else DayRole.APPOINTMENT


def _is_other(before: str, around: str, mention: DayMention, today: date, says: set[Says]) -> bool:
    is_past = bool(mention.days) and max(mention.days) < today
    is_of_a_meeting = Says.MET_BEFORE in says and mention.is_weekday_only and not says & {Says.INVITES, Says.NEXT_ROUND}
    words = (_FIRST_DAY_OF_WORK, _SINCE, _NOT_EARLIER)
    is_told = any(pattern.search(before) for pattern in words) or (
        _OF_A_LETTER.search(before) and Says.MOVES not in says
    )
    return is_past or is_of_a_meeting or bool(is_told) or _OFFICE_HOURS.search(around) is not None


def _is_old(text: str, mention: DayMention, before: str, behind: str, is_changed: bool) -> bool:
    if _SUITS_NOT.match(behind) or _CANNOT.search(before):
        return True
    if not is_changed:
        return False
    said = text[mention.span.start : mention.span.end]
    is_new = _TO.search(before) or _NEW.search(behind)
    return not is_new or bool(_ADJECTIVE.match(said) or _POSSESSIVE.match(behind))


def _is_see_you(before: str, behind: str) -> bool:
    """ "Bis morgen!", «До вторника!»: a farewell, which names the day of the interview."""
    return (
        _SEE_YOU.search(before[-12:]) is not None
        and _AFTER_SEE_YOU.match(behind) is not None
        and before.strip().lower() in _FAREWELLS
    )


def _is_asked_or_told(says: set[Says]) -> bool:
    return Says.WAITS in says
