"""What a subject such as "Interview - Data steward - Maple & Rowe" names besides the interview."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.capture.found import Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.known_words import JOB_WORDS, LEGAL_FORMS
from chalicelib.capture.words.named_sources import Sources, letters_of

_JOINT = bounded_pattern(
    r"\s+[-–—|@/]\s+|:\s+|\s*[,;|()\[\]]\s*|\s+(?:at|bei(?:\s+der)?|with|mit|for|für|als|в|в\s+компании"
    r"|на\s+позицию|на\s+должность|на\s+вакансию)\s+"
)
_INTERVIEW = bounded_pattern(
    r"(?i)^(?:your\s+|ihr\w*\s+|an?\s+)?(?:(?:invitation|einladung|приглашение|confirmation|reminder|updated?"
    r"|bestätigung|напоминание|cancell?ed|abgesagt)(?:\s+(?:to|for|zum|zu|на|of)(?:\s+(?:an?|einem"
    r"|your))?)?\s*)?(?:(?:\w+\s+){0,2}?(?:interview|vorstellungsgespräch\w*|bewerbungsgespräch\w*|gespräch"
    r"|kennenlernen|собеседовани\w+|интервью|созвон))(?:\s+und\s+\w+)?\b\s*"
)
_NO_TITLE = bounded_pattern(
    r"(?i)\d|interview|gespräch|собеседован|интервью|next week|application|bewerbung|einladung|invitation"
    r"|отклик|talking|thank|regarding|update|reminder|your|ihre?\b|ваш|приглаш|meeting|call|termin"
)
_NAMED = bounded_pattern(r"(?i)interview|gespräch|собеседован|интервью")
_LEGAL = bounded_pattern(rf"(?<!\w){LEGAL_FORMS}(?!\w)")
_MOST_WORDS = 6


def position_in_subject(sources: Sources, company: str | None) -> Found | None:
    """The part of a subject that is a position: by its words, or because the other part is the firm."""
    parts = [part for part in _parts(sources.subject) if not sources.is_owner(part)]
    titles = [part for part in parts if _is_job(part) and not _is_same(part, company)]
    if titles:
        return Found(titles[0], titles[0])
    rest = [
        part for part in parts if not _is_same(part, company) and not _LEGAL.search(part) and not _NO_TITLE.search(part)
    ]
    has_company = company is not None and len(rest) < len(parts)
    is_named = has_company and len(rest) == 1 and not sources.is_answer
    return Found(rest[0], rest[0]) if is_named else None


def firms_in_subject(sources: Sources) -> Iterator[tuple[str, bool]]:
    """The parts of a subject that may be a firm: no positions, all words with a capital. True where it speaks of an
    interview, and so names little else."""
    is_sure = _NAMED.search(sources.subject) is not None and not sources.is_answer
    for part in _parts(sources.subject):
        words = [word for word in part.split() if len(word) > 3]  # noqa: PLR2004 - "of", "and"
        if words and all(word[:1].isupper() for word in words) and not _is_job(part) and not _NO_TITLE.search(part):
            yield part, is_sure


def _parts(subject: str) -> Iterator[str]:
    for part in _JOINT.split(_INTERVIEW.sub("", subject)):
        bare = _INTERVIEW.sub("", part or "").strip(' .!?«»"„“”–—-')
        if len(bare) > 2 and len(bare.split()) <= _MOST_WORDS:  # noqa: PLR2004
            yield bare


def _is_job(part: str) -> bool:
    words = part.lower().replace("/", " ").replace("-", " ").split()
    return bool(set(words) & JOB_WORDS) and not _NO_TITLE.search(part) and not _LEGAL.search(part)


def _is_same(part: str, company: str | None) -> bool:
    return company is not None and (letters_of(part) in letters_of(company) or letters_of(company) in letters_of(part))
