"""What was said of an interview, in short: a label and a word or two each, and nothing for what nobody said."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.drafts.language import Language
from chalicelib.playbook.interview import Channel, Interview, Outcome
from chalicelib.playbook.persistence import expects_persistence
from chalicelib.playbook.step import marked
from chalicelib.web.http.context import RequestContext

# How a process, or one round of it, ended, in a word or two.
OUTCOMES = {
    Outcome.OFFER: marked("Offer"),
    Outcome.REFUSAL: marked("Refusal"),
    Outcome.NO_ANSWER: marked("No answer"),
    Outcome.WITHDRAWN: marked("Withdrawn"),
    Outcome.NEXT_ROUND: marked("Next round"),
}
_YES_OR_NO = {True: marked("Yes"), False: marked("No")}
_CHANNELS = {Channel.PHONE: marked("They call"), Channel.EMAIL: marked("They write")}
_GUESSED = marked("Yes, to judge by the position")


def known(context: RequestContext, interview: Interview) -> list[tuple[str, str]]:
    """Labels and what stands beside them, in the order of the form."""
    spoken = context.spoken
    said = [(spoken.say(label), spoken.say(word)) for label, word in _answers(interview)]
    return [*said, *_names(context, interview, spoken)]


def _answers(interview: Interview) -> Iterator[tuple[str, str]]:
    if interview.answer_channel is not None:
        yield marked("How they answer"), _CHANNELS[interview.answer_channel]
    if interview.may_call is not None:
        yield marked("May you call?"), _YES_OR_NO[interview.may_call]
    if interview.test_task:
        yield marked("Test task"), _YES_OR_NO[True]
    if interview.background_check:
        yield marked("Security check"), _YES_OR_NO[True]
    persistence = _persistence(interview)
    if persistence:
        yield marked("Persistence is part of the job"), persistence


def _persistence(interview: Interview) -> str | None:
    """Guessed from the position where nobody said (W5)."""
    if interview.persistence_expected is not None:
        return _YES_OR_NO[interview.persistence_expected]
    return _GUESSED if expects_persistence(interview.position) else None


def _names(context: RequestContext, interview: Interview, spoken: Language) -> Iterator[tuple[str, str]]:
    if interview.employer_country:
        yield spoken.say(marked("Country of the employer")), interview.employer_country
    if interview.language:
        pack = context.services.languages.code_for(interview.language)
        name = context.services.languages.of(pack).own_name if pack else interview.language
        yield spoken.say(marked("Language of the letters")), name
