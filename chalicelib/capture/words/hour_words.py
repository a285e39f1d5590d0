"""The words of hours in English, German and Russian, each with the hour of the clock face and its minute."""

from __future__ import annotations

from collections.abc import Mapping

_NUMBERS = (
    "one|ein|eins|час", "two|zwei|два", "three|drei|три", "four|vier|четыре", "five|fünf|пять", "six|sechs|шесть",
    "seven|sieben|семь", "eight|acht|восемь", "nine|neun|девять", "ten|zehn|десять", "eleven|elf|одиннадцать",
    "twelve|zwölf|двенадцать",
)  # fmt: skip
_ORDINALS = (
    "первого", "второго", "третьего", "четвертого|четвёртого", "пятого", "шестого", "седьмого", "восьмого",
    "девятого", "десятого", "одиннадцатого", "двенадцатого",
)  # fmt: skip

NUMBERS: Mapping[str, int] = {word: hour for hour, row in enumerate(_NUMBERS, 1) for word in row.split("|")}
ORDINALS: Mapping[str, int] = {word: hour for hour, row in enumerate(_ORDINALS, 1) for word in row.split("|")}

_NUMBER = rf"(?P<number>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|1[0-2]|[1-9])"
_ORDINAL = rf"(?P<number>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"

# Each with how many minutes from the hour that it names.
SAID_HOURS: tuple[tuple[str, int], ...] = (
    (rf"half\s+past\s+{_NUMBER}", 30),
    (rf"(?:a\s+)?quarter\s+past\s+{_NUMBER}", 15),
    (rf"(?:a\s+)?quarter\s+(?:to|before)\s+{_NUMBER}", -15),
    (rf"halb\s+{_NUMBER}", -30),
    (rf"viertel\s+(?:nach)\s+{_NUMBER}", 15),
    (rf"viertel\s+vor\s+{_NUMBER}", -15),
    (rf"drei\s?viertel\s+{_NUMBER}", -15),
    (rf"(?:в\s+)?(?:половине\s+|половину\s+|пол-?){_ORDINAL}", -30),
    (rf"(?:без\s+(?:четверти|пятнадцати|15))\s+{_NUMBER}", -15),
    (rf"без\s+(?:десяти|10)\s+{_NUMBER}", -10),
    (rf"(?:в\s+)?четверть\s+{_ORDINAL}", -45),
    (
        (
            rf"(?:at|um|в|к)\s+{_NUMBER}(?:\s+(?:o.clock|uhr|час(?:а|ов)?))?(?![.:]\d)(?=\s*(?:[,.;!?)]|$|on\b|tomorrow"
            rf"|today|am\s+(?:\w+tag|mittwoch)|в\s+(?:офис|понед|вторн|сред|четв|пятн)|утра|дня|вечера"
            rf"|по\s+\w+\s+времени|sharp|in\s+the|nachmittags|vormittags|mittags|morgens|o.clock|uhr|час))"
        ),
        0,
    ),

    (rf"{_NUMBER}\s+(?:o.clock|uhr|часа|часов)", 0),
    (r"(?:в\s+)?(?P<number>час)\s+дня", 0),
)  # fmt: skip

NOON = r"(?:12\s+)?noon|midday|mittags\s+um\s+(?:12|zwölf)|(?:12|zwölf)\s+uhr\s+mittags|(?:в\s+)?полдень"
MORNING = (
    r"a\.?m\b|(?<=\d)a\b\.?|in\s+the\s+morning|this\s+morning|утра|утром|morgens|vormittags?|früh\b|am\s+vormittag"
)
AFTERNOON = (
    r"p\.?m\b\.?|(?<=\d)p\b|in\s+the\s+(?:afternoon|evening)|this\s+(?:afternoon|evening)|дня|вечера|вечером|nachmittags?|abends?|"
    r"am\s+(?:nachmittag|abend)"
)
