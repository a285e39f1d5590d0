"""For which position: "the Studio manager role", "als Energieberater", «на вакансию „Аналитик“»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chalicelib.capture.found import Found
from chalicelib.capture.words import labels
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.known_words import JOB_WORDS
from chalicelib.capture.words.named_sources import Sources
from chalicelib.capture.words.russian_cases import nominative
from chalicelib.capture.words.subject_parts import position_in_subject

POSITION = "position"
_LONGEST = 100
_END = (
    r"(?=\s+(?:at|with|on|in|by|here|position|role|which|that|starting|and|has|have|is|was|at\s+our|from|next|this"
    r"|tomorrow|today|you|we)\b|\s*[,.;:!?()\n–—|«]|\s+[-–—]\s|$)"
)
_TITLE = (
    r"(?P<title>[^\W\d_](?:[\w&/+#'’-]|\.(?=\w))*(?:[ \t\n](?!(?:in|for|the|at|with|your|our|an?|to|is|are|we|you)\b)"
    r"(?:\([mwfdx/]{3,7}\)|[\w&/+#'’-]+)){0,6}?)"
)
_JOB = r"(?:position|role|opening|post|vacancy|job|opportunity)"
_ENGLISH = (
    (
        rf"(?<!\w)(?:for|about|regarding|of|into|to|in|filling|filled)\s+(?:the|our|a|an"
        rf"|your)(?:\s+open)?\s+{_TITLE}\s+{_JOB}\b"
    ),
    rf"(?<!\w){_JOB}\s+(?:of|as|for)(?:\s+(?:an?|the|our))?\s+{_TITLE}{_END}",
    (
        rf"(?<!\w)(?:interview(?:ing)?|conversation|call|chat|appl(?:ication|ying|ied)|shortlisted|interviewed"
        rf"|considered|hired|trial shift|you)\s+(?:\w+\s+){{0,2}}?(?:for|as|about|regarding)(?:\s+(?:the|our"
        rf"|an?))?\s+{_TITLE}{_END}"
    ),
    rf"(?<!\w)(?:the|our|this|an?)\s+{_TITLE}\s+(?:position|role|opening|post|vacancy|job)\b",
    rf"(?<!\w)(?:as|for)\s+(?:the|our|an?)\s+{_TITLE}{_END}",
)
_GERMAN_TITLE = (
    r"(?P<title>[A-ZÄÖÜ][\wäöüß-]*(?:[*:/][\wäöüß-]+)*(?:[ \t\n](?:\([mwfdx/]{3,7}\)|(?:(?:im|für|in|der|des|und|&"
    r"|mit|am)[ \t])?[A-ZÄÖÜ&(][\w*/:()äöüß-]*)){0,4})"
)
_GERMAN = (
    (
        rf"(?<!\w)(?:Stelle|Position|Ausbildung|Tätigkeit|Bewerbung|Beschäftigung|Praktikum|Job|Vakanz"
        rf"|Ausbildungsplatz)\s+(?:als|zum|zur|des|der|eines|einer|im\s+Bereich"
        rf"|für\s+die\s+Stelle(?:\s+als)?)\s+{_GERMAN_TITLE}"
    ),
    rf"(?<!\w)(?:Stelle|Position|Vakanz|Ausschreibung|Stellenausschreibung)\s*:?\s*[„\"“«»]?{_GERMAN_TITLE}",
    rf"(?<!\w)als\s+{_GERMAN_TITLE}",
)
_RUSSIAN_HEAD = r"(?:ваканси[яюией]+|должност[ьию]+|позици[яюией]+|рол[ьи]|место)"
_RUSSIAN_QUOTED = bounded_pattern(rf"(?i)(?<!\w){_RUSSIAN_HEAD}:?\s+[«„\"“](?P<title>[^»“”\"\n]{{3,90}})[»“”\"]")
_RUSSIAN_IN_BRACKETS = bounded_pattern(
    r"(?i)(?<!\w)(?:собеседовани\w+|интервью|ваканси\w+|встреч\w+)\s+\((?P<title>[^()\n\d]{3,80})\)"
)
_RUSSIAN_PLAIN = bounded_pattern(
    rf"(?i)(?<!\w){_RUSSIAN_HEAD}:?\s+(?P<title>[а-яёa-z][\w/+#-]*(?:\s(?:по\s|в\s(?=отдел|служб)|на\s(?=склад"
    rf"|производств))?[\w/+#-]+){{0,4}}?)(?=\s+(?:в|на|к|с|и|от|у|для|мы|вы|компани\w*|состоится|пройд\w+"
    rf"|проход\w+|будет|закрыт\w*|назначен\w*|перенес\w+|перенос\w+|отмен\w+|приглаш\w+|просим|жд[её]м|уже|и)\b"
    rf"|\s*[,.;:!?()«»\"\n–—]|$)"
)
_TOO_GENERAL = bounded_pattern(
    r"(?i)^(?:the|this|that|open|new|right|same|current|perfect|next|job|role|position|first|second|final|an?"
    r"|any|other|another|interview|interviews|application|you|us|it|which|more|great|your|our|above|following"
    r"|vacant|available|suitable|further|work|me|details|future|time|conversation|call|chat|team|stelle"
    r"|bewerbung|position|gespräch|person|sie|ihnen|ihre?|uns|teil|nächste\w*|nachfolge|die|der|das|эт\w+"
    r"|наш\w*|ваш\w*|данн\w+|открыт\w+|част\w+|другую|которую|закрыт\w*)(?:\s|$)"
)
_GENDERS = bounded_pattern(r"(?i)\s*\((?:[mwfdxhgn]|all genders|div\.?)(?:\s?[/|]\s?\w{1,6}){1,3}\)|\s*\(all genders\)")
_ADDED = bounded_pattern(r"(?i)\s+(?:position|role|job|opening|vacancy|post)$|^(?:open|vacant|advertised)\s+")


def position_in(sources: Sources, company: str | None) -> Found | None:
    """The position, in the nominative where it is certain; None if none is named."""
    said = sources.passage.said
    if span := labels.labelled(said, labels.POSITION):
        title = _clean(said[span.start : span.end])
        if _is_title(title, is_named=True):
            return Found(title, said[span.start : span.end].strip())
    for text in (said, sources.subject):
        for found, is_named, turned in _named(text):
            title = _clean(turned(" ".join(found["title"].split())))
            if _is_title(title, is_named=is_named) and not _is_company(title, company):
                return Found(title, found["title"].strip())
    return position_in_subject(sources, company)


def _named(text: str) -> Iterator[tuple[re.Match[str], bool, Callable[[str], str]]]:
    """What may be a position, the clearest forms first; whether the form alone tells it, and how it is said plainly."""
    yield from ((found, True, _as_is) for found in _RUSSIAN_QUOTED.finditer(text))
    yield from ((found, True, _as_is) for found in _RUSSIAN_IN_BRACKETS.finditer(text))
    yield from ((found, True, nominative) for found in _RUSSIAN_PLAIN.finditer(text))
    for at, pattern in enumerate(_PATTERNS):
        yield from ((found, at in _CLEAR, _as_is) for found in pattern.finditer(text))


_PATTERNS = tuple(bounded_pattern(pattern) for pattern in (*_ENGLISH, *_GERMAN))
_CLEAR = (0, 1, len(_ENGLISH))


def _as_is(title: str) -> str:
    return title


def _clean(title: str) -> str:
    bare = _ADDED.sub("", _GENDERS.sub("", " ".join(title.split())))
    return bare.strip(' ,.;:–—-|«»"„“”')


def _is_title(title: str, *, is_named: bool) -> bool:
    """Whether it says what somebody does: by a word for that, or because the form of the sentence says so."""
    if not 2 < len(title) <= _LONGEST or _TOO_GENERAL.match(title):  # noqa: PLR2004
        return False
    words = {
        part for word in title.lower().split() for part in (word, *word.replace("/", " ").replace("-", " ").split())
    }
    endings = ("er", "in", "or", "ist", "eur", "ent", "mann", "frau", "kraft", "leiter", "berater")
    is_german = any(word.endswith(endings) and len(word) > 5 for word in words) and title[:1].isupper()  # noqa: PLR2004
    return is_named or bool(words & JOB_WORDS) or is_german


def _is_company(title: str, company: str | None) -> bool:
    return company is not None and title.lower() in company.lower()
