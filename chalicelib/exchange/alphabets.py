"""The letters besides A to Z that languages are written with, by the old encodings in which tables are kept.

``ALPHABETS`` has the encodings in the order of their use: where two explain a table equally well, the first is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping

Letters = frozenset[str]

_WESTERN: tuple[Letters, ...] = (
    frozenset("äöüß"),  # German
    frozenset("åäöé"),  # Swedish
    frozenset("äöåšž"),  # Finnish
    frozenset("æøåéèêóòâô"),  # Danish, Norwegian
    frozenset("àâæçéèêëîïôœùûüÿ"),  # French
    frozenset("áéíñóúüªº"),  # Spanish
    frozenset("áâãàçéêíóôõúü"),  # Portuguese
    frozenset("àèéìîòóù"),  # Italian
    frozenset("áéëïóöüèê"),  # Dutch
    frozenset("áðéíóúýþæö"),  # Icelandic
    frozenset("àèéíïòóúüç"),  # Catalan
    frozenset("äëéèêôûüïàç"),  # Luxembourgish, and names on both sides of a border
    frozenset("äöüßàâçéèêëîïôœùûáíñóú"),  # several of them in one table
)
_CENTRAL: tuple[Letters, ...] = (
    frozenset("ąćęłńóśźż"),  # Polish
    frozenset("áčďéěíňóřšťúůýž"),  # Czech
    frozenset("áäčďéíĺľňóôŕšťúýž"),  # Slovak
    frozenset("áéíóöőúüű"),  # Hungarian
    frozenset("čćđšž"),  # Croatian, Slovene
    frozenset("ăâîşţ"),  # Romanian, with cedillas as this encoding has them
    frozenset("ąćęłńóśźżäöüß"),  # Polish beside German
    frozenset("áčďéěíňóřšťúůýžäöüß"),  # Czech beside German
)
_TURKISH: tuple[Letters, ...] = (frozenset("çğıöşüâîû") | {"İ".lower()},)  # its small letter is two characters
_BALTIC: tuple[Letters, ...] = (frozenset("ąčęėįšųūž"), frozenset("āčēģīķļņšūž"), frozenset("äõöüšž"))
_GREEK: tuple[Letters, ...] = (frozenset("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"),)
_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
CYRILLIC = _RUSSIAN | frozenset("іїєґў")
_CYRILLIC: tuple[Letters, ...] = (_RUSSIAN, CYRILLIC - frozenset("ёыъэў"), CYRILLIC - frozenset("иъщїєґ"))


def _between(first: int, last: int) -> Letters:
    return frozenset(map(chr, range(first, last + 1)))


_PUNCTUATION = frozenset("、。「」・（）：，！？ー")
_HANGUL: tuple[Letters, ...] = (_between(0xAC00, 0xD7A3) | _PUNCTUATION,)
_IDEOGRAPHS = _between(0x4E00, 0x9FFF) | _PUNCTUATION
_JAPANESE: tuple[Letters, ...] = (_IDEOGRAPHS | _between(0x3041, 0x3096) | _between(0x30A1, 0x30FE),)

ALPHABETS: Mapping[str, tuple[Letters, ...]] = {
    "cp1252": _WESTERN,
    "cp1251": _CYRILLIC,
    "cp1250": _CENTRAL,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "cp1253": _GREEK,
    "koi8-r": _CYRILLIC,
    "cp866": _CYRILLIC,
    "mac-cyrillic": _CYRILLIC,
    "mac-roman": _WESTERN,
    "cp850": _WESTERN,
    "shift_jis": _JAPANESE,
    "euc-kr": _HANGUL,
    "gb18030": (_IDEOGRAPHS,),
    "big5": (_IDEOGRAPHS,),
}
OF_SEVERAL_BYTES = ("shift_jis", "euc-kr", "gb18030", "big5")
LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "mac-roman", "cp850")
