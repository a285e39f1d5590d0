"""An export that is imported into an empty account is exported again as the same file, byte for byte."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.debrief import Debrief, PersonThere
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import InterviewDay
from chalicelib.playbook.interview_facts import Channel
from chalicelib.records.interview_mapping import interview_in
from chalicelib.records.interviews import Interviews
from tests.factories import MONDAY, THAT_EVENING, an_interview, an_owner
from tests.records.given import an_id
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

texts = st.sampled_from(["Acme", "ООО «Ромашка»", "=1+1", "株式会社アクメ", '"quoted", {{7*7}}', "<b>É</b>", "🎉"])
lines = st.none() | texts
days = st.dates(date(2026, 1, 1), MONDAY)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 8, 3), timezones=st.just(UTC))  # noqa: DTZ001 (aware)
switches = st.none() | st.booleans()

contacts = st.builds(
    Contact,
    id=st.sampled_from(["c1", "0a1b2c3d4e"]),
    salutation=lines,
    title=lines,
    met=st.booleans(),
    notes=lines,
    role=st.sampled_from(Role),
    name=lines,
    phone=st.none() | st.sampled_from(["+49 30 23125 021", "(030) 231-25"]),
    extension=st.none() | st.just("12#"),
    email=st.none() | st.just("dana@acme.example"),
)


def happenings(kind: EventKind, **facts: st.SearchStrategy[object]) -> st.SearchStrategy[Event]:
    known = {"on": days, "recorded_at": instants, "note": lines}
    return st.builds(Event, kind=st.just(kind), **(known | facts))


def answers(kind: EventKind, result: Result, **facts: st.SearchStrategy[object]) -> st.SearchStrategy[Event]:
    return happenings(kind, result=st.just(result), **facts)


hours = st.none() | st.just(time(10, 30))
replaced_days = st.none() | st.builds(
    InterviewDay, interview_on=days, interview_time=hours, dated_on=days, answer_expected_on=st.none() | days
)
said = st.builds(
    Debrief,
    answer_expected_on=st.none() | days,
    answer_channel=st.none() | st.sampled_from(Channel),
    may_call=switches,
    people=st.lists(st.builds(PersonThere, id=st.just("c1"), met=st.booleans(), notes=lines), max_size=1).map(tuple),
)
happened_before = st.one_of(
    happenings(EventKind.NOTE, debrief=st.none() | said),
    happenings(EventKind.LETTER_SENT),
    happenings(EventKind.SNOOZED, until=days),
    answers(EventKind.CALLED, Result.WRONG_NUMBER, phone=st.none() | st.just("+49 30 23125 021")),
    answers(EventKind.CALLED, Result.NO_ANSWER),
    answers(EventKind.CALLED, Result.NO_DECISION, call_again_on=days, call_again_time=st.none() | st.just(time(9, 5))),
    answers(EventKind.CALLED, Result.TOLD_TO_WAIT, until=st.none() | days),
    answers(EventKind.HEARD_BACK, Result.REFUSAL, reasons_given=switches),
    answers(EventKind.HEARD_BACK, Result.OFFER, until=st.none() | days),
    answers(EventKind.HEARD_BACK, Result.NEXT_ROUND, interview_on=days, next_interview_id=st.just(an_id(99))),
    answers(EventKind.HEARD_BACK, Result.NEXT_ROUND),
    answers(EventKind.CALLED, Result.ARRIVED),
    happenings(EventKind.THANK_YOU_SENT, contact=st.none() | st.sampled_from(["c1", "gone"])),
    happenings(EventKind.OFFER_ACCEPTED),
    happenings(EventKind.OFFER_DECLINED),
    happenings(EventKind.INTERVIEW_MOVED, interview_on=st.none()),
    happenings(EventKind.INTERVIEW_MOVED, interview_on=days, interview_time=hours, moved_from=replaced_days),
    happenings(EventKind.WITHDRAWN),
)


def identified(events: list[Event]) -> tuple[Event, ...]:
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(events))


def records(number: int) -> st.SearchStrategy[Interview]:
    """Records as the API can have stored them; some belong to the process of another."""
    return st.builds(
        an_interview,
        id=st.just(an_id(number)),
        process_id=st.sampled_from([an_id(number), an_id(number), an_id(1), an_id(2), "acme"]),
        company=texts,
        position=texts,
        interview_on=days,
        dated_on=days,
        created_at=instants,
        interview_time=st.none() | st.just(time(15, 30)),
        round=st.integers(1, 20),
        contacts=st.lists(contacts, max_size=2, unique_by=lambda contact: contact.id).map(tuple),
        answer_channel=st.none() | st.sampled_from(Channel),
        may_call=switches,
        persistence_expected=switches,
        background_check=st.booleans(),
        test_task=st.booleans(),
        employer_country=st.none() | st.sampled_from(["DE-BY", "RU"]),
        language=st.none() | st.sampled_from(["ru", "pt-BR"]),
        notes=lines | st.just("two\n\tlines"),
        url=st.none() | st.just("https://acme.example/jobs?id=1&x=ü"),
        events=st.lists(happened_before, max_size=4).map(identified),
        version=st.integers(1, 9),
    )


accounts = st.integers(0, 4).flatmap(lambda count: st.tuples(*map(records, range(1, count + 1))))


def emptied(interviews: Interviews, gateway: Gateway) -> None:
    for one in gateway.get("/export.json").data["interviews"]:
        interviews.remove("sam", one["id"], None)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(accounts)
def test_whatever_was_recorded_comes_back_the_same(
    sam: Gateway, interviews: Interviews, account: tuple[Interview, ...]
) -> None:
    emptied(interviews, sam)
    for record in account:
        interviews.restore(an_owner(id="sam"), record, THAT_EVENING)
    exported = sam.get("/export.json").text
    elsewhere = {record.id: record.attempts_elsewhere for record in map(interview_in, interviews.open("sam"))}

    emptied(interviews, sam)
    report = sam.send("POST", "/import", exported, **{"Content-Type": "application/json"}).data

    assert report["created"] == len(account), report
    assert sam.get("/export.json").text == exported
    assert {record.id: record.attempts_elsewhere for record in map(interview_in, interviews.open("sam"))} == elsewhere


def test_a_process_of_two_rounds_comes_back_with_what_it_has_used_up(alex: Gateway, sam: Gateway) -> None:
    first = recorded(alex)
    happened(alex, first["id"], kind="called", result="no_answer")
    ended = happened(alex, first["id"], kind="heard_back", result="next_round", interview_on="2026-08-20")
    second = alex.get(f"/interviews/{ended['next_interview_id']}").data

    sam.post("/import", alex.get("/export.json").data)

    assert sam.get(f"/interviews/{first['id']}").data == alex.get(f"/interviews/{first['id']}").data
    assert sam.get(f"/interviews/{second['id']}").data == second
    sam.delete(f"/interviews/{first['id']}/events/last")
    assert sam.get(f"/interviews/{second['id']}").status == 404


def test_with_the_settings_sent_to_the_account_the_whole_file_is_the_same(alex: Gateway, sam: Gateway) -> None:
    alex.patch("/owner", {"name": "Alex Sample", "paused_until": "2026-09-01", "phone": None})
    recorded(alex)
    exported = alex.get("/export.json")

    sam.patch("/owner", exported.data["owner"])
    sam.post("/import", exported.data)

    assert sam.get("/export.json").text == exported.text
