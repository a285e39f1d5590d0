"""The words of a calendar entry: its title, its category, and all that one needs to do the step on the spot."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.calendar.step_history import PlannedStep
from chalicelib.drafts.draft import Draft
from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import in_words
from chalicelib.drafts.step_labels import advice, reach, task, whom
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.step import Step, StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS

# Calendars show a title in one line, and some cut long ones; a feed of all records must not exceed a few megabytes.
LONGEST_COMPANY = 60
LONGEST_DESCRIPTION = 4000

_DONE, _FELL_AWAY = translatable("Done: {task}"), translatable("No longer due: {task}")


def title(planned: PlannedStep, company: str, language: Language) -> str:
    """The title, such as "Call Acme and ask for the decision".

    It says itself that there is nothing left to do, because some calendars show a cancelled event as any other.
    """
    due = task(planned.step, shortened(one_line(company), LONGEST_COMPANY), language)
    if planned.ended_on is None:
        return due
    return language.say(_DONE if planned.is_done else _FELL_AWAY, {"task": due})


def category(kind: StepKind, language: Language, *, is_call: bool) -> str:
    """The sort of step, for calendars that color or filter by it."""
    if is_call:
        return language.say("Call")
    return language.say("Letter") if STEP_KINDS[kind].letter_rules else language.say("Reminder")


def description(step: Step, draft: Draft | None, language: Language) -> str:
    """The description: why now and by which rules, whom to reach and how, and the words to say or to send."""
    why = f"{in_words(step.reasons, language)} ({', '.join(step.rules)})"
    return joined_paragraphs([why, *(_draft_paragraphs(draft, language) if draft else (advice(step, language),))])


def unreadable_record(interview_id: str, language: Language) -> tuple[str, str]:
    """The title and the description for a record that cannot be read, planned or put into words."""
    text = language.say(
        "Something in this record cannot be read. Open it to see what you can do; "
        "all else in this calendar is as it should be."
    )
    return language.say("Look into the record {id}", {"id": interview_id}), text


def joined_paragraphs(parts: Iterable[str | None]) -> str:
    """The parts that are not empty, as paragraphs, cut to ``LONGEST_DESCRIPTION`` characters."""
    return shortened("\n\n".join(filter(None, parts)), LONGEST_DESCRIPTION)


def _draft_paragraphs(draft: Draft, language: Language) -> tuple[str | None, ...]:
    recipient = ", ".join(filter(None, _recipient(draft, language)))
    return (draft.missing or draft.rung_reason, recipient, draft.notice, draft.subject, draft.text)


def _recipient(draft: Draft, language: Language) -> tuple[str, ...]:
    """Whom to reach and how, such as "Dana Winter" and "+49 30 23125 021"; empty without a contact."""
    if draft.to is None:
        return ()
    return whom(draft.to, draft.channel, language), reach(draft.to, draft.channel, language)
