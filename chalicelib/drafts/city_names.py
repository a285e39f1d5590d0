"""The names of cities, by which people call their time: "London", «Москва»."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.playbook.step import translatable

# Those that readers of another language write in their own letters; all others stay as the zone has them.
_NAMED = (
    translatable("Almaty"),
    translatable("Baku"),
    translatable("Belgrade"),
    translatable("Berlin"),
    translatable("Bishkek"),
    translatable("Chisinau"),
    translatable("Dubai"),
    translatable("Dublin"),
    translatable("Irkutsk"),
    translatable("Istanbul"),
    translatable("Jerusalem"),
    translatable("Kaliningrad"),
    translatable("Kamchatka"),
    translatable("Krasnoyarsk"),
    translatable("Kyiv"),
    translatable("London"),
    translatable("Magadan"),
    translatable("Minsk"),
    translatable("Moscow"),
    translatable("New York"),
    translatable("Novosibirsk"),
    translatable("Omsk"),
    translatable("Paris"),
    translatable("Prague"),
    translatable("Riga"),
    translatable("Samara"),
    translatable("Tallinn"),
    translatable("Tashkent"),
    translatable("Tbilisi"),
    translatable("Vienna"),
    translatable("Vilnius"),
    translatable("Vladivostok"),
    translatable("Warsaw"),
    translatable("Yakutsk"),
    translatable("Yekaterinburg"),
    translatable("Yerevan"),
    translatable("Zurich"),
)


def city_of(zone: str, language: Language) -> str:
    """The city of an IANA time zone: "New York" of ``America/New_York``. A zone that names none stays as it is."""
    area, slash, place = zone.rpartition("/")
    if not slash or area == "Etc":
        return zone
    city = place.replace("_", " ")
    return language.say(city) if city in _NAMED else city
