"""Names of people in a text, and what their titles make them to the selection (C)."""

from __future__ import annotations

import re

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.known_words import BOARDS, JOB_WORDS, LEGAL_FORMS, TITLE_WORDS
from chalicelib.drafts.names.given_names import is_given_name
from chalicelib.drafts.names.person_name import person_name
from chalicelib.drafts.word_lists import words
from chalicelib.playbook.contact import Role

_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Sir|Dame|г-жа|г-н|д-р)\.?\s+)"
_WORD = r"(?:[A-ZÄÖÜÉÁÅØŁŚŽČŠÇİА-ЯЁ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?|(?:[A-ZА-ЯЁ]\.\s?){1,2})"
_PARTICLE = r"(?:von|van|der|den|de|la|del|di|da|dos|zu|zur|al|el|bin|ten|le)"
NAME = (
    rf"(?:{_HONORIFIC}{{1,2}}{_WORD}(?:[ \t]+(?:{_PARTICLE}[ \t]+){{0,2}}{_WORD}){{0,3}}"
    rf"|{_WORD}(?:[ \t]+(?:{_PARTICLE}[ \t]+){{0,2}}{_WORD}){{0,3}})"
)
_LEGAL = bounded_pattern(rf"(?<!\w){LEGAL_FORMS}(?!\w)")
_HONORIFICS_BEFORE = bounded_pattern(rf"^{_HONORIFIC}+")
_FIRM_SIGNS = bounded_pattern(r"[&@\d/\"«»„“|]|\.(?:com|de|ru|org)\b")
_MOST_WORDS = 4
_NO_NAMES = words(
    """
    interview interviews invitation meeting team the a an your our regards best kind thanks hello dear hi monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december teams zoom google microsoft meet video call office hours internal external subject from to re
    fwd clinics group labs studio media partners solutions systems services bakery institute university school college
    hospital bank agency company holding works museum gallery press publishing logistics robotics ceramics freight
    consulting energy foods foundation industries insurance hotel restaurant cafe center centre council trust society
    software technologies technology digital health care capital ventures store stores shop market
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
    gespräch vorstellungsgespräch einladung bewerbung termin grüße gruß verlag werke klinik klinikum stadtwerke verein
    versicherung kanzlei praxis stiftung universität hochschule schule museum agentur gruppe medien handel bau
    понедельник вторник среда четверг пятница суббота воскресенье собеседование интервью приглашение встреча компания
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря ваш ваша мы вы я вас вам это
    спасибо здравствуйте добрый день привет адрес телефон контакт москва
    """
)
_TITLES_OF = {
    Role.RECRUITER: r"recruit|talent|\bhr\b|human resources|people (?:and|&|team|partner|operations|manager|ops)|sourc"
    r"|personal(?:ab|re|we|le|en|ma|$|\b)|personnel|подбор|персонал|кадр|рекрут|эйчар|\bhr-|bewerbermanagement|headhunt",
    Role.CEO: r"\bceo\b|managing director|founder|chief executive|\bowner\b|^president|geschäftsführ|inhaber|vorstand"
    r"|генеральн\w+ директор|^директор$|основател|владел|собственник",
    Role.SUPERVISOR: r"\bhead of|team ?lead|\blead\b|manager|supervisor|foreman|director|\bc[tfo]o\b|\bvp\b|chief"
    r"|leiter|leitung|meister|руковод|начальни|заведующ|тимлид|управляющ|главн|директор",
    Role.OFFICE: r"reception|secretar|\boffice\b|sekretariat|empfang|секретар|при[её]мн|assisten|помощни|ассистент",
}
_ROLES = {role: bounded_pattern(titles, re.IGNORECASE) for role, titles in _TITLES_OF.items()}


def is_person(text: str, *, is_introduced: bool = False) -> bool:
    """Whether a text is a person's name. ``is_introduced``: it stands where a name is expected, so that one that is
    not among the common ones is believed, too."""
    bare = text.strip(" ,.;:")
    parts = bare.split()
    if not 1 <= len(parts) <= _MOST_WORDS or _LEGAL.search(bare) or _FIRM_SIGNS.search(bare):
        return False
    lower = {part.strip(".,").lower() for part in parts}
    if lower & (_NO_NAMES | TITLE_WORDS | BOARDS | JOB_WORDS) and not _HONORIFICS_BEFORE.match(bare):
        return False
    if person_name(bare) is None:
        return False
    if _HONORIFICS_BEFORE.match(bare):
        return len(parts) > 1
    knows_given_name = any(is_given_name(part) for part in parts[: 3 if len(parts) > 1 else 1])
    return knows_given_name or (is_introduced and all(part[:1].isupper() or len(part) <= 3 for part in parts))  # noqa: PLR2004 - particles


def name_as_written(text: str) -> str:
    """The name in one line, in the order in which it was written."""
    return " ".join(text.strip(" ,.;:\n\t").split())


def role_by(title: str) -> Role | None:
    """What somebody is to the selection, by a title; None if it does not tell."""
    return next((role for role, pattern in _ROLES.items() if pattern.search(title)), None)


def is_title(text: str) -> bool:
    """Whether a text says what somebody does: "Talent Partner", «специалист по подбору»."""
    found = {part.strip(".,()").lower() for part in text.replace("-", " ").split()} | {
        part.lower() for part in text.split()
    }
    return bool(found & TITLE_WORDS) and _LEGAL.search(text) is None
