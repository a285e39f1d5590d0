"""What a change of one event, or taking it back, would do to the record: shown before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from chalicelib.drafts.reason_text import in_words
from chalicelib.drafts.step_labels import task
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Fact, translatable
from chalicelib.request_errors import Conflict, RequestError
from chalicelib.usecases.opened_rounds import goes_with_its_event, opens_another
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages.interview_summary import OUTCOMES

Sentence = tuple[str, dict[str, Fact]]

_THEN = translatable("Then the next step is: {task}, {day}.")
_AS_BEFORE = translatable("The next step stays: {task}, {day}.")
_ENDED = translatable("Then the process has ended: {outcome}.")
_ENDED_AS_BEFORE = translatable("The process stays ended: {outcome}.")
_OTHER_DAY = translatable("Then the day of the interview is {day}.")
_ROUND_GOES = translatable("The record of the next round goes with it: nothing was changed there.")
_ROUND_STAYS = translatable("The record of the next round stays: it has been changed since.")
_ROUND_OPENS = translatable("A record of the next round begins.")


class Consequence(Struct, frozen=True):
    """What would come of it in ``sentences``, and ``why`` the next step is that one; or why it is ``refused``."""

    sentences: tuple[str, ...] = ()
    why: str = ""
    refused: str = ""


def consequence(
    context: RequestContext,
    interview: Interview,
    event: Event,
    make: Callable[[], Interview],
    changed: Event | None = None,
) -> Consequence:
    """What it would do to put the record that ``make`` returns in the place of this one; ``changed`` is the event as it
    would be, None if it were taken back. Nothing is stored."""
    try:
        after = make()
    except Conflict as conflict:
        return Consequence(refused=refusal(context, conflict))
    plan = context.plan(after)
    sentences = (
        *_of_the_plan(context, interview, plan),
        *_of_the_day(interview, after),
        *_of_the_round(context, interview, event, changed),
    )
    why = in_words(plan.step.reasons, context.language) if plan.step else ""
    return Consequence(tuple(context.language.say(sentence, facts) for sentence, facts in sentences), why)


def refusal(context: RequestContext, error: RequestError) -> str:
    """Why something cannot be done, in the owner's language."""
    return context.language.say(error.detail, error.facts)


def _of_the_plan(context: RequestContext, interview: Interview, plan: Plan) -> Iterator[Sentence]:
    before, step, language = context.plan(interview), plan.step, context.language
    if step:
        is_as_before = before.step is not None and (before.step.kind, before.step.due_on) == (step.kind, step.due_on)
        facts: dict[str, Fact] = {"task": task(step, interview.company, language), "day": step.due_on}
        yield _AS_BEFORE if is_as_before else _THEN, facts
    elif plan.outcome:
        sentence = _ENDED_AS_BEFORE if before.outcome is plan.outcome else _ENDED
        yield sentence, {"outcome": language.say(OUTCOMES[plan.outcome])}


def _of_the_day(interview: Interview, after: Interview) -> Iterator[Sentence]:
    if after.interview_on != interview.interview_on:
        yield _OTHER_DAY, {"day": after.interview_on}


def _of_the_round(
    context: RequestContext, interview: Interview, event: Event, changed: Event | None
) -> Iterator[Sentence]:
    is_another_opened = changed is not None and opens_another(event, changed)
    is_left = changed is None or is_another_opened or changed.interview_on is None
    does_it_go = goes_with_its_event(context, interview, event) if is_left else None
    if does_it_go is not None:
        yield _ROUND_GOES if does_it_go else _ROUND_STAYS, {}
    if is_another_opened:
        yield _ROUND_OPENS, {}
