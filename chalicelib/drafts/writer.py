"""Writes drafts: the kind of a step and the facts go in, a draft comes out. The way in is ``Writer``."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.drafts import contact_links, script
from chalicelib.drafts.contact_links import Dialled, dialled
from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.draft_facts import DraftFacts, facts_of
from chalicelib.drafts.draft_request import DraftRequest, channel_for, is_second_letter
from chalicelib.drafts.draft_templates import DraftTemplates
from chalicelib.drafts.english import with_second_commas
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.position_titles import position_within
from chalicelib.drafts.wording import lines, one_line, paragraphs
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact_selection import RUNGS
from chalicelib.playbook.fitting_drafts import draft_fits
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, answer_by, decide_by, is_rival, offer_in
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.search import live_process
from chalicelib.playbook.step import Step, StepKind

SUBJECT_LIMIT = 60


class Writer:
    """Writes drafts in ``languages``, each from a folder of templates that is loaded once."""

    def __init__(self, languages: Languages) -> None:
        self.languages = languages
        self._templates = {
            code: DraftTemplates(languages.drafts_in(code), languages.of(code)) for code in languages.codes
        }

    def draft(
        self,
        kind: StepKind,
        interview: Interview,
        plan: Plan,
        owner: Owner,
        today: date,
        *,
        channel: DraftChannel | None = None,
        offers: tuple[Offer, ...] = (),
        contact_id: str | None = None,
    ) -> Draft:
        """The draft of a kind as of ``today`` (owner's zone). ``channel`` picks the letter or the call if both exist.
        ``offers`` are those that stand elsewhere, for the letter that tells of them. ``contact_id`` picks one of those
        who are still to be thanked (C4).

        Raises NoSuchDraft:

        - for a kind without words (``move_on``, ``reasons_deadline``), or without any in that channel
        - for words that do not fit the process as it stands (``fitting_drafts``)
        - for the letter about an offer (M2) if there is none that this employer may be told of in time
        - for the thanks to somebody who is owed none
        """
        if not draft_fits(kind, interview, plan, today) or not _is_owed(kind, contact_id, plan):
            raise NoSuchDraft(kind)
        request = DraftRequest(
            kind=kind,
            channel=channel_for(kind, plan, channel),
            is_second_letter=is_second_letter(kind, plan),
            interview=interview,
            plan=plan,
            owner=owner,
            today=today,
            answer_by=_answer_by(interview, plan, owner, today),
            contact_id=contact_id,
            unspoken_language=self._unspoken(interview.language),
        )
        if kind is StepKind.OFFER_LETTER:
            request = replace(request, decide_by=_decide_by(request, offers))
        return self._write(request)

    def draft_for_step(
        self, step: Step, interview: Interview, plan: Plan, owner: Owner, today: date, *, contact_id: str | None = None
    ) -> Draft | None:
        """The draft for one step of the forecast, None if there is nothing to say or to write."""
        try:
            return self.draft(step.kind, interview, replace(plan, step=step), owner, today, contact_id=contact_id)
        except NoSuchDraft:
            return None

    def _write(self, request: DraftRequest) -> Draft:
        language = self.languages.of(request.interview.language or request.owner.language)
        templates = self._templates[language.code]
        advice = self._templates[self.languages.of(request.owner.language).code]
        facts = facts_of(request, language)
        write = _script if request.channel is DraftChannel.CALL else _letter
        parts = tuple(replace(part, text=templates.finished(part.text)) for part in write(request, facts, templates))
        subject = _subject(request, facts, templates) if request.channel is DraftChannel.LETTER else None
        text = script.as_plain_text(parts)
        mailto = _mailto(request, subject, text)
        call = _call(request)
        is_unsure = call is not None and call.tel is not None and not call.is_sure
        notice_facts = replace(facts, has_mail_link=mailto is not None, is_number_unsure=is_unsure)
        return Draft(
            kind=request.kind,
            channel=request.channel,
            language=language.code,
            to=request.to,
            rung=RUNGS[request.to.role] if request.to else None,
            rung_reason=advice.paragraphs("advice/rung.txt", facts),
            missing=advice.paragraphs("advice/missing.txt", facts) or None,
            subject=subject,
            passages=parts,
            text=text,
            tel=call.tel if call else None,
            mailto=mailto,
            rules=_rules(request, facts),
            notice=advice.paragraphs("advice/notice.txt", notice_facts),
            one_of_several=_one_of_several(request),
        )

    def _unspoken(self, wanted: str | None) -> str | None:
        return wanted if wanted and self.languages.code_for(wanted) is None else None


def _decide_by(request: DraftRequest, offers: tuple[Offer, ...]) -> date:
    """The day by which to ask this employer, in a late stage, to decide: in time to answer the first offer (M2).

    Raises NoSuchDraft if there is no such employer, offer or day.
    """
    live = live_process(request.interview, request.plan)
    if offers and live and is_rival(live, offers):
        day = decide_by(offers[0], request.today, work_calendars.working_days(request.place))
        if day:
            return day
    raise NoSuchDraft(request.kind)


def _answer_by(interview: Interview, plan: Plan, owner: Owner, today: date) -> date | None:
    """The day for which to promise the answer to the offer that stands here (S10); None without one."""
    offer = offer_in(interview, plan)
    place = interview.employer_country or owner.country
    return answer_by(offer, today, work_calendars.working_days(place)) if offer else None


def _is_owed(kind: StepKind, contact_id: str | None, plan: Plan) -> bool:
    """Whether thanks are still owed to the contact who is named, if one is (C4)."""
    is_among = any(contact.id == contact_id for contact in plan.unthanked)
    return contact_id is None or (kind is StepKind.THANK_YOU_LETTER and is_among)


def _one_of_several(request: DraftRequest) -> str | None:
    """The id of the person who is thanked, if others are still to be thanked as well."""
    is_thanks = request.kind is StepKind.THANK_YOU_LETTER and len(request.plan.unthanked) > 1
    return request.to.id if is_thanks and request.to else None


def _script(request: DraftRequest, facts: DraftFacts, templates: DraftTemplates) -> tuple[Passage, ...]:
    """The passages of the script; for a main line (S5) they begin with what to say to the office."""
    to_the_office = templates.render("shared/main_line.txt", facts) if facts.is_main_line else ""
    return script.passages(f"{to_the_office}\n\n{templates.render(f'{request.folder}/script.txt', facts)}")


def _letter(request: DraftRequest, facts: DraftFacts, templates: DraftTemplates) -> tuple[Passage, ...]:
    body = paragraphs(templates.render(f"{request.folder}/body.txt", facts))
    greeting = paragraphs(templates.render("shared/greeting.txt", facts))
    closing = lines(templates.render("shared/closing.txt", facts))
    if facts.is_american:
        body = with_second_commas(body)
    return (Passage(heading=None, text=f"{greeting}\n\n{body}\n\n{closing}"),)


def _subject(request: DraftRequest, facts: DraftFacts, templates: DraftTemplates) -> str:
    """The subject, in one line of at most ``SUBJECT_LIMIT`` characters. One that is too long loses its frills first
    (``is_brief``), and then words of the position."""

    def rendered(facts: DraftFacts) -> str:
        return templates.finished(one_line(templates.render(f"{request.folder}/subject.txt", facts)))

    subject = rendered(facts)
    if len(subject) > SUBJECT_LIMIT:
        facts = replace(facts, is_brief=True)
        subject = rendered(facts)
    room = len(facts.position or "")
    while len(subject) > SUBJECT_LIMIT and room > 0:
        room -= len(subject) - SUBJECT_LIMIT
        subject = rendered(replace(facts, position=position_within(facts.position or "", room) or None))
    return subject


def _call(request: DraftRequest) -> Dialled | None:
    if request.channel is not DraftChannel.CALL or request.to is None or request.to.phone is None:
        return None
    return dialled(request.to.phone, request.to.extension, request.place)


def _mailto(request: DraftRequest, subject: str | None, text: str) -> str | None:
    if subject is None or request.to is None or request.to.email is None:
        return None
    return contact_links.mailto(request.to.email, subject, text)


def _rules(request: DraftRequest, facts: DraftFacts) -> tuple[str, ...]:
    rung = (RUNGS[request.to.role],) if request.to else ()
    return (*request.rules, *(("S5",) if facts.is_main_line and request.channel is DraftChannel.CALL else ()), *rung)
