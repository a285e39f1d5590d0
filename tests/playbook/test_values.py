"""Values: what was made stays as it was made, so that nobody has to fear whom they hand it to."""

from __future__ import annotations

import pytest
from msgspec import Struct

from chalicelib.digest.schedule import Slot
from chalicelib.playbook.agenda import Agenda, AgendaItem, Section
from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.planning_context import Pacing
from chalicelib.playbook.process_state import Snooze
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.working_days import WorkingDays
from tests.factories import an_interview
from tests.playbook.planning import day, next_step, planned

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
