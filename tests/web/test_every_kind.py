"""Nothing is forgotten of what can happen and of what a link can say: a new kind that lacks something is named here,
with what it lacks and where that belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from chalicelib.links.action import ACTIONS, AFTER_AN_ABSENCE, SENT, ActionKind, offered_actions
from chalicelib.playbook import answer_effects, call_effects, fold
from chalicelib.playbook.contact_selection import select_contacts
from chalicelib.playbook.debriefing import NO_QUESTIONS, Questions
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS, EventSpec
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import Step, StepKind
from chalicelib.schemas.event_fields import EventFields
from chalicelib.usecases.pause_digest import last_day_of
from chalicelib.web.openapi.examples import examples_of
from chalicelib.web.pages.undo_notice import UNDONE
from infra import catalogs
from tests.factories import MONDAY

EFFECTS_BY_RESULT = {
    EventKind.CALLED: (call_effects.EFFECTS, "EFFECTS in chalicelib/playbook/call_effects.py"),
    EventKind.HEARD_BACK: (answer_effects.EFFECTS, "EFFECTS in chalicelib/playbook/answer_effects.py"),
}
EXAMPLES = [example.sent for example in examples_of(EventFields).values()]  # test_openapi.py sends each of them
DESCRIPTION = (catalogs.PROJECT / "docs" / "api.md").read_text(encoding="utf-8")
FACT = re.compile(r"\{(\w+)\}")

ROW_OF_AN_EVENT = "EVENTS in chalicelib/playbook/event_kinds.py"
ROW_OF_AN_ACTION = "ACTIONS in chalicelib/links/action.py"
RUSSIAN = 'wrap it in translatable("…"), run `make catalogs`, then translate it in templates/catalogs/ru.po'


@cache
def russian() -> dict[str, str]:
    """The Russian catalog."""
    said = catalogs.read(catalogs.TEMPLATES / "catalogs" / "ru.po")
    return {str(message.id): str(message.string or "") for message in said}


def lacks_words(sentence: str, row: str) -> Iterator[str]:
    """What a sentence of a row lacks, to be said in every language."""
    if not sentence:
        yield f"a sentence is empty: {row}"
    elif not russian().get(sentence):
        yield f'"{sentence}" is not said in Russian: {RUSSIAN}'
    elif sorted(FACT.findall(russian()[sentence])) != sorted(FACT.findall(sentence)):
        yield f'"{sentence}" names other facts in Russian: {RUSSIAN}'


def lacks_of_a_kind(kind: EventKind) -> Iterator[str]:
    """What a kind of event lacks."""
    specs = [spec for spec in EVENTS if spec.kind is kind]
    if not specs:
        yield f"it has no row: {ROW_OF_AN_EVENT}"
    if len({spec.result for spec in specs}) < len(specs):
        yield f"it has a row twice: {ROW_OF_AN_EVENT}"
    if kind not in fold.EFFECTS:
        yield "it has no effect; None, if it is to have none: EFFECTS in chalicelib/playbook/fold.py"
    for name in (kind, *(spec.result for spec in specs if spec.result)):
        if f"`{name}`" not in DESCRIPTION:
            yield f"`{name}` is not explained: docs/api.md"
    for spec in specs:
        yield from (f"{spec.choice}: {what}" for what in lacks_of_a_row(spec))


def lacks_of_a_row(spec: EventSpec) -> Iterator[str]:
    """What a kind with its result lacks."""
    yield from lacks_an_effect(spec)
    yield from lacks_in_its_words(spec)
    yield from lacks_a_field(spec)
    examples = [sent for sent in EXAMPLES if (sent["kind"], sent.get("result")) == (spec.kind, spec.result)]
    if not examples:
        yield "it has no example: HAPPENED in chalicelib/web/openapi/examples.py"
    for name in spec.fields:
        if not any(name in example for example in examples):
            yield f"no example of it has {name}: HAPPENED in chalicelib/web/openapi/examples.py"
    if spec.option is None and (spec.kind, spec.result) not in {action.writes for action in ACTIONS.values()}:
        yield f"the form does not offer it (option=None), and no button says it: {ROW_OF_AN_ACTION}"


def lacks_an_effect(spec: EventSpec) -> Iterator[str]:
    """A result needs an effect of its own; what has none does no step either."""
    if spec.kind in fold.EFFECTS and fold.EFFECTS[spec.kind] is None and not spec.leaves_step_open:
        yield f"it has no effect, so it has `leaves_step_open`: {ROW_OF_AN_EVENT}"
    if spec.result is None:
        return
    if spec.kind not in EFFECTS_BY_RESULT:
        yield "no table of the effects of its results is known: EFFECTS_BY_RESULT in tests/web/test_every_kind.py"
    elif spec.result not in EFFECTS_BY_RESULT[spec.kind][0]:
        yield f"its result has no effect: {EFFECTS_BY_RESULT[spec.kind][1]}"


def lacks_in_its_words(spec: EventSpec) -> Iterator[str]:
    """Its sentences are said in every language, of facts that are there."""
    options = () if spec.option is None else (spec.option,)
    for sentence in (spec.said, *spec.adds.values(), *options):
        yield from lacks_words(sentence, ROW_OF_AN_EVENT)
    for name in {*FACT.findall(spec.said)} - {*spec.needs}:
        yield f"`said` tells of {name}, which it does not need: {ROW_OF_AN_EVENT}"
    for own, sentence in spec.adds.items():
        if own not in spec.fields:
            yield f"`adds` has a sentence for {own}, which it does not take: {ROW_OF_AN_EVENT}"
        for name in {*FACT.findall(sentence)} - {own, *spec.needs}:
            yield f"`adds` tells of {name}, which may be missing: {ROW_OF_AN_EVENT}"


def lacks_a_field(spec: EventSpec) -> Iterator[str]:
    """Its fields are declared, kept, and told of by the page that takes it back."""
    for name in spec.fields:
        if name not in EventFields.__struct_fields__:
            yield f"{name} is no field that is sent: EventFields in chalicelib/schemas/event_fields.py"
        if name not in Event.__struct_fields__:
            yield f"{name} is no field that is kept: Event in chalicelib/playbook/event.py"
    for name in filter(None, (spec.day, spec.hour)):
        if name not in spec.fields:
            yield f"its day or hour {name} is none of its fields: {ROW_OF_AN_EVENT}"
    for name in {*spec.needs, *spec.adds} - {*UNDONE}:
        yield f"the notice of an undo does not carry {name}: UNDONE in chalicelib/web/pages/undo_notice.py"


def lacks_of_an_action(kind: ActionKind) -> Iterator[str]:
    """What an action lacks."""
    spec = ACTIONS.get(kind)
    if spec is None:
        yield f"it has no row: {ROW_OF_AN_ACTION}"
        return
    for sentence in (spec.label, spec.meaning, *(one.label for one in spec.inputs)):
        yield from lacks_words(sentence, ROW_OF_AN_ACTION)
    if FACT.findall(spec.label) or {*FACT.findall(spec.meaning)} - {"company"}:
        yield f"its words tell of more than {{company}}: {ROW_OF_AN_ACTION}"
    if spec.opposite:
        yield from lacks_about_the_digest(kind, spec.opposite)
    elif spec.is_proof:
        return  # the press itself is what it records
    elif kind is not ActionKind.UNDO:
        yield from lacks_in_what_it_writes(kind)


def lacks_about_the_digest(kind: ActionKind, opposite: ActionKind) -> Iterator[str]:
    """What is about the digest has an effect on it, and a way back."""
    back = ACTIONS[opposite].opposite if opposite in ACTIONS else None
    if back is None or ACTIONS[back].opposite is not opposite:
        yield f"its opposite {opposite} does not lead back: {ROW_OF_AN_ACTION}"
    if (opposite is ActionKind.RESUME) != (last_day_of(kind, MONDAY) is not None):
        yield "it does nothing to the digest: PAUSES in chalicelib/links/action.py"


def lacks_in_what_it_writes(kind: ActionKind) -> Iterator[str]:
    """An action writes an event, asks for what that needs, and is offered."""
    spec = ACTIONS[kind]
    asked = {one.name for one in spec.inputs} | ({"until"} if spec.days else set())
    if spec.writes is None:
        yield f"it writes no event (`writes`), and is not about the digest (`opposite`, `is_proof`): {ROW_OF_AN_ACTION}"
    for written in filter(None, (spec.writes, spec.writes_without_a_call)):
        event = next((event for event in EVENTS if (event.kind, event.result) == written), None)
        if event is None:
            yield f"it writes {written}, which has no row: {ROW_OF_AN_EVENT}"
            continue
        for name in {*event.needs} - asked:
            yield f"its page does not ask for {name}, which {event.choice} needs (`inputs`): {ROW_OF_AN_ACTION}"
        for name in asked - {"on", "note", *event.fields}:
            yield f"its page asks for {name}, which {event.choice} does not take (`inputs`): {ROW_OF_AN_ACTION}"
    if kind not in offered_at_some_step() | {*SENT.values(), *AFTER_AN_ABSENCE}:
        yield "it is offered at no step, and records no draft: SENT and what is below it in chalicelib/links/action.py"
    if spec.note:
        yield from lacks_words(spec.note, ROW_OF_AN_ACTION)


@cache
def offered_at_some_step() -> frozenset[ActionKind]:
    """All that is offered at any step, in any circumstances."""
    yes_or_no = (True, False)
    cases = product(StepKind, yes_or_no, yes_or_no, (None, *DayToCome), yes_or_no)
    plans = (a_plan(*facts) for facts in cases)
    return frozenset(kind for plan in plans for kind in offered_actions(plan, MONDAY))


def a_plan(
    step: StepKind, is_call_possible: bool, is_refused: bool, day_to_come: DayToCome | None, is_asked_about: bool
) -> Plan:
    """A plan with this step next."""
    return Plan(
        step=Step(kind=step, due_on=MONDAY, reasons=()),
        outcome=None,
        is_refused=is_refused,
        attempts=0,
        attempts_used=0,
        selected_contacts=select_contacts(()),
        unthanked=(),
        is_call_possible=is_call_possible,
        letter_sent_on=None,
        follow_up_on=None,
        promised_call_on=None,
        last_contact_on=None,
        promised_on=None,
        day_to_come=day_to_come,
        may_move=False,
        silent_since=MONDAY,
        base_on=MONDAY,
        is_asked=False,
        questions=Questions(facts=("may_call",)) if is_asked_about else NO_QUESTIONS,
    )


@pytest.mark.parametrize("kind", EventKind)
def test_an_event_lacks_nothing(kind: EventKind) -> None:
    lacks = [f"EventKind.{kind.name}: {what}" for what in lacks_of_a_kind(kind)]

    assert not lacks, "\n".join(lacks)


@pytest.mark.parametrize("result", Result)
def test_a_result_belongs_to_a_kind(result: Result) -> None:
    kinds = [spec.kind for spec in EVENTS if spec.result is result]

    assert kinds, f"Result.{result.name}: no kind has it: {ROW_OF_AN_EVENT}"


@pytest.mark.parametrize("kind", ActionKind)
def test_an_action_lacks_nothing(kind: ActionKind) -> None:
    lacks = [f"ActionKind.{kind.name}: {what}" for what in lacks_of_an_action(kind)]

    assert not lacks, "\n".join(lacks)
