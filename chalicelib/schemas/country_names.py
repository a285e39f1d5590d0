"""Names of countries, for forms: people know the names, but rarely the codes. Countries not listed go by their code."""

from __future__ import annotations

from collections.abc import Mapping

# By code: the English name, and the names that are used in the country.
NAMES: Mapping[str, tuple[str, ...]] = {
    "AM": ("Armenia", "Հայաստան"),
    "AR": ("Argentina",),
    "AT": ("Austria", "Österreich"),
    "AU": ("Australia",),
    "BE": ("Belgium", "België", "Belgique"),
    "BG": ("Bulgaria", "България"),
    "BR": ("Brazil", "Brasil"),
    "BY": ("Belarus", "Беларусь"),
    "CA": ("Canada",),
    "CH": ("Switzerland", "Schweiz", "Suisse"),
    "CL": ("Chile",),
    "CN": ("China", "中国"),
    "CY": ("Cyprus", "Κύπρος"),
    "CZ": ("Czechia", "Česko"),
    "DE": ("Germany", "Deutschland"),
    "DK": ("Denmark", "Danmark"),
    "EE": ("Estonia", "Eesti"),
    "ES": ("Spain", "España"),
    "FI": ("Finland", "Suomi"),
    "FR": ("France",),
    "GB": ("United Kingdom", "Great Britain"),
    "GE": ("Georgia", "საქართველო"),
    "GR": ("Greece", "Ελλάδα"),
    "HR": ("Croatia", "Hrvatska"),
    "HU": ("Hungary", "Magyarország"),
    "IE": ("Ireland", "Éire"),
    "IL": ("Israel", "ישראל"),
    "IN": ("India", "भारत"),
    "IT": ("Italy", "Italia"),
    "JP": ("Japan", "日本"),
    "KG": ("Kyrgyzstan", "Кыргызстан"),
    "KZ": ("Kazakhstan", "Қазақстан"),
    "LT": ("Lithuania", "Lietuva"),
    "LU": ("Luxembourg", "Luxemburg"),
    "LV": ("Latvia", "Latvija"),
    "MD": ("Moldova",),
    "ME": ("Montenegro", "Crna Gora"),
    "MX": ("Mexico", "México"),
    "NL": ("Netherlands", "Nederland"),
    "NO": ("Norway", "Norge"),
    "NZ": ("New Zealand", "Aotearoa"),
    "PL": ("Poland", "Polska"),
    "PT": ("Portugal",),
    "RO": ("Romania", "România"),
    "RS": ("Serbia", "Србија"),
    "RU": ("Russia", "Россия"),
    "SE": ("Sweden", "Sverige"),
    "SG": ("Singapore",),
    "SI": ("Slovenia", "Slovenija"),
    "SK": ("Slovakia", "Slovensko"),
    "TR": ("Turkey", "Türkiye"),
    "UA": ("Ukraine", "Україна"),
    "US": ("United States", "USA"),
    "UZ": ("Uzbekistan", "Oʻzbekiston"),
    "ZA": ("South Africa",),
}
_CODES = {name.casefold(): code for code, names in NAMES.items() for name in names}


def code_of(name: str) -> str | None:
    """The code of a country by one of its names, in any case; None if no such name is listed."""
    return _CODES.get(name.strip().casefold())
