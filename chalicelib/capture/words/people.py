"""The people at the employer: who wrote, who will be there, whom to ask for, and how to reach them."""

from __future__ import annotations

from chalicelib.capture.found import Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.contact_data import is_office, with_addresses, with_phones
from chalicelib.capture.words.introductions import introduced_in
from chalicelib.capture.words.named_sources import Sources
from chalicelib.capture.words.person_found import PersonFound
from chalicelib.capture.words.person_words import is_person, name_as_written, role_by
from chalicelib.playbook.contact import Role

CONTACTS = "contacts"
_MOST = 6
_AFTER_VIA = bounded_pattern(r"(?i)\s+(?:via|über|through|из|from|at|@|bei)\s+.*$|\s*[(|,/–—].*$|^[\"']|[\"']$")
_LAST_FIRST = bounded_pattern(
    r"^(?P<last>[^\W\d_][\w'-]+(?:\s[A-Z][\w'-]+)?),\s(?P<first>[A-ZА-ЯЁ][\w'-]+(?:\s[A-Z]\.?)?)$"
)


def contacts_in(sources: Sources) -> Found | None:
    """The people that a message names, as fields of contacts; None if it names nobody to call, write to or ask for."""
    people = with_addresses(with_phones(_people(sources), sources), sources)[:_MOST]
    if not people:
        return None
    quote = next((one.quote for one in people if one.quote), "")
    return Found(tuple(one.fields() for one in people), quote)


def _people(sources: Sources) -> tuple[PersonFound, ...]:
    """Each person once, the writer first; the owner is none of them."""
    writer = _writer(sources)
    kept: list[PersonFound] = []
    for person in [*([writer] if writer else []), *introduced_in(sources.passage.said)]:
        if sources.is_owner(person.name):
            continue
        at = next((at for at, other in enumerate(kept) if other.is_named_like(person)), None)
        if at is None:
            kept.append(person)
        else:
            kept[at] = kept[at].joined_with(person)
    return tuple(kept)


def _writer(sources: Sources) -> PersonFound | None:
    """Who wrote: as they sign, or else as the mail calls them; a robot is nobody."""
    signature, sender_name, address = sources.signature, _sender_name(sources), _sender_address(sources)
    if signature and signature.name:
        is_shortened = sender_name.lower().startswith(f"{signature.name.lower()} ")
        name = sender_name if is_shortened else name_as_written(signature.name)
        title = signature.title or ""
        at = sources.passage.said.find(signature.name, signature.span.start)
        return PersonFound(name, signature.name, role_by(title), title, email=address, at=at)
    if sender_name and sources.sender:
        return PersonFound(sender_name, sources.sender.name, email=address)
    return PersonFound("", address, Role.OFFICE, email=address) if address and is_office(address) else None


def _sender_address(sources: Sources) -> str:
    """The address in a mail's header; empty if nobody reads it, or if it is the owner's."""
    sender = sources.sender
    is_theirs = sender and not sources.has_robot_sender and sender.address.lower() != sources.owner.email.lower()
    return sender.address if sender and is_theirs else ""


def _sender_name(sources: Sources) -> str:
    """The name in a mail's header, given name first; empty if it is no person's."""
    if sources.sender is None or sources.has_robot_sender:
        return ""
    written = sources.sender.name.strip(" '\"")
    if swapped := _LAST_FIRST.match(written):
        written = f"{swapped['first']} {swapped['last']}"
    bare = _AFTER_VIA.sub("", written).strip()
    return name_as_written(bare) if is_person(bare, is_introduced=True) and not sources.is_owner(bare) else ""
