"""One draft as a page: the script of a call, or a letter to copy."""

from __future__ import annotations

from chalicelib.drafts.tasks import reach, task_of, whom
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.standing_offers import as_undecided
from chalicelib.usecases.write_drafts import draft_now, drafts_ahead, kind_named
from chalicelib.view_models.clicks import Click
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.entries import click_maker
from chalicelib.web.pages.rendering import page

routes = Routes()


@routes.get("/interviews/{interview_id}/drafts/{kind}", answers={200: HTML})
def show_draft(call: Call, interview_id: str, kind: str) -> Answer:
    """What to say or to write; what is for a day to come is written as of that day, and says so."""
    return _page(call, call.interview(interview_id), kind_named(kind))


def _page(call: Call, interview: Interview, kind: StepKind) -> Answer:
    ahead = ((on, draft) for on, draft in drafts_ahead(call, interview) if draft.kind is kind)
    on, draft = next(ahead, None) or (call.today, draft_now(call, interview, kind))
    return page(
        call,
        "draft",
        interview=interview,
        title=task_of(kind, interview.company, call.spoken),
        for_day=call.spoken.say_day(on) if on > call.today else None,
        draft=draft,
        whom=whom(draft.to, draft.channel, call.spoken) if draft.to else None,
        reach=reach(draft.to, draft.channel, call.spoken) if draft.to else None,
        sent=_sent(call, interview, kind),
    )


def _sent(call: Call, interview: Interview, kind: StepKind) -> Click | None:
    """The link that records the letter about an offer as sent, until it is: it is no step that has links (M2)."""
    is_wanted = kind is StepKind.OFFER_LETTER and as_undecided(call, call.planned(interview)) is not None
    return click_maker(call).letter_sent(interview) if is_wanted else None
