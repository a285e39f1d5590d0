"""Whose number and whose address it is: those of a text, given to the people that it names."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.named_sources import Sources, is_robot
from chalicelib.capture.words.person_found import PersonFound
from chalicelib.capture.words.phones import Phone, phones_in
from chalicelib.drafts.word_lists import words
from chalicelib.playbook.contact import Role

_SAME_END = 9  # digits by which two writings of a number are compared
_SHORTEST_NAME = 3  # letters that tell whose address it is
_ADDRESS = bounded_pattern(r"(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}(?!\w)")
_OF_NOBODY = words("support help helpdesk privacy datenschutz unsubscribe billing press presse")
_OFFICES = words(
    """
    info hr jobs job career careers karriere bewerbung bewerbungen personal recruiting recruitment office kontakt
    contact team talent people kadry rabota vacancy hello mail
    """
)


def with_phones(people: tuple[PersonFound, ...], sources: Sources) -> tuple[PersonFound, ...]:
    """The people with their numbers: of whom was named last before one in the same line, or else of who wrote.

    A number of nobody is the main line's; the owner's own is left out.
    """
    own = _digits(sources.owner.phone or "")[-_SAME_END:]
    for phone in phones_in(sources.passage.said, sources.owner.country):
        at = _whose(people, phone, sources.passage.said)
        if own and _digits(phone.number).endswith(own):
            continue
        if at is None:
            people = (*people, PersonFound("", phone.number, Role.OFFICE, "", phone.number, phone.extension))
        elif not people[at].phone:
            people = _changed(people, at, replace(people[at], phone=phone.number, extension=phone.extension))
    return people


def with_addresses(people: tuple[PersonFound, ...], sources: Sources) -> tuple[PersonFound, ...]:
    """The people with the addresses of the text: of whose name one has a part, or of who wrote a pasted message."""
    for found in _ADDRESS.finditer(sources.passage.own):
        address = found[0].rstrip(".")
        if _is_somebodys(address, people, sources):
            at = _addressee(people, address, is_pasted=sources.sender is None)
            people = people if at is None else _changed(people, at, replace(people[at], email=address))
    return people


def is_office(address: str) -> bool:
    """Whether an address is that of a team: "jobs@…"."""
    return address.partition("@")[0].lower() in _OFFICES


def _whose(people: tuple[PersonFound, ...], phone: Phone, said: str) -> int | None:
    line_start = said.rfind("\n", 0, phone.span.start) + 1
    in_line = [at for at, one in enumerate(people) if line_start <= one.at < phone.span.start]
    return max(in_line, key=lambda at: people[at].at) if in_line else (0 if people else None)


def _is_somebodys(address: str, people: tuple[PersonFound, ...], sources: Sources) -> bool:
    lower = address.lower()
    is_known = lower == sources.owner.email.lower() or any(one.email.lower() == lower for one in people)
    return not (is_known or is_robot(address) or lower.partition("@")[0] in _OF_NOBODY)


def _addressee(people: tuple[PersonFound, ...], address: str, *, is_pasted: bool) -> int | None:
    local = address.partition("@")[0].lower()
    free = [at for at, one in enumerate(people) if not one.email]
    named = next((at for at in free if _fits(people[at].name, local)), None)
    is_writers = is_pasted and 0 in free and not is_office(address)
    return 0 if named is None and is_writers else named


def _changed(people: tuple[PersonFound, ...], at: int, person: PersonFound) -> tuple[PersonFound, ...]:
    return (*people[:at], person, *people[at + 1 :])


def _fits(name: str, local: str) -> bool:
    return any(len(word) >= _SHORTEST_NAME and word.lower() in local for word in name.split())


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())
