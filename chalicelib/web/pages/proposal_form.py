"""A proposal as a filled form: beside each field the words that it was read from, and what has to be asked about it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chalicelib.capture.found import Doubt, ProposalKind
from chalicelib.capture.proposal import Proposal
from chalicelib.capture.record_time import day_and_hour
from chalicelib.drafts.language import Language
from chalicelib.links.action import ActionKind
from chalicelib.links.action_inputs import NEXT_INTERVIEW, THE_DAY, WAIT_UNTIL, ActionInput
from chalicelib.links.action_words import label
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable
from chalicelib.schemas.contact_fields import FLAT_PREFIX
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages.form_inputs import FormInput, Options, as_text
from chalicelib.web.pages.form_values import interview_inputs
from chalicelib.web.pages.proposal_view import ANSWERS, ReadFact, facts_read, quote_in_words

_WHAT_THEY_SAID, _REASONS = translatable("What did they say?"), translatable("They gave their reasons")
_YES, _NO, _IS_OVER = translatable("Yes"), translatable("No"), translatable("It is over: they said no")
_RECORD, _RECORD_ANSWER = translatable("Record it"), translatable("Record what they said")
_FIRST_CONTACT = f"{FLAT_PREFIX}name"  # beside it stands what is said of the contacts
_OF_ANSWERS: Mapping[str, tuple[str, ...]] = {
    Result.TOLD_TO_WAIT: ("until",),
    Result.OFFER: ("until",),
    Result.REFUSAL: ("reasons_given",),
    Result.NEXT_ROUND: ("interview_on", "interview_time"),
}


class ProposalForm(Struct, frozen=True, kw_only=True):
    """What the form of a proposal shows.

    - ``names``: its fields; ``further``: those that only another answer than the one that was read would need. Both
      are empty for a new record, which has the form that people fill in.
    - ``inputs``, ``values``, ``quotes`` and ``questions``: by the name of a field; ``elsewhere``: what is asked about
      none of them.
    - ``facts``: what else would be recorded.
    - ``button``: what its button says.
    """

    inputs: Mapping[str, FormInput]
    values: Mapping[str, str]
    quotes: Mapping[str, str]
    questions: Mapping[str, str]
    elsewhere: tuple[str, ...]
    button: str
    names: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    facts: tuple[ReadFact, ...] = ()


def own_fields(proposal: Proposal) -> tuple[str, ...]:
    """The names of the fields that the form of a proposal sends."""
    match proposal.kind:
        case ProposalKind.NEW_INTERVIEW:
            return InterviewFields.__struct_fields__
        case ProposalKind.MOVED:
            return ("interview_on", "interview_time")
        case ProposalKind.CANCELLED:
            return ("result",)
        case _:
            return ("result", "until", "interview_on", "interview_time", "reasons_given")


def proposal_form(context: RequestContext, proposal: Proposal, interview: Interview | None) -> ProposalForm:
    """The form of a proposal; ``interview`` is the record that it belongs to."""
    values = _values_of_a_record(proposal) if interview is None else _values_of_an_event(context, proposal, interview)
    inputs = interview_inputs(context, values) if interview is None else _inputs_of_an_event(proposal, context.language)
    names, further = _shown(proposal)
    questions, elsewhere = _questions(proposal, inputs, context.language)
    return ProposalForm(
        inputs=inputs,
        values=values,
        quotes=_quotes(proposal, context.language),
        questions=questions,
        elsewhere=elsewhere,
        button=_button(proposal, context.language),
        names=names,
        further=further,
        facts=tuple(_facts_beside(proposal, inputs, context.language)),
    )


def _shown(proposal: Proposal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own = own_fields(proposal)
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        return (), ()
    if proposal.kind is not ProposalKind.HEARD_BACK:
        return own, ()
    names = ("result", *_OF_ANSWERS.get(str(proposal.value("result")), ()))
    return names, tuple(name for name in own if name not in names)


def _values_of_a_record(proposal: Proposal) -> dict[str, str]:
    """What was read, as the form of a record has it: the first contact flat, the others stay as they were read."""
    values = {name: as_text(found.value) for name, found in proposal.fields.items()}
    contacts = proposal.value("contacts") or ()
    first = contacts[0] if contacts else {}
    known = set(Contact.__struct_fields__)
    return values | {FLAT_PREFIX + name: as_text(value) for name, value in first.items() if name in known}


def _values_of_an_event(context: RequestContext, proposal: Proposal, interview: Interview) -> dict[str, str]:
    """What was read, its day and hour in the zone of the record."""
    on, at = day_and_hour(proposal, interview, context.owner)
    said = {name: as_text(proposal.value(name)) for name in ("result", "until")}
    gave_reasons = {"reasons_given": "yes" if proposal.value("reasons_given") else "no"}
    return {"interview_on": as_text(on), "interview_time": as_text(at), **said, **gave_reasons}


def _inputs_of_an_event(proposal: Proposal, language: Language) -> dict[str, FormInput]:
    if proposal.kind is ProposalKind.CANCELLED:
        return {"result": _input("tick", language.say(_IS_OVER))}
    days = THE_DAY if proposal.kind is ProposalKind.MOVED else NEXT_INTERVIEW
    answers = [(str(result), label(kind, language)) for result, kind in ANSWERS.items()]
    yes_or_no = [("no", language.say(_NO)), ("yes", language.say(_YES))]
    return {
        "result": _input("choose", language.say(_WHAT_THEY_SAID), answers),
        "reasons_given": _input("choose", language.say(_REASONS), yes_or_no, default="no"),
        **{field.name: _asked(field, language) for field in (WAIT_UNTIL, *days)},
    }


def _asked(field: ActionInput, language: Language) -> FormInput:
    return _input("line", language.say(field.label), type_=field.kind, is_required=field.is_required)


def _input(
    control: str,
    question: str,
    options: Options | None = None,
    *,
    type_: str = "text",
    is_required: bool = False,
    default: str = "",
) -> FormInput:
    return FormInput(
        control=control,
        type=type_,
        question=question,
        hint="",
        is_required=is_required,
        options=options or [],
        suggestions="",
        default=default,
    )


def _quotes(proposal: Proposal, language: Language) -> dict[str, str]:
    """The words that each field was read from, by its name in the form."""
    read = {name: found.quote for name, found in proposal.fields.items() if found.quote}
    return {_in_form(name): quote_in_words(quote, language) for name, quote in read.items()}


def _questions(
    proposal: Proposal, inputs: Mapping[str, FormInput], language: Language
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What has to be asked, by field; and what is asked about no field of the form."""
    beside: dict[str, str] = {}
    elsewhere = []
    for doubt in proposal.doubts:
        name, reason = _in_form(doubt.field), _reason(doubt, language)
        if name in inputs and name not in beside:
            beside[name] = reason
        else:
            elsewhere.append(reason)
    return beside, tuple(elsewhere)


def _reason(doubt: Doubt, language: Language) -> str:
    return language.say(doubt.reason, doubt.facts)


def _in_form(name: str) -> str:
    return _FIRST_CONTACT if name == "contacts" else name


def _facts_beside(proposal: Proposal, inputs: Mapping[str, FormInput], language: Language) -> list[ReadFact]:
    """What was read besides the fields of the form: where a moved interview is now, and people after the first."""
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        others = (proposal.value("contacts") or ())[1:]
        return facts_read(proposal, language, only=("contacts",)) if others else []
    others = tuple(name for name in proposal.fields if name not in inputs)
    return facts_read(proposal, language, only=others)


def _button(proposal: Proposal, language: Language) -> str:
    match proposal.kind:
        case ProposalKind.MOVED:
            return label(ActionKind.MOVED, language)
        case ProposalKind.CANCELLED:
            return label(ActionKind.CANCELLED, language)
        case ProposalKind.HEARD_BACK:
            return language.say(_RECORD_ANSWER)
        case _:
            return language.say(_RECORD)
