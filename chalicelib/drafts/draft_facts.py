"""The facts that a template may use: plain words, cleaned and in its language, or None. Never a raw record.

The way in is ``facts_of``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.draft_request import DraftRequest
from chalicelib.drafts.language import Language
from chalicelib.drafts.personal_touch import Touch, has_unfit_touch, touch
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.contact_selection import RUNGS
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import reasons_term

_WITHOUT_A_YEAR = timedelta(days=180)  # a nearer day is said without its year
_RANKED_ROLES = list(RUNGS)


class DraftFacts(Struct, frozen=True, kw_only=True):
    """The facts of one draft. A name that ends in ``_day`` is a day in words, such as "Monday 10 August".

    - ``name``: whom the letter or the call is to; ``handler``: who is thought to decide; ``person``: whom the caller
      wants to talk to, which behind a main line (S5) is the handler
    - ``promised_day``: when they said there would be an answer, and ``channel`` how; ``is_promise_ahead``: whether that
      is still to come
    - ``is_call_settled``: whether they said if calls are welcome
    - ``told``: their latest word, "no_decision" or "told_to_wait", on ``told_day``, with its ``wait_day`` and
      ``is_call_agreed``; ``was_put_off``: whether they said it after a refusal
    - ``call_day``: the day of the call that a letter promises; ``is_follow_up_due``: whether that day has come for the
      letter that is out, so that one call settles the receipt and the follow-up (W7)
    - ``tried_day``: the day of the last call, if it reached nobody and nobody has been heard from since
    - ``law``: the country whose law gives the reasons of a refusal (S7)
    - ``decide_day``: by when the owner asks to know, because of an offer (M2)
    - ``has_unfit_touch``: whether a note was meant for the letter and does not fit
    - ``is_abroad``: whether they are in another country than the owner
    - ``unspoken_language``: the record's language, if there are no drafts in it
    """

    kind: str
    is_call: bool
    is_formal: bool
    me: str | None
    my_phone: str | None
    name: str | None
    person: str | None
    handler: str | None
    role: str | None
    is_main_line: bool
    is_number_wrong: bool
    may_call: bool
    is_call_settled: bool
    company: str | None
    position: str | None
    interview_day: str
    promised_day: str | None
    is_promise_ahead: bool
    channel: str | None
    told: str | None
    told_day: str | None
    wait_day: str | None
    is_call_agreed: bool
    silent_day: str | None
    letter_day: str | None
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
    decide_day: str | None
    unspoken_language: str | None


def facts_of(task: DraftRequest, language: Language) -> DraftFacts:
    """The facts of a request, its days in the words of ``language``."""
    interview, plan, owner, to = task.interview, task.plan, task.owner, task.to
    latest_word = _latest(interview, {Result.NO_DECISION, Result.TOLD_TO_WAIT})
    refused = _latest(interview, {Result.REFUSAL})
    promised_on = interview.answer_expected_on
    handler = _handler(interview.contacts)
    name = _text(to.name) if to else handler
    is_main_line = to is not None and to.role is Role.OFFICE
    writes_to = plan.selected_contacts.to_write

    def in_words(day: date | None) -> str | None:
        return _day_in_words(day, task.today, language) if day else None

    return DraftFacts(
        kind=task.kind.value,
        is_call=task.channel is DraftChannel.CALL,
        is_formal=owner.tone is Tone.FORMAL,
        me=_text(owner.name),
        my_phone=_text(owner.phone),
        name=name,
        person=handler if is_main_line else name,
        handler=handler,
        role=to.role.value if to else None,
        is_main_line=is_main_line,
        is_number_wrong=to is None and any(contact.phone for contact in interview.contacts),
        may_call=interview.may_call is not False,
        is_call_settled=interview.may_call is not None,
        company=_text(interview.company),
        position=_text(interview.position),
        interview_day=_day_in_words(interview.interview_on, task.today, language),
        promised_day=in_words(promised_on),
        is_promise_ahead=promised_on is not None and promised_on > task.today,
        channel=interview.answer_channel.value if interview.answer_channel else None,
        told=latest_word.result.value if latest_word and latest_word.result else None,
        told_day=in_words(latest_word.on) if latest_word else None,
        wait_day=in_words(latest_word.until) if latest_word else None,
        is_call_agreed=latest_word is not None and latest_word.call_again_on is not None,
        silent_day=in_words(plan.silent_since) if plan.silent_since > interview.interview_on else None,
        letter_day=in_words(plan.letter_sent_on),
        is_follow_up_due=plan.follow_up_on is not None and plan.follow_up_on <= task.today,
        tried_day=in_words(_tried_on(interview)),
        is_interview_ahead=interview.interview_on > task.today,
        is_abroad=task.place[:2] != owner.country[:2],
        has_mail_link=False,
        letter_address=_text(writes_to.email) if writes_to else None,
        call_day=in_words(plan.promised_call_on),
        refused_day=in_words(refused.on) if refused else None,
        was_put_off=bool(latest_word and refused and _order(latest_word) > _order(refused)),
        test_task=interview.test_task,
        touch=touch(interview.notes, language),
        has_unfit_touch=has_unfit_touch(interview.notes, language),
        law=_law(task.place),
        decide_day=in_words(task.decide_by),
        unspoken_language=task.unspoken_language,
    )


def _day_in_words(day: date, today: date, language: Language) -> str:
    return language.say_day(day) if abs(day - today) < _WITHOUT_A_YEAR else language.say_date(day)


def _text(value: str | None) -> str | None:
    return one_line(value or "") or None


def _handler(contacts: Iterable[Contact]) -> str | None:
    """The name of the person who is thought to decide: the highest rung's, the office left out (C)."""
    ranked = sorted(contacts, key=lambda contact: _RANKED_ROLES.index(contact.role))
    names = (_text(contact.name) for contact in ranked if contact.role is not Role.OFFICE)
    return next((name for name in names if name), None)


def _latest(interview: Interview, results: set[Result]) -> Event | None:
    """The latest event with one of these results since the interview."""
    events = [event for event in interview.events if event.result in results and event.on >= interview.interview_on]
    return max(events, key=_order, default=None)


def _tried_on(interview: Interview) -> date | None:
    """The day of the last call since the interview, if it reached nobody and nobody has been heard from since."""
    talks = [event for event in interview.events if spec_of(event).is_talk and event.on >= interview.interview_on]
    last = max(talks, key=_order, default=None)
    return last.on if last and last.result in (Result.NO_ANSWER, Result.VOICEMAIL) else None


def _order(event: Event) -> tuple[date, datetime]:
    return event.on, event.recorded_at


def _law(place: str) -> str | None:
    return place[:2] if reasons_term(place) else None
