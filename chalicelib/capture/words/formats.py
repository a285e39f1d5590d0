"""How the interview is held: by video, by phone, or in person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from chalicelib.capture.found import Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.sentences import Span
from chalicelib.playbook.interview_facts import Format

FORMAT = "format"
_VIDEO = bounded_pattern(
    r"(?<!\w)(?:video\s?-?(?:call|interview|chat|conference|meeting|gespräch|konferenz|link)\w*|by\s+video"
    r"|via\s+video|per\s+video\w*|over\s+(?:zoom|teams|video)|(?:on|via|per|über|mit|in|по|через|в)\s+(?:ms\s+"
    r"|microsoft\s+)?(?:zoom|teams|skype|google\s+meet|webex|jitsi|телемост\w*|зум\w*|скайп\w*|тимс\w*)"
    r"|zoom[\s-](?:call|meeting|link)|teams[\s-](?:call|meeting|link|besprechung|termin)|google\s+meet"
    r"|видео\w*(?:звон\w+|встреч\w+|интервью|собеседован\w+|связ\w+|конференц\w+)|видеосвяз\w+|(?:по"
    r"|в)\s+видео\w*|онлайн\w*|online(?:\s+(?:interview|meeting|call|termin|gespräch)|\s+(?:via|über|per|at"
    r"|on)|gespräch|-\w+|interview)?|virtuell\w*|virtual(?:ly)?|microsoft\s+teams|remotely)(?!\w)",
    re.IGNORECASE,
)
_PHONE = bounded_pattern(
    r"(?<!\w)(?:phone\s+(?:interview|screen\w*|call|chat|conversation)|telephone\s+(?:interview|call"
    r"|conversation)|by\s+(?:tele)?phone|over\s+the\s+phone|(?:call|ring|phone)\s+you\s+(?:on|at|then"
    r"|tomorrow)|(?:i|we)(?:\s+will|['’]ll)\s+(?:call|ring|phone)\s+you|telefon(?:interview|gespräch|at"
    r"|termin)\w*|telefonisch\w*|per\s+telefon|am\s+telefon|rufe\s+(?:ich\s+)?(?:sie|dich)"
    r"|телефонн\w+\s+(?:интервью|собеседован\w+|разговор\w*|звон\w+)|по\s+телефону|позвоню\s+вам"
    r"|вам\s+(?:позвон\w+|наберу|перезвон\w+)|звон\w+\s+по\s+телефону)(?!\w)",
    re.IGNORECASE,
)
_IN_PERSON = bounded_pattern(
    r"(?<!\w)(?:in\s+person|on[\s-]?site|face[\s-]to[\s-]face|(?:at|in|to|visit)\s+our\s+(?:\w+\s+)?(?:office"
    r"|offices|headquarters|premises|studio|shop|store|site|plant|showroom)|come\s+(?:in|by|over|to)"
    r"|trial\s+(?:shift|day)|vor\s+ort|persönlich\w*|in\s+unser\w*\s+(?:\w+\s+)?(?:büro|haus|räum\w+|praxis"
    r"|filiale|zentrale|werk|geschäftsstelle|niederlassung|kanzlei)|bei\s+uns\s+im|probe(?:arbeiten|tag)"
    r"|(?:у\s+нас\s+)?в\s+(?:нашем\s+)?офисе|в\s+(?:наш\s+)?офис|очн\w+|подъехать|приехать|приезжайте"
    r"|подъезжайте|лично)(?!\w)",
    re.IGNORECASE,
)


def format_in(passage: Passage, sentences: Iterable[Span], fields: Mapping[str, Found]) -> Found | None:
    """How it is held: as the sentences about the appointment say; else by its link, or by its place."""
    said = [found for sentence in sentences for found in _said(passage.said, sentence)]
    link, place = fields.get("meeting_url"), fields.get("place")
    formats = {kind for kind, _ in said}
    if link and not place:
        return Found(Format.VIDEO, link.quote)
    if len(formats) == 1:
        kind, span = said[0]
        return Found(kind, passage.quote(span)) if not (place and kind is Format.VIDEO) else None
    if place and not link and Format.VIDEO not in formats:
        return Found(Format.IN_PERSON, place.quote)
    return None


def _said(text: str, sentence: Span) -> list[tuple[Format, Span]]:
    patterns = {Format.PHONE: _PHONE, Format.VIDEO: _VIDEO, Format.IN_PERSON: _IN_PERSON}
    return [
        (kind, Span(found.start(), found.end()))
        for kind, pattern in patterns.items()
        if (found := pattern.search(text, sentence.start, sentence.end))
    ]
