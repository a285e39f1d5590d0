"""The parts of a message that its sender did not write, or that say nothing about the interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span

_LINE = bounded_pattern(r"[^\n]+")
_QUOTED_LINE = bounded_pattern(r"[^\S\n]*>")
# Above an answered letter; an answer stands before it.
_ANSWERED = bounded_pattern(
    r"^[^\S\n]*(?:on\b[^\n]{5,160}(?:\n[^\n]{0,80})?\bwrote:|am\b[^\n]{5,160}(?:\n[^\n]{0,80})?\bschrieb\b[^\n]{0,120}:"
    r"|[^\n]{5,160}(?<!\w)(?:пишет|писала?|написала?|написал\(а\)):"
    r"|\w\w, \d\d? [а-я]{3,8}\.? \d{4} г\. в \d\d:\d\d, [^\n]{3,160}:"
    r"|-{3,}\s*(?:original message|ursprüngliche nachricht|исходное сообщение|reply message)\b[^\n]*)[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_OWN_WORDS = 3
_ADVERTS = bounded_pattern(
    r"^[^\S\n]*[^\w\n]{0,6}(?:(?:similar|recommended|more|other|new|matching|suggested) (?:jobs|positions"
    r"|roles|vacancies)"
    r"|jobs (?:you may|for you|you might|near you)|you (?:may|might) also (?:like|be interested)"
    r"|(?:ähnliche|weitere|passende|neue|empfohlene) (?:stellen|jobs|stellenangebote|stellenanzeigen)"
    r"|(?:похожие|подходящие|новые|другие|рекомендуемые|ещё|еще) вакансии|вакансии для вас"
    r"|(?:вам|вас) (?:также )?(?:могут|может) (?:подойти|заинтересовать))[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_FOOTER = bounded_pattern(
    r"unsubscribe|email preferences|manage (?:your )?preferences|you(?:'|’)?(?: a)?re? receiv(?:ed|ing) this"
    r"|you received this (?:e-?mail|message)|privacy policy|abbestellen|newsletter abmelden|sie erhalten diese"
    r"|datenschutz(?:erklärung|hinweise)|отписаться|вы получили это письмо"
    r"|(?:служба поддержки|техподдержка|горячая линия|support|hotline|kundenservice"
    r"|help ?desk)(?: line)?\W{1,3}\+?[\d(]"
    r"|^[^\S\n]*\W?(?:\[external\]|caution:|warning:|achtung:|внимание:)|came from outside"
    r"|from outside (?:of )?(?:the|your) org"
    r"|originated (?:from )?outside|externe e-?mail|внешн\w+ (?:письмо|отправител\w+|почт\w+)"
    r"|this (?:e-?mail|message)(?: and any\w*)?[^\n]{0,60}confidential|diese (?:e-?mail"
    r"|nachricht)[^\n]{0,60}vertraulich"
    r"|конфиденциальн\w+ информаци\w+|get outlook for|sent from my|von meinem \w+ gesendet|отправлено с (?:моего )?\w+"
    r"|please (?:do not|don(?:'|’)t) (?:reply|answer)|bitte antworten sie nicht|не отвечайте на (?:это )?письмо"
    r"|geschäftsführ\w+:|registergericht|handelsregister|hrb \d|ust-?id|sitz der gesellschaft|vorstand:|aufsichtsrat"
    r"|registered (?:in|office)|company (?:no|number)\b|vat (?:no|number)\b|\bинн\b|\bогрн\b",
    re.IGNORECASE | re.MULTILINE,
)
_DIAL_IN = bounded_pattern(
    r"microsoft teams[- ](?:meeting|besprechung)|собрани\w+ (?:в )?microsoft teams|meeting[- ]?id"
    r"|besprechungs-?id|(?:pass|pin|access)[- ]?code\b"
    r"|kenn(?:code|ung)\b|dial[- ]?in\b|dial by|join by (?:phone|telephone)|one[- ]tap|find (?:a|your) local number"
    r"|telefoneinwahl|einwahl\w*|per telefon teilnehmen|phone conference|conference id|telefonkonferenz-?id"
    r"|\bpin:|webinar id"
    r"|идентификатор (?:конференции|собрания)|код (?:доступа|конференции)|подключиться по телефону"
    r"|номер(?:а)? для (?:подключения|дозвона)|\d,,\d|\d#",
    re.IGNORECASE,
)
_NUMBER_ONLY = bounded_pattern(
    r"[^\S\n]*(?:[-•*][^\S\n]*)?\+?\(?\d[\d\s()./-]{6,40}"
    r"(?:\s*\(?[^\W\d_ ][^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2}\)?)?[^\S\n]*$"
)
_ADDRESS = bounded_pattern(r"(?:https?://|www\.)[^\s<>\"»]+|[\w.+'-]{1,64}@[\w.-]{1,200}", re.IGNORECASE)


def foreign_parts(text: str) -> Iterator[Span]:
    """Quoted letters, everything below an answered one, adverts for other jobs, footers, and a gateway's warnings."""
    answered = next((found for found in _ANSWERED.finditer(text) if _is_below_an_answer(text, found.start())), None)
    if answered:
        yield Span(answered.start(), len(text))
    if adverts := _ADVERTS.search(text):
        yield Span(adverts.start(), len(text))
    lines = list(_LINE.finditer(text))
    has_own_lines = any(line[0].strip() and not _QUOTED_LINE.match(line[0]) for line in lines)
    if has_own_lines:
        yield from (Span(line.start(), line.end()) for line in lines if _QUOTED_LINE.match(line[0]))
    for found in _FOOTER.finditer(text):
        yield _within_its_line(text, found)


def technical_parts(text: str) -> Iterator[Span]:
    """Addresses of the web and of mail, and the lines that say how to dial into a meeting."""
    for found in _ADDRESS.finditer(text):
        yield Span(found.start(), found.end())
    is_dialling = False
    for line in _LINE.finditer(text):
        heading = _DIAL_IN.search(line[0])
        is_dialling = heading is not None or (is_dialling and _NUMBER_ONLY.match(line[0]) is not None)
        if is_dialling:
            yield Span(line.start() + (heading.start() if heading else 0), line.end())


def _within_its_line(text: str, found: re.Match[str]) -> Span:
    """The sentence of a footer; others may stand in the same line."""
    line_start, line_end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    line_end = len(text) if line_end < 0 else line_end
    before, after = text.rfind(". ", line_start, found.start()), text.find(". ", found.end(), line_end)
    return Span(line_start if before < 0 else before + 1, line_end if after < 0 else after + 1)


def _is_below_an_answer(text: str, start: int) -> bool:
    return len(text[:start].split()) >= _FEWEST_OWN_WORDS
