"""The names of months in tables, in the languages of spreadsheets: in full, as they stand in a date, and shortened."""

from __future__ import annotations

from collections.abc import Mapping

# The names of one month, from January to December.
_NAMES = (
    (
        "january jan januar jänner jän janvier janv enero ene gennaio "
        "gen janeiro styczeń stycznia январь января янв січень січня січ"
    ),
    (
        "february feb februar février févr fév febrero febbraio fevereiro "
        "fev luty lutego февраль февраля фев февр лютий лютого лют"
    ),
    "march mar märz mär mrz mars marzo março marzec marca март марта мар березень березня бер",
    "april apr avril avr abril abr aprile kwiecień kwietnia апрель апреля апр квітень квітня кві",
    "may mai mayo maggio mag maio maj maja май мая травень травня тра",
    "june jun juni juin junio giugno giu junho czerwiec czerwca июнь июня июн червень червня чер",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca июль июля июл липень липня лип",
    "august aug août agosto ago sierpień sierpnia август августа авг серпень серпня сер",
    (
        "september sep sept septembre septiembre settembre set setembro "
        "wrzesień września сентябрь сентября сен сент вересень вересня вер"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro "
        "out październik października октябрь октября окт жовтень жовтня жов"
    ),
    "november nov novembre noviembre novembro listopad listopada ноябрь ноября ноя нояб листопад листопада лис",
    (
        "december dec dezember dez décembre déc diciembre dic dicembre "
        "dezembro grudzień grudnia декабрь декабря дек грудень грудня гру"
    ),
)

MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
