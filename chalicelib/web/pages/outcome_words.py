"""How a process, or one round of it, ended, in a word or two."""

from __future__ import annotations

from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.step import marked

OUTCOMES = {
    Outcome.OFFER: marked("Offer"),
    Outcome.REFUSAL: marked("Refusal"),
    Outcome.NO_ANSWER: marked("No answer"),
    Outcome.WITHDRAWN: marked("Withdrawn"),
    Outcome.NEXT_ROUND: marked("Next round"),
}
