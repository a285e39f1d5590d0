"""The words of days in English, German and Russian, as people write them in letters."""

from __future__ import annotations

from collections.abc import Mapping

_MONTH_FORMS = (
    "january jan januar jänner januars января январь янв",
    "february feb februar feber февраля февраль фев февр",
    "march mar märz maerz mrz марта март мар",
    "april apr апреля апрель апр",
    "may mai мая май",
    "june jun juni июня июнь июн",
    "july jul juli июля июль июл",
    "august aug августа август авг",
    "september sep sept сентября сентябрь сен сент",
    "october oct oktober okt октября октябрь окт",
    "november nov ноября ноябрь ноя нояб",
    "december dec dezember dez декабря декабрь дек",
)
MONTHS: Mapping[str, int] = {form: number for number, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()}

_WEEKDAY_FORMS = (
    "monday mondays montag montags понедельник понедельника понедельнику",
    "tuesday tuesdays dienstag dienstags вторник вторника вторнику",
    "wednesday wednesdays mittwoch mittwochs среда среду среды среде",
    "thursday thursdays donnerstag donnerstags четверг четверга четвергу",
    "friday fridays freitag freitags пятница пятницу пятницы пятнице",
    "saturday saturdays samstag samstags sonnabend суббота субботу субботы субботе",
    "sunday sundays sonntag sonntags воскресенье воскресенья воскресенью",
)
# These are other words, too ("so", "do", "sat", "am Mi"): a weekday only beside a date or an hour.
_SHORT_WEEKDAY_FORMS = (
    "mon mo пн",
    "tue tues di вт",
    "wed weds mi ср",
    "thu thur thurs do чт",
    "fri fr пт",
    "sat sa сб",
    "sun so вс",
)


def _numbered(forms: tuple[str, ...]) -> dict[str, int]:
    return {form: number for number, row in enumerate(forms) for form in row.split()}


SHORT_WEEKDAYS: dict[str, int] = _numbered(_SHORT_WEEKDAY_FORMS)
WEEKDAYS: Mapping[str, int] = _numbered(_WEEKDAY_FORMS) | SHORT_WEEKDAYS

# How many days after the day of writing.
RELATIVE_DAYS: Mapping[str, int] = {
    "today": 0, "tonight": 0, "heute": 0, "сегодня": 0,
    "tomorrow": 1, "morgen": 1, "завтра": 1,
    "übermorgen": 2, "uebermorgen": 2, "послезавтра": 2, "day after tomorrow": 2,
    "yesterday": -1, "gestern": -1, "вчера": -1, "vorgestern": -2, "позавчера": -2,
}  # fmt: skip


def any_of(forms: Mapping[str, int]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(forms, key=len, reverse=True)).replace(" ", r"\s+").replace("ё", "[её]")


MONTH = rf"(?:{any_of(MONTHS)})(?![^\W\d_])"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)})(?![^\W\d_])"
LONG_WEEKDAY = rf"(?:{any_of(_numbered(_WEEKDAY_FORMS))})(?![^\W\d_])"

NEXT = r"next|nächste[nrms]?|naechste[nrms]?|следующ(?:ий|ую|ее|ей|его)"
COMING = (
    r"this(?: coming)?|coming|upcoming|kommende[nrms]?|diese[nrms]?|"
    r"эт(?:от|у|о|ой|ого)|ближайш(?:ий|ую|ее)|будущ(?:ий|ую|ее)"
)
LAST = r"last|this past|past|letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?|прошл(?:ый|ую|ое|ой|ого)|прошедш(?:ий|ую|ее)"
NEXT_WEEK = (
    r"(?:of\s+|in\s+(?:der\s+)?|на\s+)?(?:the\s+)?(?:next|following|nächster?|nächste[nr]?|kommende[nr]?"
    r"|следующей)\s+(?:week|woche|неделе|недели)"
)
THIS_WEEK = r"(?:in\s+|на\s+)?(?:this|dieser?|diese[nr]?|этой)\s+(?:week|woche|неделе)"
SAME_WEEK = r"(?:of|in)?\s*(?:the\s+same|that|derselben|der\s+gleichen|той\s+же)\s+(?:week|woche|недели|неделе)"
