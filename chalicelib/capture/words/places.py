"""Where the interview is: behind a label, or an address in a sentence."""

from __future__ import annotations

import re

from chalicelib.capture.found import Found
from chalicelib.capture.words import labels
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.sentences import Span

PLACE = "place"
_NO_PLACE = bounded_pattern(
    r"(?i)^\W*(?:https?:|www\.|online|онлайн|zoom|(?:microsoft )?teams|google meet|video|видео|skype|telefon"
    r"|phone|телефон|по телефону|telephone|remote|удал[её]нно|tbd|tba|to be|virtual|meet|webex|telemost"
    r"|телемост)"
)
_HOUSE = r"\d{1,4}[a-zа-я]?(?:[-/]\d{1,4}[a-zа-я]?)?"
_ENGLISH = (
    r"(?:(?:[A-Z][\w'’&.-]+\s){0,3},?\s?)?\d{1,5}[a-z]?(?:-\d{1,5})?\s(?:[A-Z][\w'’.-]+\s){1,4}?(?:Street|St"
    r"|Road|Rd|Row|Lane|Ln|Avenue|Ave|Drive|Dr|Boulevard|Blvd|Square|Sq|Place|Pl|Court|Ct|Way|Terrace|Quay"
    r"|Wharf|Parkway|Pkwy|Highway|Hwy|Close|Crescent|Gardens|Hill|Yard|Mews|Broadway|Plaza|Park"
    r"|Embankment)\b\.?"
    r"(?:,?\s(?:(?:Suite|Floor|Unit|Room|Level|Building|Apt)\s[\w-]+|\d{1,2}(?:st|nd|rd"
    r"|th)\sfloor))?(?:,\s(?:[A-Z][\w'’-]+\s?){1,3}(?:[A-Z]{2}\s\d{5}|[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2})?){0,2}"
)
_GERMAN = (
    rf"(?:(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|hof|chaussee|markt"
    rf"|steig|graben|wall|park|berg|brücke|tor|stieg|twiete)|(?:[A-ZÄÖÜ][\wäöüß.-]*[\s-])(?:Straße|Str\.|Weg"
    rf"|Platz|Allee|Ring|Damm|Ufer|Chaussee)|(?:Am|An\s(?:der|den)|Im|In\sder|Auf\sdem|Zum"
    rf"|Zur)\s[A-ZÄÖÜ][\wäöüß-]+)\s{_HOUSE}\b)"
    r"(?:,?\s(?:(?:[A-Z]-)?\d{5}\s[A-ZÄÖÜ][\wäöüß-]+(?:\s(?:am|an der|ob der)\s[A-ZÄÖÜ]\w+)?"
    r"|(?:in\s)?[A-ZÄÖÜ][\wäöüß-]+(?=[.,\s]|$)))?(?:,?\s(?:\d{1,2}\.\s?(?:OG|Stock|Etage)|EG|Raum\s\S+"
    r"|Gebäude\s\S+))?"
)
_STREET_RU = (
    r"(?:ул(?:\.|ица|ице|ицу)|пр(?:-т|оспект\w{0,2}|осп\.|\.)|пер(?:\.|еул\w+)|наб(?:\.|ережн\w+)|шоссе|бульвар\w?"
    r"|б-р|проезд\w?|пл(?:\.|ощад\w+)|тупик|аллея|тракт)"
)
_RUSSIAN = (
    rf"(?:(?:г\.\s?)?[А-ЯЁ][а-яё-]+,\s)?(?:{_STREET_RU}\s(?:\d{{1,2}}-\w{{1,2}}\s)?[А-ЯЁ\d][\wё.-]*(?:\s[А-ЯЁ][\wё.-]*){{0,2}}"
    rf"|[А-ЯЁ][\wё-]+\s{_STREET_RU}),?\s(?:д(?:ом|\.)\s?)?{_HOUSE}"
    rf"(?:,?\s(?:стр|корп|к|строение|корпус|офис|оф|этаж|эт|подъезд|каб|кабинет|помещ|литер"
    rf"|БЦ)\.?\s?[\w«»-]+(?:\sэтаж)?|,\s\d{{1,2}}(?:-?\w{{0,2}})?\sэтаж){{0,4}}"
)
_ADDRESS = bounded_pattern(rf"(?<![\w-])(?:{_RUSSIAN}|{_GERMAN}|{_ENGLISH})")
_AFTER_THE_PLACE = bounded_pattern(
    r"[.!?]\s+[А-ЯЁA-ZÄÖÜ][а-яёa-zäöü]+\s|\s+(?:Контактное лицо|Телефон|Когда|When|Wann)\b"
)


def place_in(passage: Passage) -> Found | None:
    """The place of the interview; None if none is named, or if it is a video meeting."""
    span = labels.labelled(passage.said, labels.PLACE)
    if span and (found := _of_a_label(passage, span)):
        return found
    if address := _ADDRESS.search(passage.said):
        quote = " ".join(address[0].split())
        return Found(quote.strip(" ,"), passage.text[address.start() : address.end()].strip(" ,"))
    return None


def _of_a_label(passage: Passage, span: Span) -> Found | None:
    value = passage.said[span.start : span.end]
    if not value.strip() or _NO_PLACE.match(value):
        return None
    if end := _AFTER_THE_PLACE.search(value):
        value = value[: end.start()]
    value = value.strip().rstrip(".;, ")
    return Found(value, value) if re.search(r"[^\W\d_]{3}", value) else None
