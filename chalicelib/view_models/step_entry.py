"""One thing to do, whole, and one thing to know, in a line: what the digest shows of an open record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.cause_text import CauseText, cause_texts
from chalicelib.drafts.draft import Draft
from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import ReasonText, each_in_words, in_words
from chalicelib.drafts.step_labels import advice, phrase, reach, task, whom
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.silence import causes
from chalicelib.view_models.answer_links import AnswerLinkMaker, AnswerLinks
from chalicelib.view_models.due_text import done_on, instead, is_due, when, working_day_instead
from chalicelib.view_models.silence_text import waiting

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer


class StepEntry(Struct, frozen=True, kw_only=True):
    """Something to do. ``headline`` is its part of the subject, ``when`` its day and hour, unless it is just today;
    what is not due yet (``is_due``) always has its day.

    ``whom`` is a person, or what they are there, and ``reach`` the number or the address: both None where the
    record lacks them. ``instead`` says which day to take when the employer has the day off (H5). ``evidence`` are the
    figures behind the advice (E), ``causes`` why they may be silent (R), ``clicks`` the answers that can be given.
    ``letter_name`` is the file name of the attached letter, None where there is none.
    """

    interview_id: str
    headline: str
    task: str
    company: str
    position: str
    interview_day: str
    when: str | None
    is_due: bool
    is_overdue: bool
    instead: str | None
    why: str
    rules: tuple[str, ...]
    evidence: tuple[ReasonText, ...]
    causes: tuple[CauseText, ...]
    advice: str | None
    draft: Draft | None
    whom: str | None
    reach: str | None
    clicks: AnswerLinks
    letter_name: str | None = None


class EntryLine(Struct, frozen=True, kw_only=True):
    """Something to come in a record, on ``due_day``, which stands alone; ``due_day_in_short`` goes into a sentence.

    ``silence`` says since when they have been silent, or until when their answer is promised; None while the interview
    is ahead. ``causes`` are why they may be silent (R).
    """

    interview_id: str
    headline: str
    company: str
    position: str
    due_day: str
    due_day_in_short: str
    silence: str | None
    causes: tuple[CauseText, ...]


def entry(
    item: AgendaItem, owner: Owner, today: date, writer: Writer, clicks: AnswerLinkMaker, *, then: Plan | None = None
) -> StepEntry:
    """An item with its draft and its links, as of ``today`` (owner's zone).

    One that is not due yet has its draft as of its day, on which the plan will be ``then``.
    """
    spoken = writer.languages.of(owner.language)
    interview, step = item.interview, item.step
    instead_on = working_day_instead(item, owner, today)
    draft = writer.draft_for_step(step, interview, then or item.plan, owner, max(step.due_on, today))
    return StepEntry(
        interview_id=interview.id,
        headline=_headline(item, today, instead_on, spoken),
        task=task(step, interview.company, spoken),
        company=one_line(interview.company),
        position=one_line(interview.position),
        interview_day=spoken.say_day(interview.interview_on),
        when=when(item, spoken),
        is_due=is_due(item),
        is_overdue=item.section is Section.OVERDUE,
        instead=instead(interview.company, instead_on, spoken),
        why=in_words(step.reasons, spoken),
        rules=step.rules,
        evidence=each_in_words(evidence(step), spoken),
        causes=cause_texts(causes(interview, item.plan, owner, today), spoken),
        advice=advice(step, spoken),
        draft=draft,
        whom=whom(draft.to, draft.channel, spoken) if draft and draft.to else None,
        reach=reach(draft.to, draft.channel, spoken) if draft and draft.to else None,
        clicks=clicks.clicks(item, today),
    )


def line(item: AgendaItem, owner: Owner, today: date, spoken: Language) -> EntryLine:
    """An item of the days to come, in brief."""
    day = done_on(item.step, item.interview)
    return EntryLine(
        interview_id=item.interview.id,
        headline=phrase(item.step, item.interview.company, spoken),
        company=one_line(item.interview.company),
        position=one_line(item.interview.position),
        due_day=spoken.say_day_alone(day),
        due_day_in_short=spoken.say_day(day),
        silence=waiting(item.plan, today, spoken),
        causes=cause_texts(causes(item.interview, item.plan, owner, today), spoken),
    )


def _headline(item: AgendaItem, today: date, instead_on: date | None, spoken: Language) -> str:
    text = phrase(item.step, item.interview.company, spoken)
    if instead_on is not None:
        text = spoken.say("{text} on {day}", {"text": text, "day": instead_on})
    elif item.step.at is not None and item.step.due_on == today:
        text = spoken.say("{text} at {time}", {"text": text, "time": f"{item.step.at:%H:%M}"})
    return spoken.say("{text} (overdue)", {"text": text}) if item.section is Section.OVERDUE else text
