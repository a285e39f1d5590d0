"""The kinds of events: each one, with its result if it takes one, is declared here once, with all that is true of it.

What an event does to a process is in ``fold``, by kind, and in ``call_effects`` and ``answer_effects``, by result.
``tests/web/test_every_kind.py`` names what a new kind lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct, field

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import translatable


class OfferedWhen(Enum):
    """When an event can be recorded; the form "What happened?" offers it only then."""

    ALWAYS = auto()
    WHILE_OPEN = auto()  # while a step is next; not after the end
    AFTER_A_REFUSAL = auto()
    WHILE_AN_OFFER_STANDS = auto()
    WHILE_THE_DAY_MAY_MOVE = auto()  # while it is open, and no attempt that counts was made since the day was set (T)


class EventSpec(Struct, frozen=True, kw_only=True):
    """One declaration: what is true of a kind, or of a kind with one of its results.

    - ``said``: its sentence in the history.
    - ``adds``: further sentences, by field; each is used if its field is filled in.
    - ``option``: its choice in the form "What happened?"; None if only a button offers it.
    - ``needs``, ``takes``: the fields that it requires and those that it allows, besides ``on`` and ``note``.
    - ``day``, ``hour``: the fields that the form's single day and its hour stand for.
    - ``is_unanswered``: a call that counts as an unanswered attempt (H5).
    - ``is_only_after_the_interview``: it has no effect if it is dated before the interview day.
    - ``fits_a_full_record``: a full record still takes it, so that the record can be closed.
    - ``leaves_step_open``: it does not complete the step that was next.
    - ``is_talk``: the two were in touch, or the owner tried; drafts mention an unanswered call if it is the last of
      these.
    - ``shows_interest``: the employer knows that the owner is waiting, and needs no call to see it (R6).
    """

    kind: EventKind
    result: Result | None = None
    said: str
    adds: Mapping[str, str] = field(default_factory=dict)
    option: str | None
    when: OfferedWhen
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    day: str | None = None
    hour: str | None = None
    is_unanswered: bool = False
    is_only_after_the_interview: bool = False
    fits_a_full_record: bool = False
    leaves_step_open: bool = False
    is_talk: bool = False
    shows_interest: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that belong to it, besides ``on`` and ``note``."""
        return (*self.needs, *self.takes)

    @property
    def choice(self) -> str:
        """Its value in the form, such as "called voicemail"."""
        return f"{self.kind} {self.result}" if self.result else self.kind.value


# In the order in which the form offers them.
EVENTS = (
    EventSpec(
        kind=EventKind.NOTE,
        said=translatable("A note."),
        option=translatable("A note, nothing else"),
        when=OfferedWhen.ALWAYS,
        leaves_step_open=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.NO_ANSWER,
        said=translatable("You called, and nobody answered."),
        option=translatable("I called: nobody answered"),
        when=OfferedWhen.WHILE_OPEN,
        is_unanswered=True,
        is_only_after_the_interview=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.VOICEMAIL,
        said=translatable("You called, and got the voicemail."),
        option=translatable("I called: the voicemail"),
        when=OfferedWhen.WHILE_OPEN,
        is_unanswered=True,
        is_only_after_the_interview=True,
        is_talk=True,
        shows_interest=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.WRONG_NUMBER,
        said=translatable("You called, and the number was wrong."),
        option=translatable("I called: the number was wrong"),
        when=OfferedWhen.WHILE_OPEN,
        is_unanswered=True,
        is_only_after_the_interview=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.NO_DECISION,
        said=translatable("You called: no decision yet."),
        adds={"call_again_on": translatable("You agreed to call again on {call_again_on}.")},
        option=translatable("I called: no decision yet"),
        when=OfferedWhen.WHILE_OPEN,
        takes=("call_again_on", "call_again_time"),
        day="call_again_on",
        hour="call_again_time",
        is_only_after_the_interview=True,
        is_talk=True,
        shows_interest=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.TOLD_TO_WAIT,
        said=translatable("You called: they asked you to wait."),
        adds={"until": translatable("They named {until}.")},
        option=translatable("I called: they asked me to wait"),
        when=OfferedWhen.WHILE_OPEN,
        takes=("until",),
        day="until",
        is_only_after_the_interview=True,
        is_talk=True,
        shows_interest=True,
    ),
    EventSpec(
        kind=EventKind.CALLED,
        result=Result.ARRIVED,
        said=translatable("You called: they have your letter."),
        option=translatable("I called: they have my letter"),
        when=OfferedWhen.WHILE_OPEN,
        is_only_after_the_interview=True,
        is_talk=True,
        shows_interest=True,
    ),
    EventSpec(
        kind=EventKind.LETTER_SENT,
        said=translatable("You sent a letter."),
        option=translatable("I sent the letter"),
        when=OfferedWhen.WHILE_OPEN,
        is_only_after_the_interview=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.THANK_YOU_SENT,
        said=translatable("You sent the thank-you letter."),
        adds={"contact": translatable("It went to {contact}.")},
        option=translatable("I sent the thank-you letter"),
        when=OfferedWhen.WHILE_OPEN,
        takes=("contact",),
        is_only_after_the_interview=True,
    ),
    EventSpec(
        kind=EventKind.HEARD_BACK,
        result=Result.TOLD_TO_WAIT,
        said=translatable("They wrote that you should wait."),
        adds={"until": translatable("They named {until}.")},
        option=translatable("They wrote that I should wait"),
        when=OfferedWhen.ALWAYS,
        takes=("until",),
        day="until",
        is_only_after_the_interview=True,
        fits_a_full_record=True,
        is_talk=True,
        shows_interest=True,
    ),
    EventSpec(
        kind=EventKind.HEARD_BACK,
        result=Result.NEXT_ROUND,
        said=translatable("They invited you to the next round."),
        adds={"interview_on": translatable("The date is {interview_on}.")},
        option=translatable("They invited me to the next round"),
        when=OfferedWhen.ALWAYS,
        takes=("interview_on", "interview_time"),
        day="interview_on",
        hour="interview_time",
        fits_a_full_record=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.HEARD_BACK,
        result=Result.OFFER,
        said=translatable("They made an offer."),
        adds={"until": translatable("They want your answer by {until}.")},
        option=translatable("They made an offer"),
        when=OfferedWhen.ALWAYS,
        takes=("until",),
        day="until",
        fits_a_full_record=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.HEARD_BACK,
        result=Result.REFUSAL,
        said=translatable("They said no."),
        option=translatable("They said no, or called it off"),
        when=OfferedWhen.ALWAYS,
        takes=("reasons_given",),
        fits_a_full_record=True,
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.OFFER_ACCEPTED,
        said=translatable("You accepted the offer."),
        option=translatable("I accepted the offer"),
        when=OfferedWhen.WHILE_AN_OFFER_STANDS,
        fits_a_full_record=True,
    ),
    EventSpec(
        kind=EventKind.OFFER_DECLINED,
        said=translatable("You declined the offer."),
        option=translatable("I declined the offer"),
        when=OfferedWhen.WHILE_AN_OFFER_STANDS,
        fits_a_full_record=True,
    ),
    EventSpec(
        kind=EventKind.INTERVIEW_MOVED,
        said=translatable("They moved the interview."),
        adds={"interview_on": translatable("The date is {interview_on}.")},
        option=translatable("They moved the interview"),
        when=OfferedWhen.WHILE_THE_DAY_MAY_MOVE,
        takes=("interview_on", "interview_time"),
        day="interview_on",
        hour="interview_time",
        is_talk=True,
    ),
    EventSpec(
        kind=EventKind.REASONS_RECEIVED,
        said=translatable("They told you the reasons."),
        option=translatable("They told me the reasons"),
        when=OfferedWhen.AFTER_A_REFUSAL,
    ),
    EventSpec(
        kind=EventKind.REASONS_REQUESTED,
        said=translatable("You asked for the reasons in writing."),
        option=translatable("I asked for the reasons in writing"),
        when=OfferedWhen.AFTER_A_REFUSAL,
    ),
    EventSpec(
        kind=EventKind.WITHDRAWN,
        said=translatable("You withdrew."),
        option=translatable("I withdrew"),
        when=OfferedWhen.WHILE_OPEN,
        fits_a_full_record=True,
    ),
    EventSpec(
        kind=EventKind.CLOSED,
        said=translatable("You stopped following up."),
        option=translatable("Stop following up"),
        when=OfferedWhen.WHILE_OPEN,
        fits_a_full_record=True,
    ),
    EventSpec(
        kind=EventKind.SNOOZED,
        said=translatable("You put off what was due until {until}."),
        option=None,
        when=OfferedWhen.WHILE_OPEN,
        needs=("until",),
        day="until",
        leaves_step_open=True,
    ),
)
_SPECS = {(spec.kind, spec.result): spec for spec in EVENTS}


def spec_of(event: Event) -> EventSpec:
    """The declaration of an event. Raises KeyError if its kind does not go with its result."""
    return _SPECS[event.kind, event.result]


def results_of(kind: str) -> tuple[Result, ...]:
    """The results of a kind, of which an event needs one; empty for most kinds."""
    return tuple(result for result in Result if (kind, result) in _SPECS)


def matching_specs(kind: str | None, result: str | None) -> tuple[EventSpec, ...]:
    """The declarations that a kind and a result, as they were sent, may mean.

    - They belong together: the one declaration of both.
    - They do not: those of the kind without a result, and those of the result with any kind. The other fields that
      were sent are then checked against all of these, so that one mistake is reported once.
    """
    exact = [spec for spec in EVENTS if (spec.kind, spec.result) == (kind, result)]
    of_kind = [spec for spec in EVENTS if (spec.kind, spec.result) == (kind, None)]
    of_result = [spec for spec in EVENTS if result and spec.result == result]
    return tuple(exact or (*of_kind, *of_result))
