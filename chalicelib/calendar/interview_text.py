"""The words of an interview's own entry: all that one needs on the way there (W11)."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.calendar.entry_text import LONGEST_COMPANY, joined_paragraphs
from chalicelib.drafts.city_names import city_of
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import position, task_of
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind, translatable
from chalicelib.view_models.interview_brief import InterviewBrief
from chalicelib.view_models.mail_phrases import in_the_owners_time

_WITH, _CALLED_OFF = translatable("Interview with {company}"), translatable("Called off: interview with {company}")


def title(company: str, language: Language, *, is_cancelled: bool) -> str:
    """The title, such as "Interview with Acme"; it says itself if the interview is called off."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say(_CALLED_OFF if is_cancelled else _WITH, {"company": name})


def description(
    interview: Interview,
    brief: InterviewBrief | None,
    owner: Owner,
    language: Language,
    *,
    question: str | None,
    page: str | None,
) -> str:
    """The description: the position, what the ``brief`` says, the closing ``question``, and the ``page`` of the record.

    Without a brief nobody goes there any more, and only the position is left.
    """
    if brief is None:
        return joined_paragraphs([position(interview, language)])
    asked = (f"{task_of(StepKind.CLOSING_QUESTION, interview.company, language)} (W11, S9)", question)
    return joined_paragraphs(
        [
            position(interview, language),
            _hour(interview, owner, language),
            "\n".join(_people(brief, language)),
            "\n".join(f"{fact.label}: {fact.text}" for fact in brief.facts),
            *(asked if question else ()),
            page,
        ]
    )


def _hour(interview: Interview, owner: Owner, language: Language) -> str | None:
    """Its hour as it was told, where the owner's clock says another; or that none is recorded."""
    if interview.interview_time is None:
        return language.say("No hour is recorded.")
    here = in_the_owners_time(interview, owner, language)
    if here is None:
        return None
    city = city_of(interview.interview_time_zone or "", language)
    facts = {"there": f"{interview.interview_time:%H:%M}", "city": city, "here": here}
    return language.say("{there} in {city}: {here} where you are", facts)


def _people(brief: InterviewBrief, language: Language) -> Iterator[str]:
    if brief.people:
        yield " ".join((language.say("You meet:"), "; ".join(brief.people)))
    if brief.delay:
        yield ", ".join((language.say("If you are late: {whom}", {"whom": brief.delay.whom}), brief.delay.label))
