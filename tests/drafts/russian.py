"""Russian drafts of full and of bare records, for the tests of their words."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec.structs import replace

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.typography import NO_BREAK
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import (
    AN_OFFER,
    CALLS,
    LETTERS,
    a_letter_to_send,
    a_script,
    a_step,
    the_second_letter,
)
from tests.factories import a_call, a_contact, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)


NEXT_FRIDAY = date(2026, 8, 14)


OFFER = replace(AN_OFFER, company="Globex", on=FRIDAY, until=date(2026, 8, 17), answer_on=date(2026, 8, 17))


EVERY_CALL = (StepKind.CLOSING_QUESTION, *CALLS)


EVERY_LETTER = LETTERS


def in_russian(**changes: Any) -> Owner:
    return an_owner(**({"language": "ru"} | changes))


def plain(text: str) -> str:
    """The text with plain spaces, as it stands in a test."""
    return text.replace(NO_BREAK, " ")


def in_plain_words(draft: Draft) -> Draft:
    """The draft with plain spaces in all its texts."""
    return replace(
        draft,
        subject=draft.subject and plain(draft.subject),
        passages=tuple(replace(part, text=plain(part.text)) for part in draft.passages),
        text=plain(draft.text),
        notice=plain(draft.notice),
    )


def sentences_of(draft: Draft) -> list[str]:
    """What is said or written, sentence by sentence; without headings and what is only for the caller."""
    lines = [line for line in plain(draft.text).splitlines() if line and line[0] not in "(["]
    return [sentence for line in lines for sentence in re.split(r"(?<=[.!?])\s+", line)]


def said(kind: StepKind, interview: Interview | None = None, owner: Owner | None = None, **plan: Any) -> Draft:
    return in_plain_words(a_script(kind, interview, owner=owner or in_russian(), offers=(OFFER,), **plan))


def written(kind: StepKind, interview: Interview | None = None, owner: Owner | None = None, **plan: Any) -> Draft:
    return in_plain_words(a_letter_to_send(kind, interview, owner=owner or in_russian(), offers=(OFFER,), **plan))


def met(name: str | None, **changes: Any) -> Interview:
    return an_interview(contacts=(a_contact(name=name),), **changes)


def a_full_record(**changes: Any) -> Interview:
    office = a_contact(role=Role.OFFICE, name="Приёмная", phone="+7 495 000-00-00")
    facts: dict[str, Any] = {
        "contacts": (office, a_contact(name="Винтер Дана Сергеевна", phone=None, email=None)),
        "answer_expected_on": FRIDAY,
        "answer_channel": Channel.PHONE,
        "test_task": True,
        "employer_country": "RU",
        "notes": "liked: как Вы планируете неделю",
        "events": (an_answer(FRIDAY, Result.REFUSAL),),
    }
    return an_interview(**(facts | changes))


def every_draft(interview: Interview, owner: Owner, **plan: Any) -> list[Draft]:
    first, second = {"step": a_step(StepKind.STATUS_CALL)}, {"step": the_second_letter()}
    return [
        *(said(kind, interview, owner, **plan) for kind in EVERY_CALL),
        *(written(kind, interview, owner, **first, **plan) for kind in EVERY_LETTER),
        written(StepKind.STATUS_LETTER, interview, owner, **second, **plan),
    ]


def drafts_full_and_bare() -> list[Draft]:
    told_plan = {"letter_sent_on": FRIDAY, "promised_call_on": NEXT_FRIDAY, "silent_since": FRIDAY}
    agreed = an_interview(events=(a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY),))
    bare = an_interview(contacts=())
    return [
        *every_draft(a_full_record(), in_russian(), **told_plan),
        *every_draft(a_full_record(answer_channel=Channel.EMAIL, notes=None), in_russian(tone=Tone.FRIENDLY)),
        *every_draft(agreed, in_russian()),
        *every_draft(bare, in_russian(name="", phone=None, tone=Tone.FRIENDLY)),
    ]
