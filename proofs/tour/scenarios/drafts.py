"""Every kind of draft, for records at every stage, in each of its forms."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from proofs.tour.looking import look_at_draft
from proofs.tour.owners import ALEX, DASHA
from proofs.tour.plots.words import DANA, OFFICE
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import EVENTS_GOOD, LEAST

_CONTACTS: tuple[list[dict[str, Any]], ...] = (
    [DANA],
    [OFFICE],
    [],
    [{"role": "supervisor", "name": "Anna-Maria von der Tann", "email": "anna@globex.example"}, OFFICE],
    [{"role": "ceo", "name": "Пётр Ильич", "phone": "+7 343 555-01-22"}],
)


@scenario
def drafts_in_english(scene: Scene) -> None:
    """Drafts for Alex."""
    _every_draft(scene, ALEX)


@scenario
def drafts_in_russian(scene: Scene) -> None:
    """Drafts for Dasha; some of her records have another language."""
    _every_draft(scene, DASHA)


def _every_draft(scene: Scene, owner: Owner) -> None:
    resident = Resident(scene, owner)
    resident.browser.sign_in(resident.token)
    for number, event in enumerate(EVENTS_GOOD):
        scene.at("2026-08-03T18:00+02:00")
        language = {"language": ("ru", "en", "pt-BR")[number // 2 % 3]} if number % 2 else {}
        facts = {"company": f"Company {number}", "contacts": _CONTACTS[number % len(_CONTACTS)], **language}
        path = f"/interviews/{resident.program.record(f'records {number}', **LEAST | facts)['id']}"
        scene.at(("2026-08-04T09:00+02:00", "2026-08-11T09:00+02:00")[number % 2])
        resident.program.post(f"tells of {number}", f"{path}/events", event)
        for kind in StepKind:
            look_at_draft(resident, f"{number} {kind}", f"{path}/drafts/{kind}")
    _ahead_and_weeks_later(scene, resident)


def _ahead_and_weeks_later(scene: Scene, resident: Resident) -> None:
    """The letters that fit before an interview, and a month after the last word."""
    scene.at("2026-08-03T18:00+02:00")
    ahead = resident.program.record("records one ahead", **LEAST | {"company": "Ahead", "interview_on": "2026-09-30"})
    silent = resident.program.record("records one that falls silent", **LEAST | {"company": "Silent"})
    scene.at("2026-09-10T09:00+02:00")
    resident.browser.sign_in(resident.token)
    for record, kind in ((ahead, StepKind.RESCHEDULE), (silent, StepKind.STILL_INTERESTED)):
        look_at_draft(resident, f"much later {kind}", f"/interviews/{record['id']}/drafts/{kind}")
