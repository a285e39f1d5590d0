"""The writer: a step's kind and the facts in, a draft out."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.drafts import contact_links, script
from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.draft_facts import DraftFacts, facts_of
from chalicelib.drafts.draft_request import DraftRequest, channel_for, is_second_letter
from chalicelib.drafts.draft_templates import DraftTemplates
from chalicelib.drafts.languages import Languages
from chalicelib.drafts.wording import lines, one_line, paragraphs, shortened
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact_selection import RUNGS
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import decide_by, may_be_told, standing
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.search import process
from chalicelib.playbook.step import Step, StepKind

SUBJECT_LIMIT = 77


class Writer:
    """Writes drafts in ``languages``, each from a folder of templates that is loaded once."""

    def __init__(self, languages: Languages) -> None:
        self.languages = languages
        self._texts = {code: DraftTemplates(languages.drafts_in(code), languages.of(code)) for code in languages.codes}

    def draft(
        self,
        kind: StepKind,
        interview: Interview,
        plan: Plan,
        owner: Owner,
        today: date,
        *,
        channel: DraftChannel | None = None,
    ) -> Draft:
        """The draft of a kind as things stand. ``channel`` asks for the letter, or the call, of a closing contact.

        Raises NoSuchDraft for a kind without words (``move_on``, ``reasons_deadline``) or not in that channel, and
        for the letter about an offer (M2) while there is none.
        """
        task = DraftRequest(
            kind=kind,
            channel=channel_for(kind, plan, channel),
            is_second_letter=is_second_letter(kind, plan),
            interview=interview,
            plan=plan,
            owner=owner,
            today=today,
            unspoken_language=self._unspoken(interview.language),
        )
        return self._write(replace(task, decide_by=_decide_by(task)) if kind is StepKind.OFFER_LETTER else task)

    def draft_for_step(self, step: Step, interview: Interview, plan: Plan, owner: Owner, today: date) -> Draft | None:
        """The draft for one step of the road ahead, None where there is nothing to say or to write."""
        try:
            return self.draft(step.kind, interview, replace(plan, step=step), owner, today)
        except NoSuchDraft:
            return None

    def _write(self, task: DraftRequest) -> Draft:
        theirs = self.languages.of(task.interview.language or task.owner.language)
        texts = self._texts[theirs.code]
        advice = self._texts[self.languages.of(task.owner.language).code]
        facts = facts_of(task, theirs)
        parts = _script(task, facts, texts) if task.channel is DraftChannel.CALL else _letter(task, facts, texts)
        subject = _subject(task, facts, texts) if task.channel is DraftChannel.LETTER else None
        text = script.as_plain_text(parts)
        mailto = _mailto(task, subject, text)
        about = replace(facts, has_mail_link=mailto is not None)
        return Draft(
            kind=task.kind,
            channel=task.channel,
            language=theirs.code,
            to=task.to,
            rung=RUNGS[task.to.role] if task.to else None,
            rung_reason=paragraphs(advice.render("advice/rung.txt", facts)),
            missing=paragraphs(advice.render("advice/missing.txt", facts)) or None,
            subject=subject,
            passages=parts,
            text=text,
            tel=_tel(task),
            mailto=mailto,
            rules=_rules(task, facts),
            notice=paragraphs(advice.render("advice/notice.txt", about)),
        )

    def _unspoken(self, wanted: str | None) -> str | None:
        return wanted if wanted and self.languages.code_for(wanted) is None else None


def _decide_by(task: DraftRequest) -> date:
    """When the offer that has to be answered first leaves time to ask this employer, who is in a late stage (M2)."""
    live, offers = process(task.interview, task.plan), standing(task.owner.offers, task.today)
    if offers and live and may_be_told(live, offers):
        by = decide_by(offers[0], task.today, work_calendars.working_days(task.place))
        if by:
            return by
    raise NoSuchDraft(task.kind)


def _script(task: DraftRequest, facts: DraftFacts, texts: DraftTemplates) -> tuple[Passage, ...]:
    """The script's parts; for a main line (S5) it stands behind what is said to the office."""
    to_the_office = texts.render("shared/main_line.txt", facts) if facts.is_main_line else ""
    return script.passages(f"{to_the_office}\n\n{texts.render(f'{task.folder}/script.txt', facts)}")


def _letter(task: DraftRequest, facts: DraftFacts, texts: DraftTemplates) -> tuple[Passage, ...]:
    body = paragraphs(texts.render(f"{task.folder}/body.txt", facts))
    greeting, closing = (lines(texts.render(f"shared/{part}.txt", facts)) for part in ("greeting", "closing"))
    return (Passage(heading=None, text=f"{greeting}\n\n{body}\n\n{closing}"),)


def _subject(task: DraftRequest, facts: DraftFacts, texts: DraftTemplates) -> str:
    """The subject on one line of at most ``SUBJECT_LIMIT`` characters; a long position is shortened."""
    subject = one_line(texts.render(f"{task.folder}/subject.txt", facts))
    room = len(facts.position or "")
    while len(subject) > SUBJECT_LIMIT and room > 0:
        room -= len(subject) - SUBJECT_LIMIT
        position = shortened(facts.position or "", room) or None
        subject = one_line(texts.render(f"{task.folder}/subject.txt", replace(facts, position=position)))
    return subject


def _tel(task: DraftRequest) -> str | None:
    if task.channel is not DraftChannel.CALL or task.to is None or task.to.phone is None:
        return None
    return contact_links.tel(task.to.phone, task.to.extension, task.place)


def _mailto(task: DraftRequest, subject: str | None, text: str) -> str | None:
    if subject is None or task.to is None or task.to.email is None:
        return None
    return contact_links.mailto(task.to.email, subject, text)


def _rules(task: DraftRequest, facts: DraftFacts) -> tuple[str, ...]:
    rung = (RUNGS[task.to.role],) if task.to else ()
    return (*task.rules, *(("S5",) if facts.is_main_line and task.channel is DraftChannel.CALL else ()), *rung)
