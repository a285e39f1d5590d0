"""What the digest shows of an open record: a step in full (``entry``), or in brief (``line``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import CauseText, ReasonText, cause_texts, each_in_words, in_words
from chalicelib.drafts.step_drafts import drafts_for_step
from chalicelib.drafts.step_labels import advice, phrase, reach, task, to_thank, whom
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker, AnswerLinks
from chalicelib.view_models.due_text import (
    done_on,
    instead,
    is_due,
    or_overdue,
    when,
    with_its_hour,
    working_day_instead,
)
from chalicelib.view_models.interview_brief import InterviewBrief, interview_brief
from chalicelib.view_models.letter_links import letter_links
from chalicelib.view_models.mail_phrases import when_it_is
from chalicelib.view_models.silence_text import waiting

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer


class ThanksLetter(Struct, frozen=True, kw_only=True):
    """The letter to one of several who are still to be thanked (C4): to ``whom``, at ``reach``, and the link that
    records it."""

    draft: Draft
    whom: str
    reach: str
    sent: AnswerLink | None


class StepEntry(Struct, frozen=True, kw_only=True):
    """A step to do, in words.

    - ``headline``: its part of the subject
    - ``when``: its day and hour, None if it is due today at no particular hour; a step that is not due yet (``is_due``)
      always has its day
    - ``whom``: a person, or their role; ``reach``: the number or the address; both None if the record lacks them
    - ``instead``: which day to take if the employer has the day off (H5)
    - ``evidence``: the figures behind the advice (E); ``causes``: why they may be silent (R)
    - ``answer_links``: the links for what happened
    - ``thanks``: a letter for each of several who are to be thanked (C4), the first of them that of ``draft``; empty
      otherwise
    - ``letters``: links to the drafts of what can be answered to an offer (M2)
    - ``brief``: what to know on the eve and the morning of the interview; None at other steps (W11)
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
    answer_links: AnswerLinks
    thanks: tuple[ThanksLetter, ...] = ()
    letters: tuple[AnswerLink, ...] = ()
    brief: InterviewBrief | None = None


class EntryLine(Struct, frozen=True, kw_only=True):
    """A step to come, in brief. ``due_day`` is its day outside a sentence, ``due_day_in_short`` within one.

    ``silence`` says since when they have been silent, or for when their answer is promised; None while the interview
    is ahead. ``causes`` says why they may be silent (R).
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
    item: AgendaItem,
    owner: Owner,
    today: date,
    writer: Writer,
    answer_links: AnswerLinkMaker,
    *,
    then: Plan | None = None,
) -> StepEntry:
    """The entry of an item with its draft and its links, as of ``today`` (owner's zone).

    An item that is not due yet gets the draft for its due day; ``then`` is the plan on that day.
    """
    language = writer.languages.of(owner.language).as_of(today, owner.country)
    interview, step = item.interview, item.step
    instead_on = working_day_instead(item, owner, today)
    plan, on = then or item.plan, max(step.due_on, today)
    drafts = drafts_for_step(writer, step, interview, plan, owner, on=on)
    draft = drafts[0] if drafts else None
    is_at_the_interview = is_due(item) and STEP_KINDS[step.kind].is_at_the_interview
    return StepEntry(
        interview_id=interview.id,
        headline=_headline(item, today, instead_on, language),
        task=task(step, interview.company, language, to_thank(item.plan, language)),
        company=one_line(interview.company),
        position=one_line(interview.position),
        interview_day=language.say_day(interview.interview_on),
        when=when_it_is(interview, owner, today, language) if is_at_the_interview else when(item, language),
        is_due=is_due(item),
        is_overdue=item.section is Section.OVERDUE,
        instead=instead(interview.company, instead_on, language),
        why=in_words(step.reasons, language),
        rules=step.rules,
        evidence=each_in_words(evidence(step), language),
        causes=cause_texts(causes(interview, item.plan, owner, today), language),
        advice=advice(step, language),
        draft=draft,
        whom=whom(draft.to, draft.channel, language) if draft and draft.to else None,
        reach=reach(draft.to, draft.channel, language) if draft and draft.to else None,
        answer_links=answer_links.answer_links(item, today),
        thanks=tuple(_thanks(one, interview, answer_links) for one in drafts if one.one_of_several),
        letters=letter_links(item, answer_links),
        brief=interview_brief(interview, item.plan, owner, language) if is_at_the_interview else None,
    )


def _thanks(draft: Draft, interview: Interview, answer_links: AnswerLinkMaker) -> ThanksLetter:
    contact = draft.to or Contact()
    return ThanksLetter(
        draft=draft,
        whom=whom(contact, draft.channel, answer_links.language),
        reach=reach(contact, draft.channel, answer_links.language),
        sent=answer_links.thanked(interview, contact),
    )


def line(item: AgendaItem, owner: Owner, today: date, language: Language) -> EntryLine:
    """The line of an item to come, as of ``today`` (owner's zone)."""
    day = done_on(item.step, item.interview)
    return EntryLine(
        interview_id=item.interview.id,
        headline=phrase(item.step, item.interview.company, language),
        company=one_line(item.interview.company),
        position=one_line(item.interview.position),
        due_day=language.say_day_alone(day),
        due_day_in_short=language.say_day(day),
        silence=waiting(item.plan, today, language),
        causes=cause_texts(causes(item.interview, item.plan, owner, today), language),
    )


def _headline(item: AgendaItem, today: date, instead_on: date | None, language: Language) -> str:
    text = phrase(item.step, item.interview.company, language, to_thank(item.plan, language))
    if instead_on is None:
        return with_its_hour(text, item, today, language)
    text = language.say("{text} on {day}", {"text": text, "day": instead_on})
    return or_overdue(text, item, language)
