"""When an item is to be done: its day and hour in words, and the day to take instead of a day off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib import work_calendars
from chalicelib.drafts.language import Language
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.forecast import doable_day
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import Fact, Step
from chalicelib.playbook.step_kinds import STEP_KINDS


def is_due(item: AgendaItem) -> bool:
    """Whether the item is to be done today, or is overdue."""
    return item.section in (Section.OVERDUE, Section.TODAY)


def done_on(step: Step, interview: Interview) -> date:
    """The day on which a step is done.

    It is the due day, except for the closing question: that is due the day before, as a reminder, and asked at the
    interview (W1).
    """
    return interview.interview_on if STEP_KINDS[step.kind].is_at_the_interview else step.due_on


def working_day_instead(item: AgendaItem, owner: Owner, today: date) -> date | None:
    """The employer's next working day, if today is none and the step is due and reaches them at work (H5, W10)."""
    if not is_due(item):
        return None
    day = doable_day(item.step, work_calendars.planning_context(owner, item.interview), today)
    return day if day != today else None


def when(item: AgendaItem, language: Language) -> str | None:
    """The day and hour of an item in words; None if it is due today at no particular hour."""
    if item.section is Section.OVERDUE:
        return language.say("Overdue since {day}", {"day": item.step.due_on})
    if not is_due(item):
        return _when_ahead(item, language)
    return language.say("Today at {time}", {"time": f"{item.step.at:%H:%M}"}) if item.step.at else None


def with_its_hour(text: str, item: AgendaItem, today: date, language: Language) -> str:
    """A phrase for an item with the hour of today for which it is agreed, or that it is overdue."""
    if item.step.at is not None and item.step.due_on == today:
        return language.say("{text} at {time}", {"text": text, "time": f"{item.step.at:%H:%M}"})
    return or_overdue(text, item, language)


def or_overdue(text: str, item: AgendaItem, language: Language) -> str:
    """A phrase for an item, saying so if it is overdue."""
    return language.say("{text} (overdue)", {"text": text}) if item.section is Section.OVERDUE else text


def _when_ahead(item: AgendaItem, language: Language) -> str:
    is_question = STEP_KINDS[item.step.kind].is_at_the_interview
    day, at = done_on(item.step, item.interview), item.interview.interview_time if is_question else item.step.at
    if at is None:
        return language.say("On {day}", {"day": day})
    return language.say("On {day} at {time}", {"day": day, "time": f"{at:%H:%M}"})


def instead(company: str, instead_on: date | None, language: Language) -> str | None:
    """The sentence that says which day to take instead of today, None if there is none."""
    if instead_on is None:
        return None
    facts: Mapping[str, Fact] = {"company": language.in_quotes(company), "day": instead_on}
    return language.say("{company} has the day off today. Do this on {day}.", facts)
