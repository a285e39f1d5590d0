"""What the fields of requests mean, where neither their name nor what their reader takes says it; and the patterns of
the readers that have one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chalicelib.schemas import addresses, locales, values

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "InterviewFields": {
        "interview_on": "The day of the interview: ahead, today or past",
        "interview_time": "When it begins, in your time zone; two hours later it counts as over",
        "round": "Which round of the process this is",
        "contacts": "Whom you know there; in a change they are replaced as a whole",
        "contact_name": "The first contact, flat: its name",
        "contact_role": "The first contact, flat: its role",
        "contact_phone": "The first contact, flat: its phone number",
        "contact_email": "The first contact, flat: its mail address",
        "answer_expected_on": "The day by which they said they would answer; after the interview",
        "answer_channel": "How they said they would answer",
        "may_call": "Whether they said that you may call",
        "persistence_expected": "Whether the role asks for persistence (W5); guessed from the position if absent",
        "background_check": "Whether a background check is running (W6)",
        "test_task": "Whether there was a test task",
        "employer_country": "Where they work, by ISO 3166: `DE`, `DE-BY`; your own country if absent",
        "language": "The language of the drafts, such as `en`; your own if absent",
        "notes": "For you; a line such as `liked: the way your team plans its week` goes into the thank-you letter",
        "url": "For you: the vacancy, say; http or https",
        "process_id": "The process that this round belongs to, as an earlier round carries it; its own if absent",
    },
    "ContactFields": {"role": "What the contact is to this selection"},
    "EventFields": {
        "kind": "What happened",
        "on": "The day of it, not in the future; today if absent",
        "result": "How a call went, or what they said: with `called` and `heard_back` only, and required there",
        "call_again_on": "With `no_decision`: the day on which they asked you to call again",
        "call_again_time": "With `call_again_on`: the hour of it",
        "until": "With `told_to_wait` and `snoozed`: until when; with `offer`: by when they want your answer",
        "reasons_given": "With `refusal`: whether they gave their reasons",
        "interview_on": "With `next_round`, and required there: the day of that interview",
        "interview_time": "With `next_round`: when that interview begins",
        "note": "For you",
    },
    "OwnerFields": {
        "name": "Your name, as letters are signed with it",
        "email": "Where the digest goes",
        "phone": "The number that your letters name",
        "language": "The language in which you are spoken to",
        "tone": "How the drafts speak",
        "country": "Where you live, by ISO 3166: `DE`, `DE-BY`; whose days off count where a record names no other",
        "digest_at": "When the digest comes, in your time zone",
        "digest_days": "On which days of the week it may come; null, or nothing, for every day",
        "paused_until": "No digest before this day",
        "attempts_at_most": "How many unanswered attempts a process may have (H5)",
        "days_between_attempts": "How many working days lie between two attempts (H5)",
        "processes_at_least": "Fewer live processes than this are worth a nudge (M1); 0 for never",
    },
    "TableFields": {
        "text": "The CSV",
        "columns": "Headers and the fields that they stand for, where the guess is wrong; null leaves a column out",
        "date_format": "Whether the day or the month comes first in days with slashes, where that cannot be told",
    },
    "AskedPortion": {"after": "The `next` of the portion before"},
    "Asked": {
        "status": "Records with something left to do, those without, or both",
        "due": "Open records only, by the day of their next step; the week is today and the seven days after it",
        "limit": "The most that a page holds",
        "cursor": "Where the page begins: the `next` of the page before it",
        "next": "Another name of `cursor`; send one of them",
    },
}

PATTERNS: Mapping[Callable[..., object], str] = {
    values.clock_time: "^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$",
    addresses.extension: "^[0-9*#]{1,10}$",
    locales.language: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    locales.country: "^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$",
}
