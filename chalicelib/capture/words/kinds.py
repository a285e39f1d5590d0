"""What a message would have recorded, by what its sentences say.

The strongest word wins: an offer, a refusal, a cancellation, a move, a further round, an invitation, a wait. What
arrives, advertises or bounces is nothing, and so is a word without one of these behind it.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from chalicelib.capture.found import Doubt, ProposalKind
from chalicelib.capture.words.phrase_book import Statement
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.sentences import Span
from chalicelib.playbook.event import Result
from chalicelib.playbook.step import translatable

CONTRADICTING_ANSWERS = Doubt(
    "result", translatable("is said in two ways: something is refused, and something else is offered")
)
_SILENT = (Says.UNDELIVERED, Says.ANSWERED_CALENDAR)


class Verdict(Struct, frozen=True):
    """The kind of a message, and its result, if it is an answer. ``statement`` is what told it, if one phrase did."""

    kind: ProposalKind
    result: Result | None = None
    statement: Statement | None = None
    doubts: tuple[Doubt, ...] = ()


NOTHING = Verdict(ProposalKind.NOTHING)


class Evidence(Struct, frozen=True):
    """What a message says besides its phrases: whether days to come are named, or several to choose from."""

    statements: tuple[Statement, ...]
    has_day_ahead: bool = False
    has_several_days: bool = False
    has_deadline: bool = False
    addressed: frozenset[Span] = frozenset()  # the sentences that speak to the reader

    def first(self, says: Says) -> Statement | None:
        """The first statement of this sort."""
        return next((one for one in self.statements if one.says is says), None)

    def says_any(self, several: Collection[Says]) -> bool:
        """Whether it says one of these."""
        return any(one.says in several for one in self.statements)

    @property
    def names_a_day(self) -> bool:
        """Whether a day ahead is named, or several."""
        return self.has_day_ahead or self.has_several_days


def verdict_on(evidence: Evidence) -> Verdict:
    """What the message is."""
    if evidence.says_any(_SILENT):
        return NOTHING
    return (
        _answer(evidence) or _change(evidence) or _further_round(evidence) or _invitation(evidence) or _wait(evidence)
    )


def _answer(evidence: Evidence) -> Verdict | None:
    """An offer or a refusal. Politeness alone is neither; an offer of something else leaves a refusal in doubt."""
    cancelled = [one.phrase for one in evidence.statements if one.says is Says.CANCELS]
    refusals = [one for one in evidence.statements if one.says is Says.REFUSES]
    refusal = next((one for one in refusals if not any(map(one.phrase.overlaps, cancelled))), None)
    offer = evidence.first(Says.OFFERS)
    if offer and refusal:
        return Verdict(ProposalKind.HEARD_BACK, None, None, (CONTRADICTING_ANSWERS,))
    if refusal:
        return Verdict(ProposalKind.HEARD_BACK, Result.REFUSAL, refusal)
    return Verdict(ProposalKind.HEARD_BACK, Result.OFFER, offer) if offer else None


def _change(evidence: Evidence) -> Verdict | None:
    """A move, or a cancellation. "Move you to the next round" moves nobody's interview."""
    cancels = evidence.first(Says.CANCELS)
    further = {one.sentence for one in evidence.statements if one.says is Says.NEXT_ROUND}
    moves = next((one for one in evidence.statements if one.says is Says.MOVES and one.sentence not in further), None)
    if moves:
        return Verdict(ProposalKind.MOVED, statement=moves)
    return Verdict(ProposalKind.CANCELLED, statement=cancels) if cancels else None


def _further_round(evidence: Evidence) -> Verdict | None:
    """They go on, and say so; or they invite to a later conversation, or to any after one that has been."""
    strong, later = evidence.first(Says.NEXT_ROUND), evidence.first(Says.LATER_ROUND)
    invites = evidence.first(Says.INVITES) or (evidence.first(Says.MEETS) if evidence.names_a_day else None)
    has_met = evidence.first(Says.MET_BEFORE) is not None
    if strong:
        return Verdict(ProposalKind.HEARD_BACK, Result.NEXT_ROUND, strong)
    if invites and has_met and (later or evidence.names_a_day):
        return Verdict(ProposalKind.HEARD_BACK, Result.NEXT_ROUND, later or invites)
    return None


def _invitation(evidence: Evidence) -> Verdict | None:
    """An invitation says so, or names an interview with a day ahead; who wants readers, and not this one, does not."""
    invites = evidence.first(Says.INVITES)
    if invites and (not evidence.first(Says.ADVERTISES) or invites.sentence in evidence.addressed):
        return Verdict(ProposalKind.NEW_INTERVIEW, statement=invites)
    named, meets = evidence.first(Says.NAMES_INTERVIEW), evidence.first(Says.MEETS)
    is_for_many = evidence.says_any((Says.ADVERTISES, Says.APPLICATION_ARRIVED))
    if named and evidence.names_a_day and not is_for_many and not evidence.first(Says.MET_BEFORE):
        return Verdict(ProposalKind.NEW_INTERVIEW, statement=meets or named)
    return None


def _wait(evidence: Evidence) -> Verdict:
    """They ask to wait; a receipt for an application promises an answer, too, and is none."""
    waits, has_met = evidence.first(Says.WAITS), evidence.first(Says.MET_BEFORE)
    is_receipt = evidence.first(Says.APPLICATION_ARRIVED) is not None and not has_met
    if waits and not is_receipt and not evidence.first(Says.ADVERTISES):
        return Verdict(ProposalKind.HEARD_BACK, Result.TOLD_TO_WAIT, waits)
    away = evidence.first(Says.IS_AWAY)
    if away and evidence.has_deadline:
        return Verdict(ProposalKind.HEARD_BACK, Result.TOLD_TO_WAIT, away)
    return NOTHING
