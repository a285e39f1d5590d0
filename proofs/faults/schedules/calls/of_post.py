"""What SES is asked, and what no tick may ever ask it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chalicelib.playbook.owner import Owner
from chalicelib.records.owners import Account
from proofs.faults.schedules.calls.call import Call, Outcome
from proofs.faults.schedules.world import Letter, World


@dataclass(frozen=True, slots=True)
class Send(Call):
    """A digest handed to SES by the run ``by``, which lives for ``span``."""

    owner: Owner
    on: date
    by: str
    span: tuple[datetime, datetime]

    def done(self, world: World) -> Outcome:
        for one in world.letters:
            if one.owner_id == self.owner.id and self._is_wrong_after(one):
                world = world.with_wrong(f"{one.owner_id} got the digest of {self.on} from {self.by} after {one}")
        return world.with_letter(Letter(self.owner.id, self.on, self.by, self.span[1])), f"message of {self.by}"

    def _is_wrong_after(self, letter: Letter) -> bool:
        """The same digest may not go again while its first worker could live, whatever the excuse: a lease outlives its
        worker. Nor may an older one once that worker is gone and has marked what it sent."""
        if letter.until > self.span[0]:
            return letter.on == self.on
        return letter.on > self.on and not letter.is_excused

    def heedless(self, answers: tuple[Any, ...]) -> str | None:
        """Why this mail should never leave, by what its run was answered so far about the owner."""
        read = [one for one in answers if isinstance(one, Account) and one.owner.id == self.owner.id]
        if not read:
            return f"sent to {self.owner.id} without reading the account"
        paused_until = read[-1].owner.paused_until
        if read[-1].is_mail_stopped or (paused_until is not None and paused_until >= self.on):
            return f"sent the digest of {self.on} to {self.owner.id}, whose mail was stopped or paused by then"
        return None
