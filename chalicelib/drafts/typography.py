"""Russian typography: no-break spaces, the dash, and quotation marks. The way in is ``typeset``."""

from __future__ import annotations

from chalicelib.patterns import lazy_pattern

NO_BREAK = "\u00a0"
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_UNITS = (
    "%|₽|€|руб(?:\\.|лей|ля|ль)?|тыс\\.?|млн|млрд|г\\.|год(?:а|у|ом)?|лет|дн(?:я|ей)|день|недел[ьюия]|мин(?:\\.|ут[аы]?)?"
    "|час(?:а|ов)?|км|кг|шт\\."
)
_LEGAL_FORMS = "ООО|ПАО|НАО|ЗАО|ОАО|АО|АНО|НКО|ФГУП|ГУП|МУП|ИП|ТОО|ОДО"
_NO_BREAKS = lazy_pattern(
    rf"(?<=\d) (?=(?:{_MONTHS}|{_UNITS})(?!\w))"
    r"|(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])"
    r"|(?<=[а-яё]) (?=[А-ЯЁ]\.(?: ?[А-ЯЁ]\.)(?!\w))"
    r"|(?<=№) (?=\d)"
)
_YEAR = lazy_pattern(rf"(?<=\d[ {NO_BREAK}])({_MONTHS}) (?=\d{{4}}\b)")
_LEGAL_NAME = lazy_pattern(rf"\b({_LEGAL_FORMS}) (?=[«„\"А-ЯЁA-Z])")
_LEGAL_FORM = lazy_pattern(rf"(?:{_LEGAL_FORMS})(?!\w)")
_BARE_LEGAL_NAME = lazy_pattern(r"(?!ИП\b)(\w+) ([^«»„“\"]+)")
# A hyphen between two numbers may be a part of a phone number.
_DASH = lazy_pattern(rf"(?<=\S)[ {NO_BREAK}](?:—|[-–](?! \d)|(?<!\d[ {NO_BREAK}])[-–]) (?=\S)")
_STRAIGHT = lazy_pattern(r"\"([^\"\n]+)\"")
_INNER = "„\\1“"
_QUOTED = lazy_pattern(r"[«„\"]([^«»„“”\"]*)[»“”\"]")


# The noun that a sentence of the interface has before a name, where the name has one of its own.
_NOUN = lazy_pattern(rf"(?i:компани)[а-яё]+ (?=(?:{_LEGAL_FORMS})(?!\w))")
_NO_FIRM = lazy_pattern(
    r"(компани)([а-яё]+) (?=«(?:Больница|Поликлиника|Клиника|Школа|Гимназия|Лицей|Университет|Институт|Колледж|Театр"
    r"|Музей|Библиотека|Фонд|Министерство|Администрация|Центр|Академия)\b)"
)


def typeset(text: str) -> str:
    """A finished Russian text with its no-break spaces, dashes and guillemets. Doing it again changes nothing.

    No line breaks between a day and its month, a number and its unit, initials and a surname, «№» and its number, or a
    legal form and the name behind it, nor before a dash. Phone numbers stay as they are.
    """
    text = _NO_BREAKS.sub(NO_BREAK, _STRAIGHT.sub(r"«\1»", text))
    text = _LEGAL_NAME.sub(rf"\1{NO_BREAK}", _YEAR.sub(rf"\1{NO_BREAK}", text))
    return _DASH.sub(f"{NO_BREAK}— ", text)


def guillemets(name: str) -> str:
    """A name in guillemets; quotation marks inside it become the inner ones: «Менеджер проекта „Альфа“»."""
    whole = _QUOTED.fullmatch(name)
    return f"«{whole[1]}»" if whole else f"«{_QUOTED.sub(_INNER, name)}»"


def with_one_noun(sentence: str) -> str:
    """A sentence of the interface that names a company: no «компания» before a legal form, and no hospital or school is
    called one."""
    return _NO_FIRM.sub(r"организаци\2 ", _NOUN.sub("", sentence))


def firm(name: str) -> str:
    """A company within a sentence: its legal form and its name, or else «компании» and its name in guillemets."""
    if not _LEGAL_FORM.match(name):
        return f"компании {guillemets(name)}"
    bare = _BARE_LEGAL_NAME.fullmatch(name)
    return f"{bare[1]} «{bare[2]}»" if bare else _STRAIGHT.sub(r"«\1»", name)
