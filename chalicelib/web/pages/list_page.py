"""All interviews as a page: searched by anything that was written into them, and filtered by state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import phrase
from chalicelib.errors import UnreadableRecord, raising_unreadable
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.schemas.queries import LONGEST_SEARCH, Status, cursor_in, foreign_cursor
from chalicelib.usecases.find_interviews import MOST_READ, find_interviews
from chalicelib.usecases.search_terms import search_terms
from chalicelib.view_models.due_text import done_on
from chalicelib.view_models.unreadable_records import MOST_UNREADABLE
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.interview_summary import OUTCOMES
from chalicelib.web.pages.rendering import page

routes = Routes()


class ListRow(Struct, frozen=True, kw_only=True):
    """A record in brief."""

    id: str
    company: str
    position: str
    interview_day: str
    round: int
    state: str


@routes.get("/interviews", responses={200: HTML})
def show_list(context: RequestContext) -> Response:
    """Show the records, newest first; an unknown filter means all."""
    query = context.request.query()
    wanted, q = str(query.get("status", "")), unmarked(str(query.get("q", ""))[:LONGEST_SEARCH])
    if wanted not in (*Status, *Outcome):
        wanted = Status.ALL
    unreadable: list[UnreadableRecord] = []
    found = find_interviews(context, wanted, search_terms(q), _after(query))
    return page(
        context,
        "list",
        rows=list(_rows(context, found.records, unreadable)),
        unreadable=unreadable[:MOST_UNREADABLE],
        q=q,
        wanted=wanted,
        choices=_choices(context.language),
        next=found.next,
        read=MOST_READ,
        is_removed="removed" in query,
        is_search=bool(q) or wanted != Status.ALL,
    )


def _after(query: Mapping[str, object]) -> str | None:
    """The id after which the page begins. Raises Invalid for a cursor that is none."""
    after = cursor_in(query)
    if after is not None and not is_id(after):
        raise foreign_cursor()
    return after


def _rows(
    context: RequestContext,
    records: Iterable[PlannedInterview | UnreadableRecord],
    unreadable: list[UnreadableRecord],
) -> Iterator[ListRow]:
    """The rows of the records. Adds to ``unreadable`` those that cannot be read or put into words."""
    for record in records:
        if isinstance(record, UnreadableRecord):
            unreadable.append(record)
            continue
        try:
            with raising_unreadable(record.interview.id):
                yield _row(record, context.language)
        except UnreadableRecord as error:
            unreadable.append(error)


def _row(planned: PlannedInterview, language: Language) -> ListRow:
    interview = planned.interview
    return ListRow(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        interview_day=language.say_date(interview.interview_on),
        round=interview.round,
        state=_state(interview, planned.plan, language),
    )


def _state(interview: Interview, plan: Plan, language: Language) -> str:
    if plan.step is not None:
        return (
            f"{language.say_day_alone(done_on(plan.step, interview))}: {phrase(plan.step, interview.company, language)}"
        )
    return language.say(OUTCOMES[plan.outcome]) if plan.outcome else ""


def _choices(language: Language) -> list[tuple[str, str]]:
    states = (
        (Status.ALL, translatable("All")),
        (Status.OPEN, translatable("Open")),
        (Status.ENDED, translatable("Ended")),
    )
    return [(value, language.say(sentence)) for value, sentence in (*states, *OUTCOMES.items())]
