"""Values: what was made stays as it was made, so that nobody has to fear whom they hand it to."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest
from msgspec import Struct

from chalicelib import playbook
from chalicelib.digest.schedule import Slot
from chalicelib.playbook.agenda import Agenda, AgendaItem, Section
from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.planning_context import Pacing
from chalicelib.playbook.process_state import Snooze
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.working_days import WorkingDays
from tests.factories import an_interview
from tests.playbook.planning import day, next_step, planned

MOST_BY_POSITION = 4  # fields without a default; nobody remembers the order of more
RECORD, MONDAY = an_interview(), day("3 Aug")
ITEM = AgendaItem(Section.TODAY, RECORD, planned(RECORD, MONDAY), next_step(RECORD, MONDAY))


@pytest.mark.parametrize(
    "value",
    [
        Agenda(MONDAY, (ITEM,)),
        ITEM,
        Snooze(MONDAY, StepKind.STATUS_CALL, MONDAY),
        ContactSelection(to_call=None, to_write=None),
        Pacing(),
        WorkingDays(lambda day: day.weekday() < 5),
        Slot(MONDAY, RECORD.created_at),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_cannot_be_changed(value: Struct) -> None:
    name = value.__struct_fields__[0]

    with pytest.raises(AttributeError):
        setattr(value, name, getattr(value, name))


def test_h5_the_numbers_of_moderation_are_told_by_their_names() -> None:
    with pytest.raises(TypeError):
        Pacing(4, 3)  # type: ignore[call-arg]


MODULES = [
    importlib.import_module(f"{playbook.__name__}.{module.name}") for module in pkgutil.iter_modules(playbook.__path__)
]
KINDS = {
    kind for module in MODULES for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Struct)
}
OURS = sorted((kind for kind in KINDS if kind is not Struct), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_every_value_of_the_playbook_is_frozen_and_many_fields_are_given_by_name(
    kind: type[Struct],
) -> None:
    fields = inspect.signature(kind).parameters.values()
    by_position = [each for each in fields if each.kind is not each.KEYWORD_ONLY and each.default is each.empty]

    assert kind.__struct_config__.frozen
    assert len(by_position) <= MOST_BY_POSITION
