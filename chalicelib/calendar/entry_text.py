"""What an event of the calendar says: its title, its kind, and all that is needed to do it on the spot."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import in_words
from chalicelib.drafts.step_labels import advice, reach, task, whom
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS

# Calendars show a title in a line, and some cut what is long; a feed of all records has to stay a few megabytes.
LONGEST_COMPANY = 60
LONGEST_DESCRIPTION = 4000


def title(step: Step, company: str, language: Language) -> str:
    """Such as "Call Acme and ask for the decision"."""
    return task(step, shortened(one_line(company), LONGEST_COMPANY), language)


def category(kind: StepKind, language: Language, *, is_call: bool) -> str:
    """What sort of thing it is, for calendars that colour or filter by that."""
    if is_call:
        return language.say("Call")
    return language.say("Letter") if STEP_KINDS[kind].letter_rules else language.say("Reminder")


def description(step: Step, draft: Draft | None, language: Language) -> str:
    """Why now and by which rules, whom to reach and how, and the words to say or to send."""
    why = f"{in_words(step.reasons, language)} ({', '.join(step.rules)})"
    return bounded([why, *(_about(draft, language) if draft else (advice(step, language),))])


def unreadable_record(interview_id: str, language: Language) -> tuple[str, str]:
    """Title and description where a record cannot be planned or put into words."""
    about = language.say(
        "Something in this record cannot be read. Open it to see what you can do; "
        "all else in this calendar is as it should be."
    )
    return language.say("Look into the record {id}", {"id": interview_id}), about


def bounded(parts: Iterable[str | None]) -> str:
    """The parts that there are, as paragraphs; the whole is cut where it is too long."""
    return shortened("\n\n".join(filter(None, parts)), LONGEST_DESCRIPTION)


def _about(draft: Draft, language: Language) -> tuple[str | None, ...]:
    to = ", ".join(filter(None, _to(draft, language)))
    return (draft.missing or draft.rung_reason, to, draft.notice, draft.subject, draft.text)


def _to(draft: Draft, language: Language) -> tuple[str, ...]:
    """Such as "Dana Winter" and "+49 30 23125 021"."""
    if draft.to is None:
        return ()
    return whom(draft.to, draft.channel, language), reach(draft.to, draft.channel, language)
