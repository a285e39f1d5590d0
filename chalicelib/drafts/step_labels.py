"""Short texts about a step: what to do, as a phrase or as a task, and whom to reach and how."""

from __future__ import annotations

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.contact import ROLES, Contact, Role
from chalicelib.playbook.step import Step, StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS

LONGEST_COMPANY = 30  # in a phrase; elsewhere there is room for the whole name

OFFICE_TO_WRITE_TO = translatable("the office")


def phrase(step: Step, company: str, language: Language) -> str:
    """The step as a part of a sentence, without a capital, such as "call Acme"."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say(STEP_KINDS[step.kind].phrase, {"company": name})


def task(step: Step, company: str, language: Language) -> str:
    """The step as a task, such as "Call Acme and ask for the decision"."""
    return task_of(step.kind, company, language)


def task_of(kind: StepKind, company: str, language: Language) -> str:
    """The task of a kind of step, also of one that is not planned."""
    return language.say(STEP_KINDS[kind].task, {"company": language.in_quotes(company)})


def advice(step: Step, language: Language) -> str | None:
    """What to do at a step without a draft; None if its reasons say it all."""
    sentence = STEP_KINDS[step.kind].advice
    return language.say(sentence) if sentence else None


def whom(contact: Contact, channel: DraftChannel, language: Language) -> str:
    """The name of the contact, or else their role."""
    if contact.name:
        return one_line(contact.name)
    is_letter_to_the_office = contact.role is Role.OFFICE and channel is DraftChannel.LETTER
    return language.say(OFFICE_TO_WRITE_TO if is_letter_to_the_office else ROLES[contact.role])


def reach(contact: Contact, channel: DraftChannel, language: Language) -> str:
    """The number to dial, or the address to write to, as recorded."""
    if channel is DraftChannel.LETTER:
        return one_line(contact.email or "")
    number = one_line(contact.phone or "")
    extension = one_line(contact.extension or "")
    if not extension:
        return number
    return language.say("{number}, extension {extension}", {"number": number, "extension": extension})
