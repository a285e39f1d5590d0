"""The facts that a template may use: plain words, cleaned and in its language, or None. Never a raw record.

The way in is ``facts_of``.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.drafts.addressing import Address, address_of
from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.draft_request import DraftRequest
from chalicelib.drafts.english import country_of_english, is_titled, with_titles
from chalicelib.drafts.language import Language
from chalicelib.drafts.personal_touch import (
    Touch,
    detail,
    has_unfit_detail,
    has_unfit_touch,
    proposed_days,
    turn_of,
)
from chalicelib.drafts.position_titles import position_as_said
from chalicelib.drafts.story import Story, in_charge, story_of
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event
from chalicelib.playbook.offers import offer_in
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.reasons_term import reasons_term
from chalicelib.playbook.step import StepKind


class DraftFacts(Struct, frozen=True, kw_only=True):
    """The facts of one draft. A name that ends in ``_day`` is a day in words: "Monday 10 August" in a letter, "Monday
    the 10th" in a script.

    - ``greeting``: what follows "Dear", behind a main line for the handler
    - ``gender``: theirs, "feminine", "masculine" or "", for languages whose greetings need it
    - ``name``: whom the letter or the call is to; ``handler``: who is thought to decide; ``person``: whom the caller
      wants to talk to, which behind a main line (S5) is the handler
    - ``is_team``: the caller wants to talk to a team, or to whoever is there
    - ``was_there``, ``is_stranger``: the recipient was at the interview, or others were and the recipient was not;
      ``hosts``: the names of those others. Behind a main line, the recipient is the handler
    - ``is_known``: the recipient has met the owner, or has had a letter or a call, so nobody is introduced again
    - ``thanked_day``: when the recipient was thanked; ``letters``: how many letters have asked for the result so far,
      the last on ``letter_day``; ``is_letter_received``: they said that it arrived; ``calls``: how many calls were
      made, ``talks``: how many of them were answered
    - ``is_asked_again``: there was a call after the refusal already
    - ``position``: as one says it aloud; None where that is not sure
    - ``round``: which interview of the process this was; ``format``: "in_person", "video" or "phone"
    - ``promised_day``: when they said there would be an answer, and ``channel`` how; ``is_promise_ahead``: whether that
      is still to come
    - ``is_call_settled``: whether they said if calls are welcome
    - ``told``: their latest word, "no_decision" or "told_to_wait", on ``told_day``, with its ``wait_day`` and
      ``is_call_agreed``; ``is_told_last``: whether no letter went out since then; ``was_put_off``: whether they said it
      after a refusal
    - ``call_day``: the day of the call that a letter promises; ``is_follow_up_due``: whether that day has come for the
      letter that is out, so that one call settles the receipt and the follow-up (W7)
    - ``tried_day``: the day of the last call, if it reached nobody and nobody has been heard from since
    - ``law``: the country whose law gives the reasons of a refusal (S7)
    - ``day_to_come``: the day to ask for, "interview" or "next_round", as they moved the interview or invited without
      naming a day (W13)
    - ``is_thanked_as_met``: the contact was at the interview, and each who was there is thanked (C4)
    - ``decide_day``: by when the owner asks to know, because of an offer (M2); ``announced_day``: the later day that
      they have named for their answer, if there is one
    - ``is_open``: the process has not ended
    - ``has_unfit_touch``: whether a note was meant for the letter and does not fit
    - ``is_number_unsure``: whether the number to dial may be one of another country than theirs
    - ``is_abroad``: whether they are in another country than the owner
    - ``is_american``: the English of the words is American
    - ``is_name_guessed``: the owner has not said yet how they are called
    - ``is_brief``: for a subject that has to do without frills
    - ``unspoken_language``: the record's language, if there are no drafts in it
    - ``is_urgent``: whether the letter is marked as urgent (H3)
    - ``turn``: the place of the contact among those who were there and are thanked, 0 for the first (C4)
    - ``has_unfit_detail``: whether something is noted of the contact that does not fit into the thank-you letter
    - ``offer_day``: when they made the offer that stands; ``answer_day``: when the owner promises to answer it (S10)
    - ``asks_reasons``: whether the answer to a refusal asks for the reasons: none were given, and nobody can be called
      (S14)
    - ``proposed_days``: the days that the owner noted for an interview that is to be moved (S15)
    """

    kind: str
    is_call: bool
    is_formal: bool
    is_american: bool
    me: str | None
    my_phone: str | None
    is_name_guessed: bool
    greeting: str | None
    gender: str
    name: str | None
    person: str | None
    handler: str | None
    is_team: bool
    hosts: tuple[str, ...]
    role: str | None
    is_main_line: bool
    is_number_wrong: bool
    is_number_unsure: bool
    may_call: bool
    is_call_settled: bool
    company: str | None
    position: str | None
    interview_day: str
    round: int
    format: str | None
    referrer: str | None
    was_there: bool
    is_stranger: bool
    is_known: bool
    thanked_day: str | None
    letters: int
    calls: int
    talks: int
    is_asked_again: bool
    promised_day: str | None
    is_promise_ahead: bool
    channel: str | None
    told: str | None
    told_day: str | None
    wait_day: str | None
    is_call_agreed: bool
    is_told_last: bool
    silent_day: str | None
    letter_day: str | None
    is_letter_received: bool
    letter_address: str | None
    is_follow_up_due: bool
    tried_day: str | None
    is_interview_ahead: bool
    is_abroad: bool
    has_mail_link: bool
    call_day: str | None
    refused_day: str | None
    was_put_off: bool
    test_task: bool
    touch: Touch | None
    has_unfit_touch: bool
    law: str | None
    day_to_come: str | None
    is_thanked_as_met: bool
    decide_day: str | None
    announced_day: str | None
    is_open: bool
    unspoken_language: str | None
    is_urgent: bool
    turn: int
    has_unfit_detail: bool
    offer_day: str | None
    answer_day: str | None
    asks_reasons: bool
    proposed_days: str | None
    is_brief: bool = False


def facts_of(task: DraftRequest, language: Language) -> DraftFacts:
    """The facts of a request, its days in the words of ``language``."""
    interview, plan, owner, to = task.interview, task.plan, task.owner, task.to
    story, is_call = story_of(task), task.channel is DraftChannel.CALL
    promised_on, word = interview.answer_expected_on, story.word
    offered, turn = offer_in(interview, plan), turn_of(to, interview)
    writes_to = plan.selected_contacts.to_write
    is_main_line = to is not None and to.role is Role.OFFICE
    language = language.as_of(task.today, country_of_english(task.place, owner.country))

    def in_words(day: date | None) -> str | None:
        if day is None:
            return None
        return language.say_day_aloud(day) if is_call else language.say_day(day)

    def addressed(contact: Contact) -> Address:
        address = address_of(contact, is_formal=is_formal, language=language.code)
        return with_titles(address, is_american=language.is_american) if language.is_english else address

    is_formal = owner.tone is Tone.FORMAL
    nobody = Address(None, None, None, "")
    decider = in_charge(interview.contacts)
    handler = addressed(decider) if decider else nobody
    address = addressed(to) if to else handler
    greeted = handler if is_main_line else address
    is_formal = is_formal or (language.is_english and is_titled(greeted))
    return DraftFacts(
        kind=task.kind.value,
        is_call=is_call,
        is_formal=is_formal,
        is_american=language.is_american,
        me=_text(owner.name),
        my_phone=_text(owner.phone),
        is_name_guessed=owner.is_name_guessed,
        greeting=greeted.greeting,
        gender=greeted.gender,
        name=address.written,
        person=greeted.spoken,
        handler=handler.written,
        is_team=greeted.is_team or greeted.spoken is None,
        hosts=tuple(name for name in (addressed(host).written for host in story.hosts) if name),
        role=to.role.value if to else None,
        is_main_line=is_main_line,
        is_number_wrong=to is None and any(contact.phone for contact in interview.contacts),
        is_number_unsure=False,
        may_call=interview.may_call is not False,
        is_call_settled=interview.may_call is not None,
        company=_text(interview.company),
        position=position_as_said(interview.position, interview.position_short, language.code),
        interview_day=in_words(interview.interview_on) or "",
        round=interview.round,
        format=interview.format.value if interview.format else None,
        referrer=_text(interview.referred_by),
        was_there=story.was_there,
        is_stranger=story.is_stranger,
        is_known=story.was_there or bool(story.thanked_on or story.letters or story.talks),
        thanked_day=in_words(story.thanked_on),
        letters=story.letters,
        calls=story.calls,
        talks=story.talks,
        is_asked_again=story.is_called_after_refusal,
        promised_day=in_words(promised_on),
        is_promise_ahead=promised_on is not None and promised_on > task.today,
        channel=interview.answer_channel.value if interview.answer_channel else None,
        told=word.result.value if word and word.result else None,
        told_day=in_words(word.on) if word else None,
        wait_day=in_words(word.until) if word else None,
        is_call_agreed=word is not None and word.call_again_on is not None,
        is_told_last=story.is_word_last,
        silent_day=in_words(plan.silent_since) if plan.silent_since > interview.interview_on else None,
        letter_day=in_words(plan.letter_sent_on),
        is_letter_received=story.is_letter_received,
        letter_address=_text(writes_to.email) if writes_to else None,
        is_follow_up_due=plan.follow_up_on is not None and plan.follow_up_on <= task.today,
        tried_day=in_words(story.tried_on),
        is_interview_ahead=interview.interview_on > task.today,
        is_abroad=task.place[:2] != owner.country[:2],
        has_mail_link=False,
        call_day=in_words(plan.promised_call_on),
        refused_day=in_words(story.refusal.on) if story.refusal else None,
        was_put_off=story.was_put_off,
        test_task=interview.test_task,
        touch=detail(to, interview, language),
        has_unfit_touch=turn == 0 and has_unfit_touch(interview.notes, language),
        law=_law(task.place),
        day_to_come=plan.day_to_come.name.lower() if plan.day_to_come else None,
        is_thanked_as_met=task.kind is StepKind.THANK_YOU_LETTER and to is not None and to.met,
        decide_day=in_words(task.decide_by),
        announced_day=in_words(_announced_after(task.decide_by, story, promised_on)),
        is_open=plan.is_open,
        unspoken_language=task.unspoken_language,
        is_urgent=task.is_urgent,
        turn=turn,
        has_unfit_detail=has_unfit_detail(to, language),
        offer_day=in_words(offered.on) if offered else None,
        answer_day=in_words(task.answer_by),
        asks_reasons=_asks_reasons(story.refusal, plan),
        proposed_days=proposed_days(interview.notes, language),
    )


def _text(value: str | None) -> str | None:
    return one_line(value or "") or None


def _asks_reasons(refused: Event | None, plan: Plan) -> bool:
    return refused is not None and not refused.reasons_given and not plan.is_call_possible


def _announced_after(day: date | None, story: Story, promised_on: date | None) -> date | None:
    """The day that they have named for their answer, their latest word before their first; None if it is not later."""
    named = (story.word.until or story.word.call_again_on) if story.word else promised_on
    return named if day and named and named > day else None


def _law(place: str) -> str | None:
    return place[:2] if reasons_term(place) else None
