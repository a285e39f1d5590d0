"""The fields of an interview that an event tells, each with the line that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from chalicelib.capture.calendars.event_start import Start
from chalicelib.capture.calendars.event_title import EventTitle
from chalicelib.capture.calendars.invitation import Invitation
from chalicelib.capture.found import Doubt, Found
from chalicelib.capture.people import is_owner, is_robot, merged, person_in
from chalicelib.drafts.names.office_names import is_office
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.contact import Role
from chalicelib.playbook.interview_facts import Format
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import translatable

SHORTEST, LONGEST = 5, 720  # minutes, as an interview takes them
_MOST_PEOPLE = 10
_LONGEST_PLACE = 200
_URL = lazy_pattern(r"https?://[^\s<>\"]{3,1500}")
_VIDEO = lazy_pattern(
    r"^(?:microsoft )?(?:teams|google meet|zoom|skype|webex|online|video|videokonferenz|видео|онлайн|телемост)"
    r"(?:[ -]?(?:meeting|call|besprechung|konferenz|встреча|звонок|связь|conference))*$",
    re.IGNORECASE,
)
_BY_VIDEO = lazy_pattern(
    r"\b(?:video ?(?:call|conference|chat|interview)|video(?:gespräch|anruf|konferenz|termin|interview)|"
    r"видео(?:встреч|связ|звон|конференц|интервью|собеседован)\w{0,4})",
    re.IGNORECASE,
)
_PHONE = lazy_pattern(
    r"^(?:by )?(?:phone|telephone|phone call|telefon|telefonisch|по телефону|телефон)\b", re.IGNORECASE
)
_FLOATING = translatable("is not named in the event: the hour is taken as one of your own zone")
_UNKNOWN = translatable("is not known here: check whether the hour is meant in your own zone")
_ALL_DAY = translatable("is not in the event, which takes the whole day: ask for it")


def event_fields(event: Invitation, title: EventTitle, owner: Owner) -> dict[str, Found]:
    """What the event says by itself."""
    fields = {**_when(event, owner), **_where(event)}
    if title.company:
        fields["company"] = Found(title.company, event.lines["SUMMARY"], event.is_sure)
    if title.position:
        fields["position"] = Found(title.position, event.lines["SUMMARY"], event.is_sure)
    if people := contacts_of(event, owner):
        fields["contacts"] = Found(people, event.lines.get("ORGANIZER", ""), event.is_sure)
    return fields


def event_doubts(event: Invitation) -> Iterator[Doubt]:
    """What has to be asked about its hour."""
    start = event.start
    if start is None:
        return
    if start.hour is None:
        yield Doubt("interview_time", _ALL_DAY)
    elif start.is_unknown:
        yield Doubt("interview_time_zone", _UNKNOWN)
    elif start.is_floating:
        yield Doubt("interview_time_zone", _FLOATING)


def own_time(start: Start, owner: Owner) -> Start:
    """The beginning as it is recorded: in the owner's zone if it is the same hour there, or is only an instant;
    otherwise in its own."""
    instant = start.instant
    if instant is None:
        return start
    try:
        ours = instant.astimezone(owner.zone)
    except OverflowError:  # before the year 1 or after the year 9999 there
        return start
    is_same_hour = ours.replace(tzinfo=None) == datetime.combine(start.day, start.hour or ours.time())
    if is_same_hour or start.zone == "Etc/UTC":
        return Start(ours.date(), ours.time())
    return start


def contacts_of(event: Invitation, owner: Owner) -> tuple[dict[str, Any], ...]:
    """The people of the event but the owner: whoever invites as a recruiter, the others as interviewers."""
    people: list[Mapping[str, Any]] = []
    for box in event.people:
        role = Role.RECRUITER if box == event.organizer else Role.INTERVIEWER
        role = Role.OFFICE if box.name and is_office(box.name) else role
        if not is_owner(box, owner) and (person := person_in(box, role)) and "email" in person:
            people.append(person)
    return merged(people[:_MOST_PEOPLE], ())


def is_owner_invited(event: Invitation, owner: Owner) -> bool:
    """Whether the owner is among those who are invited."""
    return any(is_owner(one.box, owner) for one in event.attendees)


def is_for_somebody_else(event: Invitation, owner: Owner) -> str:
    """The name of the one who is invited, if that is somebody else; empty if it may be the owner.

    Others at the employer may be invited too: whoever has the same mail domain as the organizer counts as one of them.
    """
    hosts = {box.address.rpartition("@")[2] for box in (event.organizer,) if box}
    invited = [one.box for one in event.attendees if one.is_person and not is_robot(one.box.address)]
    strangers = [box for box in invited if box.address.rpartition("@")[2] not in hosts]
    if is_owner_invited(event, owner) or (event.organizer and is_owner(event.organizer, owner)):
        return ""
    return next((box.name for box in strangers if len(box.name.split()) > 1), "")


def _when(event: Invitation, owner: Owner) -> dict[str, Found]:
    if event.start is None:
        return {}
    start, quote = own_time(event.start, owner), event.lines["DTSTART"]
    is_sure = event.is_sure and event.start.instant is not None
    fields = {"interview_on": Found(start.day, quote, is_sure)}
    if start.hour is not None:
        fields["interview_time"] = Found(start.hour.replace(second=0), quote, is_sure)
    if start.zone:
        fields["interview_time_zone"] = Found(start.zone, quote, is_sure)
    if event.minutes and SHORTEST <= event.minutes <= LONGEST:
        line = event.lines.get("DTEND") or event.lines.get("DURATION") or quote
        fields["interview_minutes"] = Found(event.minutes, line, is_sure)
    return fields


def _where(event: Invitation) -> dict[str, Found]:
    quote = event.lines.get("LOCATION", "")
    urls = [*event.urls, *(found.rstrip(".,;)") for found in _URL.findall(event.location))]
    place = ", ".join(part.strip(" ,;") for part in _URL.sub("", event.location).splitlines() if part.strip(" ,;"))
    rooms = {one.box.name for one in event.attendees if not one.is_person}
    is_place = bool(place) and not _VIDEO.match(place) and not _PHONE.match(place) and not (urls and place in rooms)
    fields: dict[str, Found] = {}
    if urls:
        fields["meeting_url"] = Found(urls[0], urls[0], event.is_sure)
    if is_place:
        fields["place"] = Found(place[:_LONGEST_PLACE], quote, event.is_sure)
    if held := _format(place, is_place=is_place, is_linked=bool(urls)):
        fields["format"] = Found(held, quote or urls[0], event.is_sure)
    elif not place and (said := _BY_VIDEO.search(f"{event.summary}\n{event.description}")):
        fields["format"] = Found(Format.VIDEO, said[0])
    return fields


def _format(place: str, *, is_place: bool, is_linked: bool) -> Format | None:
    if is_place:
        return None if is_linked else Format.IN_PERSON
    if _PHONE.match(place):
        return Format.PHONE
    return Format.VIDEO if is_linked or _VIDEO.match(place) else None
