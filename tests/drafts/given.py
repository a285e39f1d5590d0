"""Helpers of the drafts' tests: a writer, and plans and steps with good defaults."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.contact_selection import select_contacts
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.factories import MONDAY, an_interview, an_owner

TEMPLATES = Path(__file__).parents[2] / "templates"
TODAY = date(2026, 8, 10)
CALLS = tuple(kind for kind, facts in STEP_KINDS.items() if facts.is_call)
LETTERS = tuple(kind for kind, facts in STEP_KINDS.items() if facts.letter_rules)
WITHOUT_WORDS = tuple(kind for kind, facts in STEP_KINDS.items() if not (facts.script_rules or facts.letter_rules))
AN_OFFER = Offer(
    interview_id="elsewhere",
    process_id="elsewhere",
    company="Umbrella",
    on=TODAY,
    recorded_at=datetime(2026, 8, 10, 12, tzinfo=UTC),
    until=date(2026, 8, 24),
)


@cache
def writer() -> Writer:
    """One writer for all tests: it holds templates only."""
    return Writer(Languages(TEMPLATES))


def a_step(kind: StepKind, **changes: Any) -> Step:
    """A step that is due today, without reasons."""
    facts: dict[str, Any] = {"kind": kind, "due_on": TODAY, "reasons": ()}
    return Step(**(facts | changes))


def the_second_letter() -> Step:
    """The shorter status letter as the next step."""
    return a_step(StepKind.STATUS_LETTER, is_second_letter=True)


def a_plan(interview: Interview, **changes: Any) -> Plan:
    """A plan with the contacts that contact selection names, and nothing said or sent since the interview."""
    reached = select_contacts(interview.contacts)
    facts: dict[str, Any] = {
        "step": None,
        "outcome": None,
        "is_refused": False,
        "attempts": 0,
        "attempts_used": 0,
        "selected_contacts": reached,
        "is_call_possible": reached.to_call is not None and interview.may_call is not False,
        "letter_sent_on": None,
        "follow_up_on": None,
        "promised_call_on": None,
        "last_contact_on": None,
        "promised_on": interview.answer_expected_on,
        "silent_since": MONDAY,
    }
    return Plan(**(facts | changes))


def a_draft(
    kind: StepKind,
    interview: Interview | None = None,
    owner: Owner | None = None,
    channel: DraftChannel | None = None,
    today: date = TODAY,
    **plan: Any,
) -> Draft:
    """The draft of a kind; whatever else is named changes the plan."""
    interview = interview or an_interview()
    owner = owner or an_owner()
    if STEP_KINDS[kind].is_about_a_refusal:
        plan = {"is_refused": True} | plan
    if kind is StepKind.OFFER_LETTER:
        owner = replace(owner, offers=owner.offers or (AN_OFFER,))
        plan = {"step": a_step(StepKind.STATUS_CALL)} | plan
    return writer().draft(kind, interview, a_plan(interview, **plan), owner, today, channel=channel)


def a_script(kind: StepKind, interview: Interview | None = None, **changes: Any) -> Draft:
    """The words of a call."""
    return a_draft(kind, interview, channel=DraftChannel.CALL, **changes)


def a_letter_to_send(kind: StepKind, interview: Interview | None = None, **changes: Any) -> Draft:
    """The words of a letter."""
    return a_draft(kind, interview, channel=DraftChannel.LETTER, **changes)


def opening(draft: Draft) -> str:
    """The opening of a script."""
    return draft.passages[0].text


def branch(draft: Draft, start_of_heading: str) -> str:
    """The one branch whose heading starts like this."""
    (found,) = (part.text for part in draft.passages if (part.heading or "").startswith(start_of_heading))
    return found
