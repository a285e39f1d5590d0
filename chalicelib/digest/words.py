"""What is to be done, said briefly: in a phrase for the subject line, and in a few words over an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Fact, Step, StepKind, marked

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

NOT_SILENT = (StepKind.AGREED_CALL, StepKind.REASONS_CALL, StepKind.REASONS_DEADLINE)
LONGEST_SUBJECT = 77
LONGEST_COMPANY = 30  # in a phrase; an entry has room for the whole name
MOST_PHRASES = 3


def phrase(step: Step, company: str, language: Language) -> str:
    """Such as "call Acme": a part of a sentence, without a capital."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say(PHRASES[step.kind], {"company": name})


def task(step: Step, company: str, language: Language) -> str:
    """Such as "Call Acme and ask for the decision"."""
    return language.say(TASKS[step.kind], {"company": language.in_quotes(company)})


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


def waiting(plan: Plan, today: date, language: Language) -> str | None:
    """Such as "answer promised for Friday 14 August" or, where none is promised any more, how long they are silent;
    None where they have answered, or a call is agreed on."""
    if plan.step is not None and plan.step.kind in NOT_SILENT:
        return None
    if plan.promised_on is not None and plan.promised_on >= today:
        return language.say("answer promised for {day}", {"day": plan.promised_on})
    return silence(plan.silent_since, today, language)


def silence(since: date, today: date, language: Language) -> str | None:
    """Such as "silent for 5 days, since Monday 3 August" (calendar days); None if it has not begun."""
    days = (today - since).days
    if days <= 0:
        return None
    facts: Mapping[str, Fact] = {"days": days, "since": since}
    return language.say_number("silent for a day, since {since}", "silent for {days} days, since {since}", days, facts)


def title(things: int, language: Language) -> str:
    """How much there is to do, over everything else."""
    if not things:
        return language.say("All is well")
    return language.say_number("One thing to do", "{things} things to do", things, {"things": things})


def weigh(company: str, language: Language) -> str:
    """What to do about an offer while others have not decided (M2), as a phrase."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say("weigh the offer from {company}", {"company": name})


def tally(counts: Mapping[Section, int], offers: int, language: Language) -> tuple[str, ...]:
    """Such as "1 overdue", "2 for today": how much there is of each section that has anything, and of offers."""

    def counted(section: Section, count: int) -> str:
        facts = {"count": count}
        match section:
            case Section.OVERDUE:
                return language.say_number("{count} overdue", "{count} overdue", count, facts)
            case Section.TODAY:
                return language.say_number("{count} for today", "{count} for today", count, facts)
            case Section.WEEK:
                return language.say_number("{count} to come this week", "{count} to come this week", count, facts)
            case Section.WAITING:
                return language.say_number("{count} waiting", "{count} waiting", count, facts)

    said = tuple(counted(section, count) for section, count in counts.items() if count)
    if not offers:
        return said
    return (*said, language.say_number("{count} offer", "{count} offers", offers, {"count": offers}))


def headline(phrases: Sequence[str], language: Language) -> str:
    """The phrases as a subject: as many of them, in their order, as fit 77 characters, and how many
    more there are; empty if there are none."""
    for shown in range(min(len(phrases), MOST_PHRASES), 0, -1):
        line = _enumerated(phrases[:shown], len(phrases) - shown, language)
        if len(line) <= LONGEST_SUBJECT:
            return line
    return shortened(capital(phrases[0]), LONGEST_SUBJECT) if phrases else ""


def capital(phrase: str) -> str:
    """With a capital at the start, the rest as it is."""
    return phrase[:1].upper() + phrase[1:]


def _enumerated(phrases: Sequence[str], more: int, language: Language) -> str:
    listed = capital(", ".join(phrases))
    return language.say("{listed} and {more} more", {"listed": listed, "more": more}) if more else listed
