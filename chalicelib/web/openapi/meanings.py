"""The meanings of fields of requests, where neither the playbook's declaration, nor the field's name, nor its reader's
docstring says it; and the patterns of the readers that have one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chalicelib.exchange.uploads import TableFields
from chalicelib.schemas import addresses, locales, simple_values
from chalicelib.schemas.owner_fields import OwnerFields
from chalicelib.schemas.queries import ExportQuery, ListQuery
from chalicelib.schemas.validation import RequestSchema

MEANINGS: Mapping[type[RequestSchema], Mapping[str, str]] = {
    OwnerFields: {
        "name": "Your name, as letters are signed with it",
        "email": "Where the digest goes",
        "phone": "The number that your letters name",
        "language": "The language in which you are spoken to",
        "tone": "How the drafts speak",
        "country": "Where you live, by ISO 3166: `DE`, `DE-BY`; whose days off count where a record names no other",
        "digest_at": "When the digest comes, in your time zone",
        "digest_days": "On which days of the week it may come; null, or nothing, for every day",
        "paused_until": "No digest on or before this day; `2099-12-31` stands for until you resume it",
        "attempts_at_most": "How many unanswered attempts a process may have (H5)",
        "days_between_attempts": "How many working days lie between two attempts (H5)",
        "processes_at_least": "Fewer live processes than this are worth a nudge (M1); 0 for never",
        "capture_certain": "Whether exact calendar data, sent to `POST /capture`, records itself; it can be undone",
    },
    TableFields: {
        "text": "The CSV",
        "columns": "Headers and the fields that they stand for, where the guess is wrong; null leaves a column out",
        "date_format": "The order of day, month and year in days of numbers, where that cannot be told",
        "encoding": "How the file is written, where the guess is wrong: `cp1250`, `windows-1251`, `koi8-r` …",
        "decoded_from": "With `text` and `encoding`: the encoding of which the text was decoded, to be decoded anew",
    },
    ExportQuery: {"after": "The `next` of the portion before"},
    ListQuery: {
        "status": "Records with something left to do, those without, or both",
        "due": "Open records only, by the day of their next step; the week is today and the seven days after it",
        "limit": "The most that a page holds",
        "cursor": "Where the page begins: the `next` of the page before it",
        "next": "Another name of `cursor`; send one of them",
    },
}

PATTERNS: Mapping[Callable[..., object], str] = {
    simple_values.clock_time: "^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$",
    addresses.extension: "^[0-9*#]{1,10}$",
    locales.language: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    locales.country: "^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$",
}
