"""The people at the employer: who wrote, who will be there, whom to ask for, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.capture.found import Found
from chalicelib.capture.words import labels
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.named_sources import Sources, is_robot
from chalicelib.capture.words.person_words import NAME, is_person, name_as_written, role_by
from chalicelib.capture.words.phones import Phone, phones_in
from chalicelib.drafts.word_lists import words
from chalicelib.playbook.contact import Role

CONTACTS = "contacts"
_MOST = 6
_SAME_END = 9  # digits by which two writings of a number are compared
_ENGLISH = bounded_pattern(
    rf"(?<!\w)(?i:with|meet|meeting|interviewed\s+by|joined\s+by|ask\s+for|speak\s+(?:to|with)|talk\s+to"
    rf"|contact|interviewers?(?:\s+(?:will\s+be|is|are))?:?"
    rf"|your\s+host\s+is)\s+(?P<name>{NAME})(?:\s*[,(]\s*(?:our\s+|the\s+"
    rf"|your\s+)?(?P<title>[^,.()\n]{{3,60}}))?(?:\s+and\s+(?P<second>{NAME}))?"
)
_TITLE_FIRST = bounded_pattern(
    rf"(?<!\w)(?i:with|meet)\s+(?:our|the|my)\s+(?P<title>[^,.()\n]{{2,50}}),\s+(?P<name>{NAME})(?P<second>(?!))?"
)
# "This is Marco from …", "Hier ist Mara von …", «Это Оксана из …», and at the end "Dev from Bluewick".
_ONESELF = bounded_pattern(
    rf"(?<!\w)(?:(?i:this\s+is|it['’]?s|i['’]?m|i\s+am|my\s+name\s+is|hier\s+(?:ist|schreibt)|ich\s+bin"
    rf"|mein\s+name\s+ist|это|меня\s+зовут)\s+(?P<name>{NAME})(?=\s+(?:from|at|with|of|von|vom|bei|aus|из|с)\b"
    rf"|[,.!])"
    rf"|(?<=[.!?\n])\s*(?P<last>{NAME})\s+(?:from|at|von|vom|bei"
    rf"|из)\s+[^.!?\n]{{2,50}}$)(?P<title>(?!))?(?P<second>(?!))?"
)
_GERMAN = bounded_pattern(
    rf"(?<!\w)(?i:mit|bei|an|von|durch|ansprechpartner(?:in)?(?:\s+ist)?:?|ist)\s+(?:(?:unserer?m?|Ihrer?m?|der"
    rf"|dem)\s+(?P<title>[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?)\s+)?(?P<name>(?:Frau|Herrn?|Dr\."
    rf"|Prof\.)\s+{NAME})(?:\s+und\s+(?P<second>(?:Frau|Herrn?|Dr\.)\s+{NAME}))?"
)
_RUSSIAN = bounded_pattern(
    rf"(?<!\w)(?i:провед[её]т|проводит|проводить\s+будет|меня\s+зовут|это|спросите|контакт(?:ное\s+лицо)?:?"
    rf"|встретит(?:\s+вас)?|вас\s+(?:встретит|ждёт)|на\s+связи)\s+(?P<name>{NAME})(?:\s*[,(]\s*(?:(?:он"
    rf"|она)\s+же\s+|наш\w*\s+)?(?P<title>[^,.()\n«]{{3,60}}))?(?:\s+и\s+(?P<second>{NAME}))?"
)
_INTERVIEWING = bounded_pattern(r"(?i)провед|провод|with|meet|interview|joined|mit|встретит")
_AFTER_VIA = bounded_pattern(r"(?i)\s+(?:via|über|through|из|from|at|@|bei)\s+.*$|\s*[(|,/–—].*$|^[\"']|[\"']$")
_LAST_FIRST = bounded_pattern(
    r"^(?P<last>[^\W\d_][\w'-]+(?:\s[A-Z][\w'-]+)?),\s(?P<first>[A-ZА-ЯЁ][\w'-]+(?:\s[A-Z]\.?)?)$"
)
_ADDRESS = bounded_pattern(r"(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}(?!\w)")
_SUPPORT = frozenset(
    ["support", "help", "helpdesk", "privacy", "datenschutz", "unsubscribe", "billing", "press", "presse"]
)
_OFFICES = words(
    "info hr jobs job career careers karriere bewerbung bewerbungen personal recruiting recruitment office "
    "kontakt contact team talent people kadry rabota vacancy hello mail"
)


class _Person(Struct, frozen=True):
    name: str = ""
    quote: str = ""
    role: Role | None = None
    title: str = ""
    phone: str = ""
    extension: str = ""
    email: str = ""
    at: int = -1  # where the text names them

    def fields(self) -> dict[str, str]:
        told = {
            "name": self.name,
            "phone": self.phone,
            "extension": self.extension,
            "email": self.email,
            "title": self.title,
        }
        return {"role": (self.role or Role.RECRUITER).value} | {field: value for field, value in told.items() if value}


def contacts_in(sources: Sources) -> Found | None:
    """The people that a message names, as fields of contacts; None if it names none that could be called or asked for."""
    writer = _writer(sources)
    people = _merged([*([writer] if writer else []), *_introduced(sources)], sources)
    people = _with_phones(people, sources)
    people = _with_addresses(people, sources)
    kept = [one for one in people if one.name or one.phone or one.email][:_MOST]
    if not kept:
        return None
    quote = next((one.quote for one in kept if one.quote), "")
    return Found(tuple(one.fields() for one in kept), quote)


def _writer(sources: Sources) -> _Person | None:
    """Who wrote: as they sign, or else as the mail calls them; a robot is nobody."""
    signature, sender = sources.signature, sources.sender
    address = (
        sender.address
        if sender and not sources.has_robot_sender and sender.address.lower() != sources.owner.email.lower()
        else ""
    )
    if signature and signature.name:
        title = signature.title or ""
        at = sources.passage.said.find(signature.name, signature.span.start)
        full = _sender_name(sources)
        name = (
            full if full and full.lower().startswith(f"{signature.name.lower()} ") else name_as_written(signature.name)
        )
        return _Person(name, signature.name, role_by(title) if title else None, title, email=address, at=at)
    name = _sender_name(sources)
    if name and address:
        return _Person(name, sender.name if sender else "", email=address)
    if address and _is_office(address):
        return _Person("", address, Role.OFFICE, email=address)
    return None


def _sender_name(sources: Sources) -> str:
    """The name in a mail's header, given name first; empty if it is no person's."""
    if sources.sender is None or sources.has_robot_sender:
        return ""
    written = sources.sender.name.strip(" '\"")
    if swapped := _LAST_FIRST.match(written):
        written = f"{swapped['first']} {swapped['last']}"
    bare = _AFTER_VIA.sub("", written).strip()
    return name_as_written(bare) if is_person(bare, is_introduced=True) and not sources.is_owner(bare) else ""


def _introduced(sources: Sources) -> Iterator[_Person]:
    said = sources.passage.said
    if span := labels.labelled(said, labels.PERSON):
        value = said[span.start : span.end]
        name, _, title = value.partition(",")
        bare = name.strip().removesuffix(")")
        if is_person(bare, is_introduced=True):
            yield _Person(name_as_written(bare), bare, role_by(title), title.strip(), at=span.start)
    for pattern in (_ONESELF, _ENGLISH, _TITLE_FIRST, _GERMAN, _RUSSIAN):
        for found in pattern.finditer(said):
            yield from _named_by(found)


def _named_by(found: re.Match[str]) -> Iterator[_Person]:
    is_interviewer = _INTERVIEWING.match(found[0]) is not None
    title = (found["title"] or "").strip()
    role = role_by(title)
    is_self = "last" in found.re.groupindex
    for group in ("name", "second", *(["last"] if is_self else [])):
        name = found[group] or ""
        if name and is_person(name, is_introduced=" " in name.strip() or is_self):
            told = title if group == "name" and role else ""
            yield _Person(
                name_as_written(name),
                name.strip(),
                (role if told else None) or (Role.INTERVIEWER if is_interviewer else None),
                told,
                at=found.start(group),
            )


def _merged(people: list[_Person], sources: Sources) -> list[_Person]:
    """Each person once: who is named shortly and in full is one; the owner is none of them."""
    kept: list[_Person] = []
    for person in people:
        if sources.is_owner(person.name) and person.name:
            continue
        at = next((at for at, other in enumerate(kept) if _is_same(other.name, person.name)), None)
        if at is None:
            kept.append(person)
        else:
            kept[at] = _joined(kept[at], person)
    return kept


def _joined(one: _Person, other: _Person) -> _Person:
    longer = max(one, other, key=lambda person: len(person.name))
    return replace(
        one, name=longer.name, quote=longer.quote, role=one.role or other.role, title=one.title or other.title
    )


def _is_same(one: str, other: str) -> bool:
    first, second = (
        {word.strip(".").lower() for word in name.split()} - {"mr", "mrs", "ms", "dr", "frau", "herr", "herrn"}
        for name in (one, other)
    )
    return bool(first) and bool(second) and (first <= second or second <= first)


def _with_phones(people: list[_Person], sources: Sources) -> list[_Person]:
    """The numbers with the people: who was named last before one in the same line, or else who wrote."""
    own = _digits(sources.owner.phone or "")[-_SAME_END:]
    for phone in phones_in(sources.passage.said, sources.owner.country):
        if own and _digits(phone.number).endswith(own):
            continue
        at = _whose(people, phone, sources.passage.said)
        if at is None:
            people = [*people, _Person("", phone.number, Role.OFFICE, phone=phone.number, extension=phone.extension)]
        elif not people[at].phone:
            people = [
                *people[:at],
                replace(people[at], phone=phone.number, extension=phone.extension),
                *people[at + 1 :],
            ]
    return people


def _whose(people: list[_Person], phone: Phone, said: str) -> int | None:
    if not people:
        return None
    line_start = said.rfind("\n", 0, phone.span.start) + 1
    in_line = [at for at, one in enumerate(people) if line_start <= one.at < phone.span.start]
    return max(in_line, key=lambda at: people[at].at) if in_line else 0


def _with_addresses(people: list[_Person], sources: Sources) -> list[_Person]:
    """Addresses in the text: with whose name they fit; the writer's own, if the message was pasted."""
    for found in _ADDRESS.finditer(sources.passage.own):
        address = found[0].rstrip(".")
        local = address.partition("@")[0].lower()
        if (
            is_robot(address)
            or address.lower() == sources.owner.email.lower()
            or local in _SUPPORT
            or any(one.email.lower() == address.lower() for one in people)
        ):
            continue
        at = next((at for at, one in enumerate(people) if not one.email and _fits(one.name, local)), None)
        if at is None and sources.sender is None and people and not people[0].email and not _is_office(address):
            at = 0
        if at is not None:
            people = [*people[:at], replace(people[at], email=address), *people[at + 1 :]]
    return people


def _fits(name: str, local: str) -> bool:
    return any(len(word) > 2 and word.lower() in local for word in name.split())  # noqa: PLR2004 - no initials


def _is_office(address: str) -> bool:
    return address.partition("@")[0].lower() in _OFFICES


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())
