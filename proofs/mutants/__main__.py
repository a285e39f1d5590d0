"""``python -m proofs.mutants``: make small mistakes in the rules, one at a time, and count what the tests notice.

``make mutants`` runs it. ONLY chooses modules, separated by commas; EVERY=10 tries one mutant in ten.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from proofs.mutants.mutation import Mutant, mutants_of
from proofs.mutants.trial import begun, load_foreign

LEAST_KILLED = 95  # percent

# All of the playbook's own tests. Those that draw histories take the longest: only what survives the others meets them.
_PLAYBOOK = Path("tests/playbook")
_DRAWN = [
    str(_PLAYBOOK / f"test_{name}.py") for name in ("invariants_of_recording", "simulation", "invariants_of_turns")
] + [str(_PLAYBOOK / "test_invariants.py")]
_RULES = sorted({str(file) for file in _PLAYBOOK.glob("test_*.py")} - set(_DRAWN))
_VALUES = "tests/playbook/test_values.py"
_WELL = [f"tests/digest/test_tick{part}.py" for part in ("", "_quiet", "_settings")]  # all goes well
_TICK = [
    *_WELL,
    "tests/digest/test_tick_failures.py",
    "tests/digest/test_bounces.py::test_a_marked_owner_is_not_due_again_before_the_next_day",
    "tests/records/test_plan_version.py::test_the_tick_plans_anew_before_it_reads_the_day",
    "tests/digest/test_ses_sender.py::test_a_connection_is_kept_during_a_run_and_dropped_after_it",
]
_UNITS = (
    *("agenda", "answer_effects", "call_effects", "contact_selection", "fold", "interview_day", "interview_end"),
    *(
        "letter_effects",
        "mail_day",
        "mail_plan",
        "move_effects",
        "moves",
        "next_step",
        "offers",
        "persistence",
        "plan",
        "planning_context",
    ),
    *("process_state", "rules", "status_call_day", "working_days"),
)
TARGETS = {
    **{f"chalicelib.playbook.{unit}": _RULES for unit in _UNITS},
    "chalicelib.work_calendars": ["tests/playbook/test_working_days.py", "tests/playbook/test_calendar_cases.py"],
    "chalicelib.digest.schedule": ["tests/digest/test_schedule.py", _VALUES],
    "chalicelib.digest.tick": _TICK,
    "chalicelib.playbook.week_opening": ["tests/playbook/test_week_opening.py", *_WELL],
}


@dataclass
class Tally:
    """How many mutants of a module were tried, and which of them no test noticed."""

    tried: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    @property
    def killed(self) -> int:
        """How many were noticed."""
        return self.tried - len(self.survivors)


def main() -> int:
    """Exit code 0: enough mutants were noticed, 1: too few, 2: ONLY names a module that is not in ``TARGETS``."""
    wanted = [name for name in os.environ.get("ONLY", "").split(",") if name] or list(TARGETS)
    every = os.environ.get("EVERY", "1")
    if not set(wanted) <= TARGETS.keys() or not every.isdecimal() or every == "0":
        print(f"ONLY is some of {', '.join(TARGETS)}; EVERY is a number.", file=sys.stderr)
        return 2
    load_foreign()
    tallies = {name: _tried(name, int(every)) for name in wanted}
    for tally in tallies.values():
        for survivor in tally.survivors:
            print(survivor.diff, end="\n\n")
    print(_table(tallies))
    tried, killed = (sum(getattr(one, what) for one in tallies.values()) for what in ("tried", "killed"))
    return int(100 * killed < LEAST_KILLED * tried or not tried)


def _tried(module: str, every: int) -> Tally:
    """Try all mutants of a module, on all cores."""
    spec = importlib.util.find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    path, tally = Path(spec.origin), Tally()
    file, source = str(path.relative_to(Path.cwd())), path.read_text(encoding="utf-8")
    if not _passes(module, path, source):
        raise SystemExit(f"The tests of {module} fail without a mutant.")
    mutants = list(mutants_of(source, file))[::every]
    for mutant, is_killed in _in_turn(module, path, mutants, TARGETS[module]):
        tally.tried += 1
        tally.survivors += [] if is_killed else [mutant]
        print(f"  {module}: {tally.tried} of {len(mutants)}, {len(tally.survivors)} survived", flush=True)
    if TARGETS[module] is _RULES:
        tally.survivors = [
            mutant for mutant, is_killed in _in_turn(module, path, tally.survivors, _DRAWN) if not is_killed
        ]
        print(f"  {module}: {len(tally.survivors)} survived the drawn histories too", flush=True)
    return tally


def _passes(module: str, path: Path, source: str) -> bool:
    _, status = os.waitpid(begun(module, path, source, TARGETS[module]), 0)
    return status == 0


def _in_turn(module: str, path: Path, mutants: list[Mutant], tests: list[str]) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant and whether one of these tests failed, in the order in which they end."""
    running: dict[int, Mutant] = {}
    waiting = list(reversed(mutants))
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            mutant = waiting.pop()
            running[begun(module, path, mutant.source, tests)] = mutant
        process, status = os.wait()
        yield running.pop(process), status != 0


def _table(tallies: dict[str, Tally]) -> str:
    rows = [(name, one.killed, one.tried) for name, one in tallies.items()]
    rows.append(("all", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    width = max(len(name) for name, _, _ in rows)
    return "\n".join(
        f"{name:<{width}}  {killed:>4} of {tried:>4} noticed, {100 * killed / max(tried, 1):5.1f} %"
        for name, killed, tried in rows
    )


if __name__ == "__main__":
    sys.exit(main())
