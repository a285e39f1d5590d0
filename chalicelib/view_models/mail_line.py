"""An entry of the mail as one line: what, whom, a number or address to tap, and a link to the rest (D2, D4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import phrase, position
from chalicelib.drafts.wording import capital
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.mail_plan import MailEntry
from chalicelib.playbook.owner import Owner
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.view_models.due_text import done_on
from chalicelib.view_models.mail_phrases import phrase_of, since_when
from chalicelib.view_models.mail_reach import Reach, cut, reached

_ANSWERED_AT_ONCE = (MailGroup.PICK_UP, MailGroup.TO_CLOSE)


class MailLine(Struct, frozen=True, kw_only=True):
    """One line.

    - ``what``: what to do
    - ``since``: since when, or for when; None if it is due today
    - ``reach``: whom to reach and how; None if there is nobody
    - ``link``: opens the rest; None without an address, and where it is answered at once
    - ``answers``: what is answered at once: that it is to be closed, or whether it is still on (D9, D10)
    """

    what: str
    since: str | None
    reach: Reach | None
    link: AnswerLink | None
    answers: tuple[AnswerLink, ...]


class LineToCome(Struct, frozen=True, kw_only=True):
    """A step that is not due yet. ``day`` is its day outside a sentence, ``day_in_short`` within one."""

    day: str
    day_in_short: str
    what: str


def mail_line(
    entry: MailEntry, owner: Owner, today: date, answer_links: AnswerLinkMaker, *, is_one_of_several: bool
) -> MailLine:
    """The line of an entry, as of ``today`` (owner's zone); with its position, if it is one of several records of a
    company."""
    language, interview, plan = answer_links.language, entry.item.interview, entry.item.plan
    is_answered_at_once = entry.group in _ANSWERED_AT_ONCE
    return MailLine(
        what=_what(entry, owner, today, language, is_one_of_several=is_one_of_several),
        since=since_when(entry, owner, today, language),
        reach=None if is_answered_at_once else reached(entry.kind, interview, plan, owner, language),
        link=None if is_answered_at_once else rest_of(entry, answer_links),
        answers=_answers(entry, answer_links),
    )


def of_several_records(entries: Iterable[MailEntry]) -> frozenset[str]:
    """The companies of which several records are in the mail."""
    companies = Counter({entry.item.interview.id: entry.item.interview.company for entry in entries}.values())
    return frozenset(company for company, number in companies.items() if number > 1)


def _what(entry: MailEntry, owner: Owner, today: date, language: Language, *, is_one_of_several: bool) -> str:
    what = capital(phrase_of(entry, owner, today, language))
    return f"{what} ({cut(position(entry.item.interview, language))})" if is_one_of_several else what


def _answers(entry: MailEntry, answer_links: AnswerLinkMaker) -> tuple[AnswerLink, ...]:
    match entry.group:
        case MailGroup.PICK_UP:
            return answer_links.to_pick_up(entry.item.interview)
        case MailGroup.TO_CLOSE:
            return answer_links.to_close(entry.item.interview)
        case _:
            return ()


def rest_of(entry: MailEntry, answer_links: AnswerLinkMaker) -> AnswerLink | None:
    """The link to all that there is to say or to write, and to all answers."""
    href = answer_links.read(entry.item.interview.id, entry.kind)
    return AnswerLink(answer_links.language.say("The rest"), href) if href else None


def line_to_come(item: AgendaItem, answer_links: AnswerLinkMaker) -> LineToCome:
    """The line of a step that is not due yet."""
    language = answer_links.language
    day = done_on(item.step, item.interview)
    return LineToCome(
        day=capital(language.say_day_alone(day)),
        day_in_short=language.say_day(day),
        what=phrase(item.step, item.interview.company, language),
    )
