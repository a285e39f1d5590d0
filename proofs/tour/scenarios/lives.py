"""Each owner's weeks: what they record and what happens, and on each of its days everything that they can look at."""

from __future__ import annotations

from chalicelib.playbook.owner import Owner
from proofs.tour.looking import look_around
from proofs.tour.owners import ALEX, DASHA, SAM
from proofs.tour.plots import OF_ALEX, OF_DASHA, OF_SAM, Plot
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene


@scenario
def life_of_alex(scene: Scene) -> None:
    """English, in Berlin."""
    _live(scene, ALEX, OF_ALEX)


@scenario
def life_of_dasha(scene: Scene) -> None:
    """Russian and friendly, in Yekaterinburg."""
    _live(scene, DASHA, OF_DASHA)


@scenario
def life_of_sam(scene: Scene) -> None:
    """English and friendly, in New York; no digest at the weekend, and a pause."""
    _live(scene, SAM, OF_SAM)


def _live(scene: Scene, owner: Owner, plot: Plot) -> None:
    resident = Resident(scene, owner)
    for day, acts in plot.items():
        scene.at(day)
        resident.note = day[:16]
        for act in acts:
            resident.do(*act)
        look_around(resident)
