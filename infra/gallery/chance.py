"""Turns by chance: what the owner and the employer may do next in a process, more or less often."""

from __future__ import annotations

from random import Random

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.forecast import is_call
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind
from infra.gallery.play import DUE, Play, Turn, answer, call, move

_FROM_THEM = (
    answer(Result.TOLD_TO_WAIT),
    answer(Result.TOLD_TO_WAIT, 7),
    answer(Result.REFUSAL),
    answer(Result.REFUSAL),
    answer(Result.REFUSAL, reasons_given=True),
    answer(Result.OFFER),
    answer(Result.OFFER, 7),
    answer(Result.NEXT_ROUND),
    answer(Result.NEXT_ROUND),
    answer(Result.NEXT_ROUND, 6),
)
_BEFORE = (move(), move(), move(3), answer(Result.OFFER, 7), answer(Result.REFUSAL))
_CALLS = (
    call(Result.NO_ANSWER),
    call(Result.NO_ANSWER),
    call(Result.VOICEMAIL),
    call(Result.VOICEMAIL),
    call(Result.NO_DECISION),
    call(Result.NO_DECISION, 5),
    call(Result.NO_DECISION, 9),
    call(Result.TOLD_TO_WAIT),
    call(Result.TOLD_TO_WAIT, 8),
    call(Result.WRONG_NUMBER),
)
_NOT_THANKED = Turn(is_left_undone=True)
_A_LETTER = Turn(kind=EventKind.LETTER_SENT)


def a_turn(play: Play, planned: Plan, step: Step, dice: Random) -> Turn:
    """What happens to a process at a step that can be done now."""
    is_before = play.today < play.record.interview_on
    if dice.random() < (0.3 if is_before else 0.15):
        return dice.choice(_BEFORE if is_before else _FROM_THEM)
    if step.kind is StepKind.THANK_YOU_LETTER and dice.random() < 0.2:  # noqa: PLR2004 - a share
        return _NOT_THANKED
    if not is_call(step, planned):
        return DUE
    return dice.choice((*_CALLS, *_CALLS_ABOUT.get(step.kind, ())))


_CALLS_ABOUT = {
    StepKind.RECEIPT_CALL: (call(Result.ARRIVED), call(Result.ARRIVED), _A_LETTER),
    StepKind.STATUS_CALL: (_A_LETTER,),
}
