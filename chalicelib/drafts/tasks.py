"""What is to be done, said briefly: as a phrase, and in a few words; and by whom and how it reaches them."""

from __future__ import annotations

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.step import Step, StepKind, marked

LONGEST_COMPANY = 30  # in a phrase; elsewhere there is room for the whole name

PHRASES = {
    StepKind.CLOSING_QUESTION: marked("at the interview, ask {company} when they decide"),
    StepKind.THANK_YOU_LETTER: marked("thank {company}"),
    StepKind.STATUS_CALL: marked("call {company}"),
    StepKind.STATUS_LETTER: marked("write to {company}"),
    StepKind.RECEIPT_CALL: marked("check with {company}"),
    StepKind.FOLLOW_UP_CALL: marked("call {company}"),
    StepKind.AGREED_CALL: marked("call {company}"),
    StepKind.CLOSING_CONTACT: marked("say goodbye to {company}"),
    StepKind.REASONS_CALL: marked("call {company}"),
    StepKind.REASONS_DEADLINE: marked("look for the answer of {company}"),
    StepKind.MOVE_ON: marked("move on from {company}"),
}

TASKS = {
    StepKind.CLOSING_QUESTION: marked("At the interview, ask {company} when they will decide"),
    StepKind.THANK_YOU_LETTER: marked("Thank {company}"),
    StepKind.STATUS_CALL: marked("Call {company} and ask for the decision"),
    StepKind.STATUS_LETTER: marked("Write to {company} and ask for the decision"),
    StepKind.RECEIPT_CALL: marked("Check with {company} that your letter arrived"),
    StepKind.FOLLOW_UP_CALL: marked("Call {company}, as your letter promised"),
    StepKind.AGREED_CALL: marked("Call {company} again"),
    StepKind.CLOSING_CONTACT: marked("Say goodbye to {company} and leave the door open"),
    StepKind.REASONS_CALL: marked("Call {company} and ask what was missing"),
    StepKind.REASONS_DEADLINE: marked("Look whether {company} has answered"),
    StepKind.MOVE_ON: marked("Move on from {company}"),
    # Never next by themselves, but drafts that one may ask for.
    StepKind.REASONS_REQUEST: marked("Ask {company} for the reasons in writing"),
    StepKind.OFFER_LETTER: marked("Tell {company} that you have an offer elsewhere"),
}

# Where there is nothing to say or to write.
ADVICE = {
    StepKind.MOVE_ON: marked(
        "There is nothing to send. Keep the contacts, close this one, and put your energy into the next interview."
    ),
    StepKind.REASONS_DEADLINE: marked(
        "If they have answered, record it. If not, you may remind them once, or close this one and let it be."
    ),
}

ROLES = {
    Role.RECRUITER: marked("the recruiter"),
    Role.INTERVIEWER: marked("your interviewer"),
    Role.SUPERVISOR: marked("the supervisor"),
    Role.CEO: marked("the head of the company"),
    Role.OFFICE: marked("the main line"),
}

OFFICE_TO_WRITE_TO = marked("the office")


def phrase(step: Step, company: str, language: Language) -> str:
    """Such as "call Acme": a part of a sentence, without a capital."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say(PHRASES[step.kind], {"company": name})


def task(step: Step, company: str, language: Language) -> str:
    """Such as "Call Acme and ask for the decision"."""
    return task_of(step.kind, company, language)


def task_of(kind: StepKind, company: str, language: Language) -> str:
    """The same for a kind of step, whether or not it is one that is planned."""
    return language.say(TASKS[kind], {"company": language.in_quotes(company)})


def advice(step: Step, language: Language) -> str | None:
    """What to do at a step that has no draft, where its reasons do not say it all."""
    return language.say(ADVICE[step.kind]) if step.kind in ADVICE else None


def whom(contact: Contact, channel: DraftChannel, language: Language) -> str:
    """The name, or else what the contact is there."""
    if contact.name:
        return one_line(contact.name)
    is_letter_to_the_office = contact.role is Role.OFFICE and channel is DraftChannel.LETTER
    return language.say(OFFICE_TO_WRITE_TO if is_letter_to_the_office else ROLES[contact.role])


def reach(contact: Contact, channel: DraftChannel, language: Language) -> str:
    """The number to dial, or the address to write to, as it was recorded."""
    if channel is DraftChannel.LETTER:
        return one_line(contact.email or "")
    number = one_line(contact.phone or "")
    extension = one_line(contact.extension or "")
    if not extension:
        return number
    return language.say("{number}, extension {extension}", {"number": number, "extension": extension})
