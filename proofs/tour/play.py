"""Play all scenarios, each in a process of its own, so that none affects another."""

from __future__ import annotations

import multiprocessing
import os
import time
from functools import partial
from pathlib import Path

from infra import catalogs
from proofs.tour.app_under_tour import open_app
from proofs.tour.chance import Chance
from proofs.tour.scenarios import all_scenarios
from proofs.tour.scene import Scene
from proofs.tour.tally import Tally

Played = tuple[str, int, float, Tally]


def play_all(into: Path, only: str) -> tuple[int, list[str]]:
    """Play the scenarios, and write the record into a folder; the number of steps, and what was not met."""
    from app import app  # loaded here for the forks

    catalogs.compile_all()
    names = [name for name in all_scenarios() if only in name]
    met, steps = Tally(), 0
    with multiprocessing.get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        for name, number, seconds, tally in pool.imap(partial(_play, into), names, chunksize=1):
            print(f"  {name}: {number} steps, {seconds:.1f} s", flush=True)
            met.add(tally)
            steps += number
    return steps, met.missing(app.routes)


def _play(into: Path, name: str) -> Played:
    begun = time.monotonic()
    chance = Chance()
    chance.take_over()
    with open_app() as product:
        scene = Scene(name, product, chance)
        try:
            all_scenarios()[name](scene)
        except Exception as error:
            raise RuntimeError(f"{name}, {scene.step}") from error
        scene.close()
        scene.record.write(into)
    return name, scene.record.steps, time.monotonic() - begun, scene.tally
