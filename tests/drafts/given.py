"""Helpers of the drafts' tests: a writer, and plans and steps with good defaults."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.contact import Role
from chalicelib.playbook.contact_selection import select_contacts
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS, FitsWhen
from tests.factories import MONDAY, a_contact, an_answer, an_interview, an_owner

TEMPLATES = Path(__file__).parents[2] / "templates"
TODAY = date(2026, 8, 10)
HEARD_ON = date(2026, 8, 7)
OFFICE = a_contact(role=Role.OFFICE, name=None, email=None)
CALLS = tuple(kind for kind, facts in STEP_KINDS.items() if facts.is_call)
LETTERS = tuple(kind for kind, facts in STEP_KINDS.items() if facts.letter_rules)
# Of an offer and of a refusal one writes without saying again when the interview was.
WITHOUT_THE_DAY = (
    StepKind.OFFER_TIME,
    StepKind.OFFER_ACCEPTANCE,
    StepKind.OFFER_DECLINING,
    StepKind.REFUSAL_ANSWER,
    StepKind.OFFER_TIME_CALL,
)
WITHOUT_WORDS = tuple(kind for kind, facts in STEP_KINDS.items() if not (facts.script_rules or facts.letter_rules))
AN_OFFER = Offer(
    interview_id="elsewhere",
    process_id="elsewhere",
    company="Umbrella",
    on=TODAY,
    recorded_at=datetime(2026, 8, 10, 12, tzinfo=UTC),
    until=date(2026, 8, 24),
    answer_on=date(2026, 8, 24),
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
        "unthanked": (reached.to_write,) if reached.to_write else (),
        "is_call_possible": reached.to_call is not None and interview.may_call is not False,
        "letter_sent_on": None,
        "follow_up_on": None,
        "promised_call_on": None,
        "last_contact_on": None,
        "promised_on": interview.answer_expected_on,
        "day_to_come": None,
        "may_move": False,
        "base_on": TODAY,
        "is_asked": False,
        "silent_since": MONDAY,
    }
    return Plan(**(facts | changes))


def a_draft(
    kind: StepKind,
    interview: Interview | None = None,
    owner: Owner | None = None,
    channel: DraftChannel | None = None,
    today: date = TODAY,
    offers: tuple[Offer, ...] = (AN_OFFER,),
    **plan: Any,
) -> Draft:
    """The draft of a kind; whatever else is named changes the plan. ``offers`` stand elsewhere (M2)."""
    interview = interview or an_interview()
    owner = owner or an_owner()
    if STEP_KINDS[kind].fits is FitsWhen.AFTER_A_REFUSAL:
        plan = {"is_refused": True} | plan
    if kind is StepKind.OFFER_LETTER:
        plan = {"step": a_step(StepKind.STATUS_CALL)} | plan
    interview, planned, today = suited(kind, interview, a_plan(interview, **plan), today)
    return writer().draft(kind, interview, planned, owner, today, channel=channel, offers=offers)


def suited(kind: StepKind, interview: Interview, plan: Plan, today: date) -> tuple[Interview, Plan, date]:
    """A record, its plan and a day on which there is a draft of this kind; as they are for a kind that is ever next."""
    if not STEP_KINDS[kind].is_listed:
        return interview, plan, today
    match STEP_KINDS[kind].fits:
        case FitsWhen.WHILE_AN_OFFER_STANDS:
            offered = replace(interview, events=(*interview.events, an_answer(HEARD_ON, Result.OFFER)))
            return offered, replace(plan, step=a_step(StepKind.ANSWER_OFFER), day_to_come=None), today
        case FitsWhen.WHILE_THE_INTERVIEW_IS_AHEAD:
            return interview, replace(plan, step=a_step(StepKind.CLOSING_QUESTION), day_to_come=None), today
        case FitsWhen.WHILE_REFUSED:
            return interview, replace(plan, step=None, outcome=Outcome.REFUSAL, is_refused=True), today
        case FitsWhen.AFTER_A_MONTH:
            ended = replace(plan, step=None, outcome=Outcome.NO_ANSWER, day_to_come=None)
            return interview, ended, today + timedelta(days=60)
        case _:
            return interview, replace(plan, step=a_step(StepKind.STATUS_CALL), is_refused=False), today


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


def body(letter: Draft) -> str:
    """A letter without its greeting and its signature."""
    return "\n\n".join(letter.text.split("\n\n")[1:-1])
