"""The words and patterns that the checks of the voice look for, in each language."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_SUBJECT = 60  # characters
LONGEST_TITLE = 60
AROUND = 30  # characters
SENTENCES_FOR_WHO_AND_TIME = 2
LONGEST_QUESTION = 8  # words before "two minutes"; more of them say why, too
ODD_TITLE = r"[\[(,/]| - |^(the|an?) |position$|^(позиция|вакансия) "
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
RUSSIAN_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
MONTH_FIRST = frozenset({"US", "CA", "PH"})
ENGLISH_IS_SPOKEN = MONTH_FIRST | {"GB", "IE", "AU"}  # elsewhere the owner's English is written
BRITISH_WORDS = r"\bCVs?\b|\bkeen(er)?\b|\bapologise|\btalk(ing)? to (me|you)\b"
AMERICAN_WORDS = r"\br[ée]sum[ée]s?\b|\bapologize|\bexcited about\b|\b(talk|talking|meeting) with (me|you)\b"
BRITISH_TITLES, AMERICAN_TITLES = r"\b(Mr|Mrs|Ms|Dr|Prof) [A-Z]", r"\b(Mr|Mrs|Ms|Dr|Prof)\. [A-Z]"
ONE_SECOND_COMMA = rf"({WEEKDAYS}), ({MONTHS}) \d{{1,2}}(, \d{{4}})? (?!(and|or) ({WEEKDAYS}))[A-Za-z]"
WHO_IS_THERE = re.compile(r"[^?\n]{0,80}\b(is this|is that|am I (speaking|through)|это)\b[^?\n]*\?", re.IGNORECASE)


class Phrase(NamedTuple):
    """A phrase that made a reader say no: what kind of mistake it is, and how it is found in a language."""

    kind: str
    language: str
    pattern: str


HURT = "the last word sounds hurt"
NOBODY = "nobody says so"
PASTED = "pasted in"
MACHINE = "a machine's word"
PHRASES = (
    Phrase(HURT, "en", r"take (it|this|that) as a no\b"),
    Phrase(HURT, "en", r"\blast (letter|email|word)\b"),
    Phrase(HURT, "en", r"\bnuisance\b"),
    Phrase(HURT, "en", r"\blast time\b"),
    Phrase(HURT, "en", r"who(m)?ever you('ve)? (choose|chose|chosen)"),
    Phrase(HURT, "ru", r"последний раз"),
    Phrase(HURT, "ru", r"последнее письмо"),
    Phrase(HURT, "ru", r"больше не (буду|стану) (Вас )?(этим )?(беспокоить|отвлекать)"),
    Phrase(HURT, "ru", r"надоедать|надоесть"),
    Phrase(HURT, "ru", r"(понимаю|считать|принимаю|расцениваю)[^.?!]{0,20}отказ"),
    Phrase(HURT, "ru", r"том(у|м), кого (Вы )?выб"),
    Phrase(NOBODY, "en", r"a chance for me\b"),
    Phrase(NOBODY, "en", r"\bsuits me\b"),
    Phrase(NOBODY, "en", r"because I('d| would) like to do this work"),
    Phrase(NOBODY, "en", r"our conversation is the reason"),
    Phrase(NOBODY, "en", r"\bI('d| would) gladly\b"),
    Phrase(NOBODY, "en", r"[“\"]Yes[”\"],? [“\"]no[”\"],? or [“\"]not yet[”\"]"),
    Phrase(NOBODY, "en", r"\bAny news on my\b"),
    Phrase(NOBODY, "en", r"\byou have my (email|letter) of\b"),
    Phrase(NOBODY, "en", r"\bAll the best to you\b"),
    Phrase(NOBODY, "en", r"\ball I need\b"),
    Phrase(NOBODY, "en", r"\bI ask you to\b|\bthis request is presented\b"),
    Phrase(NOBODY, "en", r"\b(like|want(ed)?) to learn from it\."),  # what is asked for is never said
    Phrase(NOBODY, "en", r"\bMay I apply again\b|\bwhat was missing\b"),
    Phrase(NOBODY, "en", r"\bYou mentioned that you would\b|\bmentioned an answer\b"),
    Phrase(NOBODY, "en", r"\btime for it\b|\bWho would know\b"),
    Phrase(NOBODY, "en", r"\bFor whoever\b|\bCandidate for\b"),
    Phrase(NOBODY, "en", r"\bfor telling me on\b"),
    Phrase(NOBODY, "en", r"\bor should I keep looking\b|\bkeep my options open\b"),
    Phrase(NOBODY, "en", r"\ba day to (meet|talk) (for|about)\b"),
    Phrase(NOBODY, "en", r"\bplan accordingly\b|\bevery success\b|\btime and attention\b"),  # office politeness
    Phrase(NOBODY, "en", r"\bI hope I('m| am) not\b|\bchance to look\?|\bstayed on my mind\b"),
    Phrase(NOBODY, "en", r"\binterview for the [^.?!]{0,60}, for the\b|\bnext interview for the\b|\binterview, too\b"),
    Phrase(NOBODY, "en", r"\bwould it be wiser\b|\banother email\b|\bThat's a pity\b"),
    Phrase(NOBODY, "ru", r"заниматься этой работой|хочу ею заниматься"),
    Phrase(NOBODY, "ru", r"другие варианты|почему мне отказали|в другой компании"),
    Phrase(NOBODY, "ru", r"наверное, видели|просили( немного)? подождать|собирались ответить"),  # a hidden reproach
    Phrase(NOBODY, "ru", r"с этим человеком|отдел подбора(?! персонала)|примерно рассчитывать|хочется встретиться"),
    Phrase(NOBODY, "ru", r"запомнилось мне как|и за само приглашение\. |вспоминаю, (как|что)"),
    Phrase(NOBODY, "ru", r"дошло ли [^?]{0,200}получили\?|после [^.,?!]{1,60} после "),  # said twice
    Phrase(NOBODY, "ru", r"от меня было[^.?!]{0,20} письмо"),
    Phrase(NOBODY, "ru", r"позвонить о причинах|о причинах[^.?!]{0,20} позвонить"),
    Phrase(NOBODY, "ru", r"достаточно короткого ответа"),
    Phrase(NOBODY, "ru", r"«да», «нет» или"),
    Phrase(NOBODY, "ru", r"искать дальше|есть шанс"),
    Phrase(NOBODY, "ru", r"тем временем|моё собеседование|было у Вас собеседование"),
    Phrase(NOBODY, "ru", r"хочу проверить|стало ли понятно"),
    Phrase(NOBODY, "ru", r"возвращаюсь к вопросу|вернусь к нему|адресату:"),
    Phrase(NOBODY, "ru", r"отлично поговорили|собеседование мне запомнилось"),
    Phrase(NOBODY, "ru", rf"\bдо меня не дозвонились|({RUSSIAN_MONTHS}) решения ещё не было"),
    Phrase(PASTED, "en", r"\b(the|an?) (the|an?)\b"),
    Phrase(PASTED, "en", r"\(m/f/[dx]\)"),
    Phrase(PASTED, "ru", r"\(м/ж\)"),
    Phrase(PASTED, "ru", r"\bпозици"),
    Phrase(PASTED, "ru", r"компани\w+ [«„]?(ООО|АО|ПАО|ЗАО|ИП)\b"),
    Phrase(MACHINE, "en", r"\b(?-i:None)\b|\{\{|\bundefined\b"),
    Phrase(MACHINE, "ru", r"\b(?-i:None)\b|\{\{|\bundefined\b"),
    Phrase(MACHINE, "en", r"\bsay goodbye to\b"),
    Phrase(MACHINE, "ru", r"\bраунд"),
)
ASKS_FOR_TIME = {
    "en": r"\b(two|a|one|a few|five) minutes?\b|good (moment|time)|\bconvenient\b|\ba moment\b|time to talk",
    "ru": r"минут|удобно|есть ли у Вас время",
}
LEAVE = {
    "en": r"\bunless\b|\bif (that|it)('s| is) (all right|fine|ok|okay|good)|\bif you don't mind|\bmay I call\b|"
    r"\bif (it's|it is) easier|all right with you|\bI can call\b|\bif I don't hear\b|\bif I haven't heard\b",
    "ru": r"если Вы не против|если не возражаете|если Вы не возражаете|если до этого|можно мне|можно я|могу позвонить|"
    r"не услышу|не получу|если так удобнее|если Вам удобно",
}
PROMISE = {
    "en": r"\bI('ll| will|'m going to) (call|phone|ring|try you)\b",
    "ru": r"\b(позвоню|перезвоню|наберу)\b",
}
BRANCHES = {
    "somebody else answers": {
        "en": r"(someone|somebody|anyone) else|another person|(colleague|assistant) (answers|picks)",
        "ru": r"кто-то друг|другой человек|не тот человек|коллега|не (он|она)\b",
    },
    "she is in a meeting": {
        "en": r"meeting|busy|isn't free|not free",
        "ru": r"на встрече|на совещании|совещани|занят",
    },
    "voicemail": {"en": r"voicemail|machine", "ru": r"автоответчик|голосов"},
}
YES = {"en": r"\byes\b|\bsay yes\b|\boffer\b|invit", "ru": r":\s*да\b|положительн|приглаша"}
HANGING_UP = {"en": r"before you hang up", "ru": r"перед тем как попрощаться|прежде чем попрощаться"}
SOMETHING_ELSE = {
    "en": r"(something|anything) (else|similar)|another (opening|role|job)|in the future comes up",
    "ru": r"что-(то|нибудь) (другое|ещё|подходящее|похожее)|другая вакансия|другой вакансии",
}
THROUGH = {"en": r"put you through", "ru": r"соединили"}
