"""What a template may know: plain words, cleaned and said in its language, or None. Never a raw record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.draft_request import DraftRequest
from chalicelib.drafts.language import Language
from chalicelib.drafts.notes import Touch, has_unfit_touch, touch
from chalicelib.drafts.wording import one_line
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.contact_selection import RUNGS
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import reasons_term

_NEEDS_NO_YEAR = timedelta(days=180)
_RANK = list(RUNGS)


class DraftFacts(Struct, frozen=True, kw_only=True):
    """The facts of one draft. A name that ends in ``_day`` is a day as it is said, "Monday 10 August".

    ``name`` is whom the letter or the call is to, ``handler`` who is thought to decide, and ``person`` whom the
    caller wants to talk to: behind a main line (S5) that is the handler.
    ``promised_day`` is when they said there would be an answer (``channel`` is how), ``is_promise_ahead``
    whether that is still to come, ``is_call_settled`` whether they said if calls are
    welcome. ``told`` is their latest word, "no_decision" or "told_to_wait", of
    ``told_day``; with it come ``wait_day`` and ``is_call_agreed``; ``was_put_off`` if they said it after a refusal.
    ``call_day`` is what a letter promises; ``is_follow_up_due`` when that day has come for the letter that is out, so
    that one call settles the receipt and the follow-up (W7). ``tried_day`` is that of a call that reached nobody, if it
    was the last thing that happened. ``law`` is the country whose law gives the reasons of a refusal (S7).
    ``decide_day`` is when the owner asks to know, because of an offer (M2). ``has_unfit_touch``: a note was meant for
    the letter, and does not fit. ``is_abroad``: they are in another country than the owner. ``unspoken_language`` is
    the record's language if there are no drafts in it.
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
    """The facts of a task, its days said in ``language``."""
    interview, plan, owner, to = task.interview, task.plan, task.owner, task.to
    told = _latest(interview, {Result.NO_DECISION, Result.TOLD_TO_WAIT})
    refused = _latest(interview, {Result.REFUSAL})
    promised_on = interview.answer_expected_on
    handler = _handler(interview.contacts)
    name = _text(to.name) if to else handler
    is_main_line = to is not None and to.role is Role.OFFICE
    writes_to = plan.selected_contacts.to_write

    def said(day: date | None) -> str | None:
        return _said(day, task.today, language) if day else None

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
        interview_day=_said(interview.interview_on, task.today, language),
        promised_day=said(promised_on),
        is_promise_ahead=promised_on is not None and promised_on > task.today,
        channel=interview.answer_channel.value if interview.answer_channel else None,
        told=told.result.value if told and told.result else None,
        told_day=said(told.on) if told else None,
        wait_day=said(told.until) if told else None,
        is_call_agreed=told is not None and told.call_again_on is not None,
        silent_day=said(plan.silent_since) if plan.silent_since > interview.interview_on else None,
        letter_day=said(plan.letter_sent_on),
        is_follow_up_due=plan.follow_up_on is not None and plan.follow_up_on <= task.today,
        tried_day=said(_tried_on(interview)),
        is_interview_ahead=interview.interview_on > task.today,
        is_abroad=task.place[:2] != owner.country[:2],
        has_mail_link=False,
        letter_address=_text(writes_to.email) if writes_to else None,
        call_day=said(plan.promised_call_on),
        refused_day=said(refused.on) if refused else None,
        was_put_off=bool(told and refused and _order(told) > _order(refused)),
        test_task=interview.test_task,
        touch=touch(interview.notes, language),
        has_unfit_touch=has_unfit_touch(interview.notes, language),
        law=_law(task.place),
        decide_day=said(task.decide_by),
        unspoken_language=task.unspoken_language,
    )


def _said(day: date, today: date, language: Language) -> str:
    return language.say_day(day) if abs(day - today) < _NEEDS_NO_YEAR else language.say_date(day)


def _text(value: str | None) -> str | None:
    return one_line(value or "") or None


def _handler(contacts: Iterable[Contact]) -> str | None:
    ranked = sorted(contacts, key=lambda contact: _RANK.index(contact.role))
    names = (_text(contact.name) for contact in ranked if contact.role is not Role.OFFICE)
    return next((name for name in names if name), None)


def _latest(interview: Interview, results: set[Result]) -> Event | None:
    told = [event for event in interview.events if event.result in results and event.on >= interview.interview_on]
    return max(told, key=_order, default=None)


def _tried_on(interview: Interview) -> date | None:
    """The day of the last call, if it reached nobody and nothing has been heard since."""
    after = [event for event in interview.events if spec_of(event).is_talk and event.on >= interview.interview_on]
    last = max(after, key=_order, default=None)
    return last.on if last and last.result in (Result.NO_ANSWER, Result.VOICEMAIL) else None


def _order(event: Event) -> tuple[date, datetime]:
    return event.on, event.recorded_at


def _law(place: str) -> str | None:
    return place[:2] if reasons_term(place) else None
