"""The kinds of fields: each a type, its limits as the schema states them, and the reader of its values."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

from msgspec import Meta

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Channel
from chalicelib.playbook.owner import Tone, Weekday
from chalicelib.schemas import addresses, locales, texts, values

LINE, NOTES, EVENT_NOTE, TAG = 200, 4096, 1000, 40
LAST_ROUND = 20

Line = Annotated[str, Meta(max_length=LINE, extra={"read": texts.line(LINE)})]
Notes = Annotated[str, Meta(max_length=NOTES, extra={"read": texts.paragraphs(NOTES)})]
EventNote = Annotated[str, Meta(max_length=EVENT_NOTE, extra={"read": texts.paragraphs(EVENT_NOTE)})]
Tag = Annotated[str, Meta(max_length=TAG, extra={"read": texts.tag(TAG)})]

Day = Annotated[date, Meta(extra={"read": values.day})]
ClockTime = Annotated[time, Meta(extra={"read": values.clock_time})]
Switch = Annotated[bool, Meta(extra={"read": values.switch})]
Round = Annotated[int, Meta(ge=1, le=LAST_ROUND, extra={"read": values.number(1, LAST_ROUND)})]
Attempts = Annotated[int, Meta(ge=1, le=10, extra={"read": values.number(1, 10)})]
Processes = Annotated[int, Meta(ge=0, le=20, extra={"read": values.number(0, 20)})]
# T itself waits five working days in places; a longer pause would contradict it.
WorkingDaysBetween = Annotated[int, Meta(ge=1, le=5, extra={"read": values.number(1, 5)})]

ContactRole = Annotated[Role, Meta(extra={"read": values.choice(Role)})]
AnswerChannel = Annotated[Channel, Meta(extra={"read": values.choice(Channel)})]
DigestDays = Annotated[tuple[Weekday, ...], Meta(min_length=1, extra={"read": values.choices(Weekday)})]
LetterTone = Annotated[Tone, Meta(extra={"read": values.choice(Tone)})]
Happening = Annotated[EventKind, Meta(extra={"read": values.choice(EventKind)})]
EventResult = Annotated[Result, Meta(extra={"read": values.choice(Result)})]

Email = Annotated[str, Meta(extra={"read": addresses.email}, extra_json_schema={"format": "email"})]
Phone = Annotated[str, Meta(extra={"read": addresses.phone})]
Extension = Annotated[str, Meta(extra={"read": addresses.extension})]
WebAddress = Annotated[str, Meta(extra={"read": addresses.web_address}, extra_json_schema={"format": "uri"})]

Country = Annotated[str, Meta(extra={"read": locales.country})]
TimeZone = Annotated[str, Meta(extra={"read": locales.time_zone})]
Language = Annotated[str, Meta(extra={"read": locales.language})]
