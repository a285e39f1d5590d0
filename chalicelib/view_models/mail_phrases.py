"""An entry of the mail in a few words: its part of the subject, and since when or for when it is due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chalicelib.drafts.city_names import city_of
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import phrase, phrase_with, to_thank
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry
from chalicelib.playbook.offers import offer_in
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.view_models.due_text import when, with_its_hour

_AT_AN_HOUR = translatable("interview with {company} at {time}")
_TODAY = translatable("interview with {company} today")
_TOMORROW = translatable("interview with {company} tomorrow")
_STILL_ON = translatable("{company}: still on?")
_PICK_UP = translatable("pick up again with {company}")
_WEIGH = translatable("weigh the offer from {company}")
_ASK_BY = translatable("They want your answer by {day}")
_ASKED_BY = translatable("They wanted your answer by {day}")
_NO_DAY = translatable("They named no day for your answer")


def phrase_of(entry: MailEntry, owner: Owner, today: date, language: Language) -> str:
    """The entry as a part of a sentence, without a capital: "call Acme", "interview with Acme at 15:00"."""
    item, company = entry.item, entry.item.interview.company
    if entry.group is MailGroup.INTERVIEW:
        return _interview(item.interview, owner, today, language)
    if entry.group is MailGroup.PICK_UP:
        return phrase_with(_STILL_ON, company, language)
    if entry.kind in (StepKind.OFFER_LETTER, StepKind.WITHDRAWAL):
        return phrase_with(STEP_KINDS[entry.kind].phrase, company, language)
    if entry.kind is StepKind.ANSWER_OFFER and item.step.due_on > today:
        return phrase_with(_WEIGH, company, language)
    return phrase(item.step, company, language, to_thank(item.plan, language))


def in_the_subject(entry: MailEntry, owner: Owner, today: date, language: Language) -> str:
    """The same in the subject: with the hour for which a call is agreed, or that it is overdue."""
    text, item = phrase_of(entry, owner, today, language), entry.item
    if entry.group is MailGroup.PICK_UP:
        return phrase_with(_PICK_UP, item.interview.company, language)
    if entry.kind is not item.step.kind:
        return text
    return with_its_hour(text, item, today, language)


def since_when(entry: MailEntry, owner: Owner, today: date, language: Language) -> str | None:
    """Since when an entry is due, or for when: a sentence of its own; None if it is due today at no particular hour."""
    item = entry.item
    if entry.group is MailGroup.INTERVIEW:
        return when_it_is(item.interview, owner, today, language)
    if entry.kind is StepKind.ANSWER_OFFER:
        return _answer_by(item, today, language)
    return when(item, language) if entry.kind is item.step.kind else None


def when_it_is(interview: Interview, owner: Owner, today: date, language: Language) -> str:
    """When an interview of today or tomorrow is, in its own time and, where that differs, in the owner's (W11)."""
    day = language.say("Today") if interview.interview_on <= today else language.say("Tomorrow")
    facts = {"day": day, "date": language.say_day(interview.interview_on)}
    if interview.interview_time is None:
        return language.say("{day}, {date}; no hour is recorded", facts)
    there = language.say("{day}, {date}, at {time}", facts | {"time": f"{interview.interview_time:%H:%M}"})
    here = in_the_owners_time(interview, owner, language)
    if here is None:
        return there
    city = city_of(interview.interview_time_zone or "", language)
    return language.say("{there} in {city}: {here} where you are", {"there": there, "city": city, "here": here})


def in_the_owners_time(interview: Interview, owner: Owner, language: Language) -> str | None:
    """Its hour in the owner's zone, with the day if that differs too; None if it is the same."""
    if interview.interview_time is None or interview.interview_time_zone is None:
        return None
    zone = ZoneInfo(interview.interview_time_zone)
    there = datetime.combine(interview.interview_on, interview.interview_time, zone)
    here = there.astimezone(owner.zone)
    if here.utcoffset() == there.utcoffset():
        return None
    clock = f"{here:%H:%M}"
    return clock if here.date() == there.date() else f"{clock}, {language.say_day(here.date())}"


def _interview(interview: Interview, owner: Owner, today: date, language: Language) -> str:
    """The interview with its hour: the owner's where that differs, for on a locked screen stands no other (W11)."""
    if interview.interview_on >= today + timedelta(days=1):
        return phrase_with(_TOMORROW, interview.company, language)
    if interview.interview_time is None:
        return phrase_with(_TODAY, interview.company, language)
    hour = in_the_owners_time(interview, owner, language) or f"{interview.interview_time:%H:%M}"
    return phrase_with(_AT_AN_HOUR, interview.company, language, time=hour)


def _answer_by(item: AgendaItem, today: date, language: Language) -> str:
    offer = offer_in(item.interview, item.plan)
    if offer is None or offer.until is None:
        return language.say(_NO_DAY)
    return language.say(_ASK_BY if today <= offer.until else _ASKED_BY, {"day": offer.until})
