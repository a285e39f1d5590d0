"""Which time zones a name can mean: people name a city, and the database a region and its city.

A zone is never taken by such a name, only offered: it decides when the mail comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

_MOST_OFFERED = 5
_DISTANCE = re.compile(r"(?:gmt|utc)?\s*([+\-\u2212\u2013])\s*([0-9]{1,2})(?::?00)?", re.IGNORECASE)
_SIGN_IS_TURNED = re.compile(r"Etc/GMT[+-][0-9]+")  # of POSIX: hours to the west are positive
_BETWEEN_WORDS = re.compile(r"[\s_-]+")

# Cities that the database does not name, and the names that others have in their own language or in Russian.
_ALSO_NAMED: Mapping[str, str] = {
    "America/Chicago": "Dallas, Houston, Чикаго",
    "America/Los_Angeles": "San Francisco, Seattle, Palo Alto, Лос-Анджелес, Сан-Франциско",
    "America/New_York": "Atlanta, Boston, Miami, Washington, Нью-Йорк, Вашингтон, Бостон",
    "America/Sao_Paulo": "Rio de Janeiro, Сан-Паулу",
    "Asia/Almaty": "Astana, Алматы, Астана",
    "Asia/Baku": "Bakı, Баку",
    "Asia/Bishkek": "Бишкек",
    "Asia/Dubai": "Abu Dhabi, Дубай",
    "Asia/Jerusalem": "Haifa, Иерусалим, Тель-Авив",
    "Asia/Kolkata": "Bangalore, Bengaluru, Delhi, Mumbai, New Delhi",
    "Asia/Novosibirsk": "Новосибирск",
    "Asia/Shanghai": "Beijing, Shenzhen, Пекин, Шанхай",
    "Asia/Tashkent": "Ташкент",
    "Asia/Tbilisi": "Тбилиси",
    "Asia/Tokyo": "Osaka, Токио",
    "Asia/Vladivostok": "Владивосток",
    "Asia/Yekaterinburg": "Екатеринбург",
    "Asia/Yerevan": "Ереван",
    "Europe/Amsterdam": "Rotterdam, The Hague, Амстердам",
    "Europe/Athens": "Athen, Афины",
    "Europe/Belgrade": "Beograd, Белград",
    "Europe/Berlin": "Cologne, Frankfurt, Hamburg, Köln, Munich, München, Stuttgart, Берлин, Мюнхен, Гамбург",
    "Europe/Brussels": "Brüssel, Bruxelles, Брюссель",
    "Europe/Bucharest": "București, Бухарест",
    "Europe/Budapest": "Будапешт",
    "Europe/Copenhagen": "København, Kopenhagen, Копенгаген",
    "Europe/Dublin": "Дублин",
    "Europe/Helsinki": "Хельсинки",
    "Europe/Istanbul": "Ankara, Стамбул",
    "Europe/Kyiv": "Киев, Київ",
    "Europe/Lisbon": "Lisboa, Lissabon, Porto, Лиссабон",
    "Europe/London": "Cambridge, Edinburgh, Manchester, Oxford, Лондон",
    "Europe/Madrid": "Barcelona, Valencia, Мадрид, Барселона",
    "Europe/Minsk": "Минск",
    "Europe/Moscow": "Moskau, Saint Petersburg, St Petersburg, Москва, Санкт-Петербург, Казань",
    "Europe/Oslo": "Осло",
    "Europe/Paris": "Lyon, Toulouse, Париж",
    "Europe/Prague": "Praha, Prag, Прага",
    "Europe/Riga": "Rīga, Рига",
    "Europe/Rome": "Milan, Milano, Roma, Rom, Рим, Милан",
    "Europe/Samara": "Самара",
    "Europe/Sofia": "София",
    "Europe/Stockholm": "Gothenburg, Göteborg, Стокгольм",
    "Europe/Tallinn": "Таллин",
    "Europe/Vienna": "Wien, Вена",
    "Europe/Vilnius": "Вильнюс",
    "Europe/Warsaw": "Kraków, Krakow, Warszawa, Warschau, Варшава",
    "Europe/Zurich": "Basel, Bern, Geneva, Genf, Genève, Zürich, Цюрих, Женева",
}


def zones_meant(name: str, zones: Iterable[str]) -> tuple[str, ...]:
    """The zones of ``zones`` that a name can mean, at most five: by their city, or written in another case.

    A distance from UTC means the zone that has it: ``GMT+3`` is ``Etc/GMT-3``, whose sign is the other one.
    """
    if distance := _DISTANCE.fullmatch(name.strip()):
        zone = _of_distance(distance[1], int(distance[2]))
        return (zone,) if zone in zones else ()
    key = _key(name)
    return tuple(zone for zone in _by_name(frozenset(zones)).get(key, ()) if key)[:_MOST_OFFERED]


def _of_distance(sign: str, hours: int) -> str:
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "Etc/UTC"


@cache
def _by_name(zones: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    named: dict[str, list[str]] = {}
    for zone in sorted(zones):
        others = _ALSO_NAMED.get(zone, "").split(", ")
        city = zone if _SIGN_IS_TURNED.fullmatch(zone) else zone.rpartition("/")[2]
        for name in {zone, city, *others}:
            named.setdefault(_key(name), []).append(zone)
    return {name: tuple(found) for name, found in named.items()}


def _key(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", name).strip().casefold()
