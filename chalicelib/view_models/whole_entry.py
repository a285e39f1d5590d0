"""An entry of the mail that is whole: why now, its words, and what can be answered with one tap (D2, D4, D7)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.language import Language
from chalicelib.drafts.reason_text import cause_texts, each_in_words, in_words
from chalicelib.drafts.step_drafts import drafts_for_step
from chalicelib.drafts.step_labels import advice, position, reach, task, task_of, to_thank, whom
from chalicelib.drafts.wording import capital
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step import StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.view_models.interview_brief import InterviewBrief, interview_brief
from chalicelib.view_models.mail_line import rest_of
from chalicelib.view_models.mail_phrases import phrase_of, since_when
from chalicelib.view_models.mail_reach import cut

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer

MOST_ANSWERS = 2  # beside "something else happened" (D4)
_OFFER_DRAFTS = (StepKind.OFFER_TIME, StepKind.OFFER_ACCEPTANCE, StepKind.OFFER_DECLINING)
# Letters that belong to none of the record's own steps, and why they are to be sent.
_WHY = {
    StepKind.OFFER_LETTER: translatable(
        "There is an offer elsewhere: this letter says so, and asks for their decision in time. "
        "Send only this one; skip what else is due with them."
    ),
    StepKind.WITHDRAWAL: translatable(
        "You have accepted an offer elsewhere. Who hears it early will remember it kindly."
    ),
}


class EntryLetter(Struct, frozen=True, kw_only=True):
    """A letter of an entry, about the record ``interview_id``: to ``whom``, at ``address``.

    ``letter_name``: the attached file, None if there is none.
    """

    draft: Draft
    interview_id: str
    whom: str
    address: str
    letter_name: str | None = None


class WholeEntry(Struct, frozen=True, kw_only=True):
    """A thing to do, with its words.

    - ``since``: since when it is due, or for when; None if it is due today at no particular hour
    - ``call``: the script, of which ``said`` stands in the mail; ``letters``: the first stands in the mail, the others
      are attached only (C4)
    - ``whom``, ``reach``: the person, or their role, and the number or the address; None if the record lacks them
    - ``figure``: the one that supports the advice (E); ``cause``: why they may be silent (R)
    - ``answers``: the likeliest; ``rest``: opens all words and all answers
    - ``drafts``: links to the drafts of what can be answered to an offer (M2)
    """

    company: str
    task: str
    about: str
    since: str | None
    is_overdue: bool
    why: str
    figure: str | None
    cause: str | None
    advice: str | None
    brief: InterviewBrief | None
    call: Draft | None
    letters: tuple[EntryLetter, ...]
    whom: str | None
    reach: str | None
    missing: str | None
    answers: tuple[AnswerLink, ...]
    rest: AnswerLink | None
    drafts: tuple[AnswerLink, ...]

    @property
    def said(self) -> tuple[Passage, ...]:
        """What of the script stands in the mail: the opening, the voicemail and "not decided yet" (D2)."""
        return tuple(part for part in self.call.passages if part.is_in_mail) if self.call else ()


def whole_entry(
    entry: MailEntry,
    owner: Owner,
    today: date,
    writer: Writer,
    answer_links: AnswerLinkMaker,
    *,
    offers: tuple[Offer, ...],
) -> WholeEntry:
    """The entry with its words and links, as of ``today`` (owner's zone); ``offers`` are all that stand."""
    language, item = answer_links.language, entry.item
    drafts = _drafts(entry, owner, today, writer, offers)
    first = drafts[0] if drafts else None
    is_own_step = entry.kind is item.step.kind
    silences = causes(item.interview, item.plan, owner, today) if entry.has_cause else ()
    figures = each_in_words(evidence(item.step), language) if entry.is_first and is_own_step else ()
    return WholeEntry(
        company=item.interview.company,
        task=_title(entry, owner, today, language),
        about=_about(entry, language),
        since=since_when(entry, owner, today, language),
        is_overdue=is_own_step and item.section is Section.OVERDUE,
        why=in_words(item.step.reasons, language) if is_own_step else language.say(_WHY[entry.kind]),
        figure=figures[0].text if figures else None,
        cause=cause_texts(silences[:1], language)[0].why if silences else None,
        advice=advice(item.step, language) if is_own_step else None,
        brief=_brief(entry, owner, language),
        call=first if first and first.channel is DraftChannel.CALL else None,
        letters=tuple(
            _letter(draft, item.interview.id, language) for draft in drafts if draft.channel is DraftChannel.LETTER
        ),
        whom=cut(whom(first.to, first.channel, language)) if first and first.to else None,
        reach=cut(reach(first.to, first.channel, language)) if first and first.to else None,
        missing=first.missing if first else None,
        answers=_answers(entry, drafts, today, answer_links),
        rest=rest_of(entry, answer_links),
        drafts=_offer_drafts(entry, answer_links),
    )


def _title(entry: MailEntry, owner: Owner, today: date, language: Language) -> str:
    item, company = entry.item, cut(entry.item.interview.company)
    if entry.group is MailGroup.INTERVIEW:
        return capital(phrase_of(entry, owner, today, language))
    if entry.kind is not item.step.kind:
        return task_of(entry.kind, company, language)
    return task(item.step, company, language, to_thank(item.plan, language))


def _about(entry: MailEntry, language: Language) -> str:
    """The position, and the day of the interview, which an entry of the interview itself says already."""
    interview = entry.item.interview
    said = cut(position(interview, language))
    if entry.group is MailGroup.INTERVIEW:
        return capital(said)
    facts = {"position": said, "day": language.say_day(interview.interview_on)}
    return language.say("{position}, interview on {day}", facts)


def _brief(entry: MailEntry, owner: Owner, language: Language) -> InterviewBrief | None:
    if entry.group is not MailGroup.INTERVIEW:
        return None
    return interview_brief(entry.item.interview, entry.item.plan, owner, language)


def _drafts(
    entry: MailEntry, owner: Owner, today: date, writer: Writer, offers: tuple[Offer, ...]
) -> tuple[Draft, ...]:
    interview, plan = entry.item.interview, entry.item.plan
    if entry.kind in _WHY:
        return (writer.draft(entry.kind, interview, plan, owner, today, offers=offers),)
    return drafts_for_step(writer, entry.item.step, interview, plan, owner, on=today)


def _letter(draft: Draft, interview_id: str, language: Language) -> EntryLetter:
    to = draft.to or Contact()
    return EntryLetter(
        draft=draft,
        interview_id=interview_id,
        whom=cut(whom(to, draft.channel, language)),
        address=cut(reach(to, draft.channel, language)),
    )


def _answers(
    entry: MailEntry, drafts: tuple[Draft, ...], today: date, answer_links: AnswerLinkMaker
) -> tuple[AnswerLink, ...]:
    """The likeliest answers; of several who are thanked, the first two (C4), unless it is asked what was said (W12):
    then one link asks who was thanked."""
    interview = entry.item.interview
    if entry.kind in _WHY:
        sent = answer_links.sent(interview, entry.kind)
        return (sent,) if sent else ()
    people = [draft.to for draft in drafts if draft.one_of_several and draft.to]
    if people and not entry.item.plan.questions.are_any:
        links = (answer_links.thanked(interview, contact) for contact in people[:MOST_ANSWERS])
        return tuple(link for link in links if link)
    return answer_links.likeliest(entry.item, today)


def _offer_drafts(entry: MailEntry, answer_links: AnswerLinkMaker) -> tuple[AnswerLink, ...]:
    if entry.kind is not StepKind.ANSWER_OFFER:
        return ()
    links = ((kind, answer_links.read(entry.item.interview.id, kind)) for kind in _OFFER_DRAFTS)
    say = answer_links.language.say
    return tuple(AnswerLink(say(STEP_KINDS[kind].link_label), href) for kind, href in links if href)
