"""A proposal that waits, as one line of the mail and of Today: what would be recorded, and the link to it (D1)."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import phrase_with
from chalicelib.drafts.wording import capital
from chalicelib.playbook.step import translatable
from chalicelib.records.proposals import StoredProposal
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.mail_line import MailLine
from chalicelib.view_models.mail_reach import cut

HEADING = translatable("Brought in, not recorded yet")
_NEW, _NEW_SOMEWHERE = translatable("record the interview with {company}"), translatable("record an interview")
_PHRASES: Mapping[str, str] = {
    "new_interview": _NEW,
    "moved": translatable("record that {company} moved the interview"),
    "cancelled": translatable("record that {company} cancelled the interview"),
    "heard_back": translatable("record what {company} answered"),
}
_SINCE, _SINCE_WITH_DAY = translatable("Brought in on {day}"), translatable("For {on}; brought in on {day}")


def proposal_phrase(proposal: StoredProposal, language: Language) -> str:
    """What waits to be done as a part of a sentence, without a capital: "record the interview with Acme"."""
    if not proposal.company:
        return language.say(_NEW_SOMEWHERE)
    return phrase_with(_PHRASES.get(proposal.kind, _NEW), cut(proposal.company), language)


def proposal_line(proposal: StoredProposal, zone: ZoneInfo, answer_links: AnswerLinkMaker) -> MailLine:
    """The line of a proposal, its days in ``zone``, the owner's."""
    language = answer_links.language
    facts = {"day": language.say_day(proposal.made_at.astimezone(zone).date())}
    if proposal.interview_on is None:
        since = language.say(_SINCE, facts)
    else:
        since = language.say(_SINCE_WITH_DAY, {**facts, "on": language.say_day(proposal.interview_on)})
    return MailLine(
        what=capital(proposal_phrase(proposal, language)),
        since=since,
        reach=None,
        link=answer_links.accept(proposal.id),
        answers=(),
    )
