"""How long an employer has been silent, or for when their answer is promised. The way in is ``waiting``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib.drafts.language import Language
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Fact
from chalicelib.playbook.step_kinds import STEP_KINDS


def waiting(plan: Plan, today: date, language: Language) -> str | None:
    """How the wait for an employer stands on ``today`` (owner's zone).

    - An answer is promised for today or later: "answer promised for Friday 14 August".
    - They have answered, or a call is agreed on: None.
    - Otherwise: how long they have been silent.
    """
    if plan.step is not None and STEP_KINDS[plan.step.kind].is_answered:
        return None
    if plan.promised_on is not None and plan.promised_on >= today:
        return language.say("answer promised for {day}", {"day": plan.promised_on})
    return silence(plan.silent_since, today, language)


def silence(since: date, today: date, language: Language) -> str | None:
    """The silence, such as "silent for 5 days, since Monday 3 August" (calendar days); None if it has not begun."""
    days = (today - since).days
    if days <= 0:
        return None
    facts: Mapping[str, Fact] = {"days": days, "since": since}
    return language.say_number("silent for a day, since {since}", "silent for {days} days, since {since}", days, facts)
