"""Short texts about a step: what to do, as a phrase or as a task, and whom to reach and how."""

from __future__ import annotations

from chalicelib.drafts.addressing import address_of
from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.position_titles import position_as_said
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.contact import ROLES, Contact, Role
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Fact, Step, StepKind, translatable
from chalicelib.playbook.step_kinds import STEP_KINDS

LONGEST_COMPANY = LONGEST_PERSON = 30  # in a phrase; elsewhere there is room for the whole name

OFFICE_TO_WRITE_TO = translatable("the office")


def phrase(step: Step, company: str, language: Language, person: str | None = None) -> str:
    """The step as a part of a sentence, without a capital, such as "call Acme"; it names the person, if it is done to
    one."""
    spec = STEP_KINDS[step.kind]
    if person and spec.person_phrase:
        return phrase_with(spec.person_phrase, company, language, person=shortened(person, LONGEST_PERSON))
    return phrase_with(spec.day_phrase if step.is_for_the_day else spec.phrase, company, language)


def phrase_with(sentence: str, company: str, language: Language, **facts: Fact) -> str:
    """A part of a sentence that names the ``{company}``, in short, and has further facts."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say(sentence, {"company": name, **facts})


def task(step: Step, company: str, language: Language, person: str | None = None) -> str:
    """The step as a task, such as "Call Acme and ask for the decision"; it names the person, if it is done to one."""
    if person and (sentence := STEP_KINDS[step.kind].person_task):
        return language.say(sentence, {"person": person, "company": language.in_quotes(company)})
    if step.is_for_the_day:
        return language.say(STEP_KINDS[step.kind].day_task, {"company": language.in_quotes(company)})
    return task_of(step.kind, company, language)


def task_of(kind: StepKind, company: str, language: Language) -> str:
    """The task of a kind of step, also of one that is not planned."""
    return language.say(STEP_KINDS[kind].task, {"company": language.in_quotes(company)})


def to_thank(plan: Plan, language: Language) -> str | None:
    """Who is still owed a thank-you letter, by name, and how many more there are; None where nobody has a name."""
    names = [whom(contact, DraftChannel.LETTER, language) for contact in plan.unthanked if contact.name]
    if len(names) > 1:
        return language.say("{listed} and {more} more", {"listed": names[0], "more": len(names) - 1})
    return names[0] if names else None


def advice(step: Step, language: Language) -> str | None:
    """What to do at a step without a draft; None if its reasons say it all."""
    sentence = STEP_KINDS[step.kind].advice
    return language.say(sentence) if sentence else None


def position(interview: Interview, language: Language) -> str:
    """The position as one says it, without "(m/f/d)" and the like; as it is recorded, where that is not sure."""
    said = position_as_said(interview.position, interview.position_short, language.code)
    return said or one_line(interview.position)


def whom(contact: Contact, channel: DraftChannel, language: Language) -> str:
    """The name of the contact as one writes it, or else their role."""
    if contact.name:
        written = address_of(contact, is_formal=True, language=language.code).written
        return written or one_line(contact.name)
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
