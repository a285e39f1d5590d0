"""``/act/{token}`` of offers to their end, moves, arrived letters and thanks to each: once, taken back, and stale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import BROWSER, events, link, pressed
from tests.web.new_events import CASES, TWO_MET, Case, day_of, step_of


@dataclass(frozen=True)
class Click:
    """A link's button, pressed with these fields, does what the event of the case does."""

    kind: ActionKind
    case: Case
    body: str = ""

    def __str__(self) -> str:
        return str(self.case)

    def path(self, record: dict[str, Any], clock: Clock) -> str:
        """The link about the record at its present version."""
        return link(self.kind, record, clock)

    def typed(self, record: dict[str, Any]) -> str:
        """The form's fields; ``{0}`` is the id of the first contact."""
        return self.body.format(*(contact["id"] for contact in record["contacts"]))


def case(name: str) -> Case:
    """The case of this name."""
    return next(one for one in CASES if one.name == name)


CLICKS = (
    Click(ActionKind.ACCEPTED, case("accepted")),
    Click(ActionKind.DECLINED, case("declined")),
    Click(ActionKind.MOVED, case("moved without a day")),
    Click(ActionKind.MOVED, case("moved to a day without an hour"), "interview_on=2026-08-20"),
    Click(ActionKind.MOVED, case("moved to a day and an hour"), "interview_on=2026-08-20&interview_time=10:30"),
    Click(ActionKind.MOVED, case("moved without a day and then to one"), "interview_on=2026-08-20"),
    Click(ActionKind.NEXT_ROUND, case("invited without a day")),
    Click(ActionKind.ARRIVED, case("they have the letter")),
    Click(ActionKind.THANKED, case("one of two thanked"), "contact={0}"),
    Click(ActionKind.THANKED, case("the second of two thanked"), "contact={1}"),
    Click(ActionKind.THANKED, case("the second of two thanked")),  # who is left is not asked for
    Click(ActionKind.THANKED, case("both thanked at once"), "contact="),
    Click(ActionKind.OFFER, case("offered until a day"), "until=2026-08-16"),
)
each = pytest.mark.parametrize("click", CLICKS, ids=str)


@each
def test_it_is_recorded_once(anybody: Gateway, alex: Gateway, clock: Clock, click: Click) -> None:
    record = click.case.given(alex, clock)
    path = click.path(record, clock)

    pages = [pressed(anybody, path, click.typed(record)) for _ in range(3)]

    assert [("Recorded." in page.text, "This is recorded already." in page.text) for page in pages] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    after = alex.get(f"/interviews/{record['id']}").data
    assert click.case.fits(after), after
    assert len(after["events"]) == len(record["events"]) + 1


@each
@pytest.mark.parametrize("headers", [{}, BROWSER], ids=["a mail program", "a browser"])
def test_it_is_taken_back_with_the_day_that_it_had(
    anybody: Gateway, alex: Gateway, clock: Clock, click: Click, headers: dict[str, str]
) -> None:
    record = click.case.given(alex, clock)
    done = pressed(anybody, click.path(record, clock), click.typed(record))

    back = pressed(anybody, "/act/" + done.text.split('action="./')[1].split('"')[0], **headers)
    if headers:
        back = anybody.get(back.headers["Location"].removeprefix("/api"))

    assert "<h1>Taken back.</h1>" in back.text
    assert alex.get(f"/interviews/{record['id']}").data == record | {"version": record["version"] + 2}


@each
def test_it_is_stale_once_something_else_is_recorded(
    anybody: Gateway, alex: Gateway, clock: Clock, click: Click
) -> None:
    record = click.case.given(alex, clock)
    path = click.path(record, clock)
    noted = happened(alex, record["id"], kind="note", note="meanwhile")

    page = pressed(anybody, path, click.typed(record))

    assert "so it changed nothing" in page.text
    assert events(alex, record) == noted["events"]


@pytest.mark.parametrize("kind", [ActionKind.ACCEPTED, ActionKind.DECLINED])
def test_m2_an_offer_that_nobody_made_cannot_be_answered_by_a_link(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], kind: ActionKind
) -> None:
    page = pressed(anybody, link(kind, record, clock))

    assert "so it changed nothing" in page.text
    assert events(alex, record) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("interview_on=2026-08-32", "Is not a day such as 2026-08-03."),
        ("interview_time=15:00", "Is required with interview_time."),
    ],
)
def test_what_does_not_fit_a_move_is_said_and_what_was_typed_is_there(
    anybody: Gateway, alex: Gateway, clock: Clock, body: str, said: str
) -> None:
    record = case("moved without a day").given(alex, clock)

    page = pressed(anybody, link(ActionKind.MOVED, record, clock), body)

    assert (page.status, said in page.text) == (422, True)
    assert f'value="{body.partition("=")[2]}"' in page.text
    assert (events(alex, record), day_of(alex.get(f"/interviews/{record['id']}").data)) == ([], day_of(record))


def test_w2_somebody_who_is_not_there_is_not_thanked(anybody: Gateway, alex: Gateway, clock: Clock) -> None:
    record = recorded(alex, **TWO_MET)

    page = pressed(anybody, link(ActionKind.THANKED, record, clock), "contact=0123456789")

    assert page.status == 422
    assert "Is that of no contact of this record." in page.text
    assert step_of(alex.get(f"/interviews/{record['id']}").data) == step_of(record)
