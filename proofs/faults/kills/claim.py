"""Claim ``kills``: the digest is sent whichever call a process is killed at; twice only after a kill in the window."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from proofs.bench.aws_over_tls import new_identity
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.crew import Crew
from proofs.faults.kills.run import Outcome, Runs, Way, ses_way, smtp_way
from proofs.faults.real_table import TABLE, make_table, real_table
from tests.digest.ses_stand_in import SesStandIn, ses_stand_in
from tests.digest.smtp_stand_in import SmtpStandIn, server_tls, smtp_stand_in

MEMBERS = 4  # while one waits for its processes, another one goes on
AT_A_TIME = 5  # runs of each member before SES's mails are compared


def refute(effort: Effort) -> Verdict:
    """Kill processes that tick, and compare what SES took with how they ended."""
    runs = effort.of(short=120, long=5_000)
    outcomes: list[Outcome] = []
    taken: Counter[str] = Counter()
    violations: list[str] = []
    with real_table() as dynamodb, _services() as services, _crew(dynamodb, services, effort.seed) as crew:
        while len(outcomes) < runs and not effort.is_enough(violations):
            latest = [outcome for some in crew.at_once(_numbers(len(outcomes))) for outcome in some]
            taken += services.counted()
            violations += _violations(latest, taken, effort.seed)
            outcomes += latest
            effort.told(len(outcomes), runs)
    violations += _missed(outcomes)
    return Verdict(len(outcomes), tuple(violations), _figures(outcomes, taken))


@dataclass(frozen=True, slots=True)
class Services:
    """SES, and a provider's mail server with its certificate."""

    ses: SesStandIn
    provider: SmtpStandIn
    certificate: bytes

    def way(self, member: int) -> Way:
        """Half of the members send by the one, half by the other."""
        is_ses = member % 2 == 0
        return ses_way(self.ses.address) if is_ses else smtp_way(self.provider.port, self.certificate)

    def counted(self) -> Counter[str]:
        """How many mails they took since the last call, by owner."""
        counted = Counter(request["EmailTags"][0]["Value"] for request in self.ses.requests)
        counted += Counter(recipient.partition("@")[0] for recipient in self.provider.recipients)
        self.ses.forget()
        self.provider.recipients.clear()
        return counted


@contextmanager
def _services() -> Iterator[Services]:
    with TemporaryDirectory() as folder, ses_stand_in() as ses:
        identity = new_identity(Path(folder))
        with smtp_stand_in(server_tls(identity.file)) as provider:
            yield Services(ses, provider, identity.certificate)


def _crew(dynamodb: str, services: Services, seed: int) -> Crew[range, list[Outcome]]:
    made: list[Runs] = []

    def settle_in(member: int) -> None:
        make_table(f"{TABLE}-{member}", dynamodb)  # a table for each member: a tick finds all owners of a table
        made.append(Runs(services.way(member)))
        gc.freeze()  # objects so far are not collected, so no fork copies their memory

    return Crew(MEMBERS, lambda numbers: [made[0].run(seed, number) for number in numbers], settle_in)


def _numbers(done: int) -> list[range]:
    """The numbers of the runs that each member does next."""
    starts = range(done, done + MEMBERS * AT_A_TIME, AT_A_TIME)
    return [range(start, start + AT_A_TIME) for start in starts]


def _violations(outcomes: list[Outcome], taken: Counter[str], seed: int) -> Iterator[str]:
    """Each digest that was lost, or doubled without a kill in the window, and how to repeat the run."""
    for outcome in outcomes:
        mails, most = taken[outcome.owner_id], 1 + outcome.kills_in_window
        if mails == 0 or mails > most or not outcome.is_quiet:
            still_due = "" if outcome.is_quiet else ", and the owner is still due"
            how = "; ".join(outcome.ends)
            yield f"SEED={seed}, run {outcome.number}: {mails} mails for 1 to {most}{still_due} ({how})"


def _missed(outcomes: list[Outcome]) -> Iterator[str]:
    """Violations if too few processes were killed: then nothing is proved."""
    kills, in_window = sum(outcome.kills for outcome in outcomes), sum(outcome.kills_in_window for outcome in outcomes)
    if kills < len(outcomes) or not in_window:
        yield f"only {kills} kills came in {len(outcomes)} runs, {in_window} of them in the window"


def _figures(outcomes: list[Outcome], taken: Counter[str]) -> dict[str, int | float | str]:
    return {
        "kills": sum(outcome.kills for outcome in outcomes),
        "in the window": sum(outcome.kills_in_window for outcome in outcomes),
        "lost": sum(not taken[outcome.owner_id] for outcome in outcomes),
        "mails too many": sum(max(0, taken[outcome.owner_id] - 1) for outcome in outcomes),
    }


CLAIM = Claim(
    "kills",
    "Killed at any call of AWS or line to a mail server, a digest is never lost; it comes again only after a kill "
    "between the yes to the mail and the mark",
    refute,
)
