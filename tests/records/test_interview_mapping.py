"""Items and the playbook's types: what goes in comes out, whatever it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import EVERY_DAY, Arrival, Owner
from chalicelib.playbook.rules import plan
from chalicelib.records.interview_mapping import interview_item, interview_of
from chalicelib.records.owner_mapping import owner_fields, owner_of
from chalicelib.records.table_items import InterviewItem, OwnerItem
from chalicelib.work_calendars import planning_context
from tests.factories import MONDAY, THAT_EVENING, a_contact, an_event, an_interview, an_owner

T = TypeVar("T")

PLAN = plan(an_interview(), planning_context(an_owner(), an_interview()), THAT_EVENING)
INSTANTS = st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # it adds the zone
COUNTS = st.integers(min_value=1, max_value=10**9)


def any_of(kind: type[T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Instances with every field filled in at random, None among the rest where a field allows it."""
    hints = {name: st.from_type(hint) for name, hint in get_type_hints(kind).items()}
    return st.builds(kind, **(hints | fields))


CONTACTS = st.lists(any_of(Contact), max_size=3).map(tuple)
EVENTS = st.lists(any_of(Event, recorded_at=INSTANTS), max_size=3).map(tuple)
INTERVIEWS = any_of(
    Interview,
    id=st.from_regex(r"[0-9A-Z]{26}", fullmatch=True),
    created_at=INSTANTS,
    contacts=CONTACTS,
    events=EVENTS,
    round=COUNTS,
    attempts_elsewhere=COUNTS,
    version=COUNTS,
)


def through_the_wire(item: InterviewItem) -> Interview:
    return interview_of(InterviewItem.from_raw_data(item.serialize()))


@given(INTERVIEWS)
def test_an_interview_comes_back_as_it_was(interview: Interview) -> None:
    item = interview_item("alex", interview, PLAN, has_rounds=False)

    assert through_the_wire(item) == interview


ARRIVALS = any_of(Arrival, seen_at=INSTANTS | st.none(), refused_at=INSTANTS | st.none())


@given(any_of(Owner, arrival=ARRIVALS))
def test_an_owner_comes_back_as_they_were(owner: Owner) -> None:
    item = OwnerItem(**owner_fields(owner), item_id="PROFILE", token_hash=b"", shard=0, next_digest_at=THAT_EVENING)

    assert owner_of(OwnerItem.from_raw_data(item.serialize())) == owner


def test_what_is_absent_takes_no_room() -> None:
    interview = an_interview(contacts=(a_contact(extension=None),), events=())

    stored = interview_item("alex", interview, PLAN, has_rounds=False).serialize()

    assert set(stored["facts"]["M"]["contacts"]["L"][0]["M"]) == {"id", "role", "name", "met", "phone", "email"}
    assert not {"notes", "url", "answer_expected_on", "has_rounds", "expires_at"} & (
        set(stored) | set(stored["facts"]["M"])
    )


def test_the_plan_is_stored_with_the_record_and_says_what_is_next() -> None:
    stored = interview_item("alex", an_interview(), PLAN, has_rounds=False).serialize()

    assert stored["next_step"] == {"S": "thank_you_letter"}
    assert stored["next_due_on"] == {"S": "2026-08-04"}
    assert stored["schema"] == {"N": "2"}


def test_an_ended_record_says_nothing_of_a_next_step_and_so_is_in_no_index() -> None:
    ended = an_interview(events=(an_event(EventKind.WITHDRAWN, MONDAY),))
    nothing = plan(ended, planning_context(an_owner(), ended), THAT_EVENING)
    stored = interview_item("alex", ended, nothing, has_rounds=False).serialize()

    assert not {"next_step", "next_due_on"} & (set(stored) | set(stored["facts"]["M"]))


def test_an_owner_stored_before_these_were_settings_has_the_usual_ones() -> None:
    stored = owner_fields(an_owner()) | {"processes_at_least": None, "digest_days": None}
    item = OwnerItem(**stored, item_id="PROFILE", token_hash=b"", shard=0, next_digest_at=THAT_EVENING)

    assert "processes_at_least" not in item.serialize()
    assert owner_of(item) == an_owner(processes_at_least=3, digest_days=EVERY_DAY)
