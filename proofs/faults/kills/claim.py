"""Claim ``kills``: whatever call a process is killed at, the digest comes; twice only after a kill in the window."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.crew import Crew
from proofs.faults.kills.run import Outcome, Runs
from proofs.faults.real_table import TABLE, make_table, real_table
from tests.digest.ses_stand_in import SesStandIn, ses_stand_in

MEMBERS = 4  # while one waits for its processes, another one goes on
AT_A_TIME = 5  # runs of each member before what SES took is compared


def refute(effort: Effort) -> Verdict:
    """Kill processes that tick, and compare what SES took with how they ended."""
    runs = effort.of(short=120, long=5_000)
    outcomes: list[Outcome] = []
    taken: Counter[str] = Counter()
    violations: list[str] = []
    with real_table() as dynamodb, ses_stand_in() as ses, _crew(dynamodb, ses.address, effort.seed) as crew:
        while len(outcomes) < runs and not effort.is_enough(violations):
            latest = [one for some in crew.at_once(_numbers(len(outcomes))) for one in some]
            taken += _counted(ses)
            violations += _violations(latest, taken, effort.seed)
            outcomes += latest
            effort.told(len(outcomes), runs)
    violations += _missed(outcomes)
    return Verdict(len(outcomes), tuple(violations), _figures(outcomes, taken))


def _crew(dynamodb: str, ses: str, seed: int) -> Crew[range, list[Outcome]]:
    made: list[Runs] = []

    def settle_in(member: int) -> None:
        make_table(f"{TABLE}-{member}", dynamodb)  # of its own: a tick finds all owners of a table
        made.append(Runs(ses))
        gc.freeze()  # what is warm by now is not gone through, and so not copied, in every fork

    return Crew(MEMBERS, lambda numbers: [made[0].run(seed, number) for number in numbers], settle_in)


def _numbers(done: int) -> list[range]:
    """What each member is to run next."""
    starts = range(done, done + MEMBERS * AT_A_TIME, AT_A_TIME)
    return [range(start, start + AT_A_TIME) for start in starts]


def _counted(ses: SesStandIn) -> Counter[str]:
    """How many mails SES took since, by owner."""
    counted = Counter(request["EmailTags"][0]["Value"] for request in ses.requests)
    ses.forget()
    return counted


def _violations(outcomes: list[Outcome], taken: Counter[str], seed: int) -> Iterator[str]:
    """Whatever was lost, or doubled without a kill in the window, and how to have it again."""
    for one in outcomes:
        mails, most = taken[one.owner_id], 1 + one.kills_in_window
        if mails == 0 or mails > most or not one.is_quiet:
            still_due = "" if one.is_quiet else ", and the owner is still due"
            how = "; ".join(one.ends)
            yield f"SEED={seed}, run {one.number}: {mails} mails for 1 to {most}{still_due} ({how})"


def _missed(outcomes: list[Outcome]) -> Iterator[str]:
    """Whether the kills did not come: then nothing is proved."""
    kills, in_window = sum(one.kills for one in outcomes), sum(one.kills_in_window for one in outcomes)
    if kills < len(outcomes) or not in_window:
        yield f"only {kills} kills came in {len(outcomes)} runs, {in_window} of them in the window"


def _figures(outcomes: list[Outcome], taken: Counter[str]) -> dict[str, int | float | str]:
    return {
        "kills": sum(one.kills for one in outcomes),
        "in the window": sum(one.kills_in_window for one in outcomes),
        "lost": sum(not taken[one.owner_id] for one in outcomes),
        "mails too many": sum(max(0, taken[one.owner_id] - 1) for one in outcomes),
    }


CLAIM = Claim(
    "kills",
    "Killed at any AWS call, a digest is never lost; it comes again only after a kill between SES's yes and the mark",
    refute,
)
