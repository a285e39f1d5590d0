"""The call to SES, and which of them no tick may ever make."""

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
    """The run ``by``, which lives for ``span``, hands a digest to SES."""

    owner: Owner
    on: date
    by: str
    span: tuple[datetime, datetime]

    def done(self, world: World) -> Outcome:
        for letter in world.letters:
            if letter.owner_id == self.owner.id and self._is_wrong_after(letter):
                world = world.with_wrong(f"{letter.owner_id} got the digest of {self.on} from {self.by} after {letter}")
        return world.with_letter(Letter(self.owner.id, self.on, self.by, self.span[1])), f"message of {self.by}"

    def _is_wrong_after(self, letter: Letter) -> bool:
        """Whether this mail must not follow that letter:

        - The same digest must not be sent again while its first worker can live, whatever fault there was: a lease
          outlives its worker.
        - An older digest must not be sent once that worker is gone and has marked what it sent.
        """
        if letter.until > self.span[0]:
            return letter.on == self.on
        return letter.on > self.on and not letter.is_excused

    def why_forbidden(self, answers: tuple[Any, ...]) -> str | None:
        """Why this mail must never be sent, given what its run was answered about the owner; None if it may be."""
        read = [answer for answer in answers if isinstance(answer, Account) and answer.owner.id == self.owner.id]
        if not read:
            return f"sent to {self.owner.id} without reading the account"
        paused_until = read[-1].owner.paused_until
        if read[-1].is_mail_stopped or (paused_until is not None and paused_until >= self.on):
            return f"sent the digest of {self.on} to {self.owner.id}, whose mail was stopped or paused by then"
        return None
