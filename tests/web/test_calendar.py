"""``/calendar/{file}``: what the feed holds, what a reader that has it already gets, and what it costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from chalicelib.errors import StorageUnavailable
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from chalicelib.usecases.tokens import new_token
from tests.factories import an_owner
from tests.web.conftest import Clock
from tests.web.feed import HERE, opened
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded


def titles(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [str(event["summary"]) for event in Calendar.from_ical(reply.text).walk("VEVENT")]


class TestTheFeed:
    def test_it_holds_what_is_next_for_whoever_has_the_address(self, alex: Gateway, anybody: Gateway) -> None:
        recorded(alex)

        reply = anybody.get(opened(alex))

        assert titles(reply) == ["Thank Acme", "Interview with Acme"]
        assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert f"{HERE}/interviews/" in reply.text.replace("\r\n ", "")

    def test_what_is_done_is_cancelled_and_what_follows_is_there(
        self, alex: Gateway, anybody: Gateway, clock: Clock
    ) -> None:
        record = recorded(alex)
        path = opened(alex)
        clock.now += timedelta(days=1)

        happened(alex, record["id"], kind="thank_you_sent")

        assert titles(anybody.get(path)) == [
            "Call Acme and ask for the decision",
            "Interview with Acme",
            "Done: Thank Acme",
        ]
        assert anybody.get(path).text.count("STATUS:CANCELLED") == 1

    def test_w11_the_interview_is_there_until_its_day_is_awaited_and_moves_with_it(
        self, alex: Gateway, anybody: Gateway
    ) -> None:
        record = recorded(alex, interview_on="2026-08-12", interview_time="15:00")
        path = opened(alex)
        assert titles(anybody.get(path)) == ["Interview with Acme"]

        happened(alex, record["id"], kind="interview_moved")
        assert titles(anybody.get(path)) == ["Call Acme about the date of the interview"]

        happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-19", interview_time="09:00")
        assert "DTSTART:20260819T070000Z" in anybody.get(path).text
        assert "Interview with Acme" in titles(anybody.get(path))

    def test_it_speaks_the_owner_s_language_whatever_the_reader_prefers(self, alex: Gateway, anybody: Gateway) -> None:
        alex.patch("/owner", {"language": "ru"})
        recorded(alex)

        reply = anybody.get(opened(alex), Accept_Language="en", Accept="text/html")

        assert titles(reply) == ["Поблагодарите компанию «Acme»", "Собеседование в компании «Acme»"]

    def test_two_owners_see_nothing_of_each_other(self, alex: Gateway, anybody: Gateway, owners: Owners) -> None:
        token, token_hash = new_token("kim")
        owners.add(an_owner(id="kim", email="kim@example.org"), token_hash)
        kim = anybody.signed_in(token)
        recorded(alex)
        recorded(kim, company="Umbrella")

        paths = opened(alex), opened(kim)

        assert [titles(anybody.get(path)) for path in paths] == [
            ["Thank Acme", "Interview with Acme"],
            ["Thank Umbrella", "Interview with Umbrella"],
        ]
        assert anybody.get(paths[0].replace("alex.", "kim.")).status == 404

    def test_head_says_the_same_without_the_body(self, alex: Gateway, anybody: Gateway) -> None:
        recorded(alex)
        path = opened(alex)

        read, asked = anybody.get(path), anybody.send("HEAD", path)

        assert (asked.status, asked.text) == (200, "")
        assert asked.headers == read.headers

    def test_reading_it_changes_nothing(self, alex: Gateway, anybody: Gateway) -> None:
        recorded(alex)
        path = opened(alex)
        before = (alex.get("/owner").text, alex.get("/interviews").text)

        anybody.get(path)
        anybody.send("HEAD", path)

        assert (alex.get("/owner").text, alex.get("/interviews").text) == before


class TestWhoHasItAlready:
    @pytest.mark.parametrize("known", ["{tag}", "W/{tag}", '"other", W/{tag}', "*"])
    def test_is_told_so_and_gets_nothing(self, alex: Gateway, anybody: Gateway, clock: Clock, known: str) -> None:
        recorded(alex)
        path = opened(alex)
        tag = anybody.get(path).headers["ETag"].removeprefix("W/")
        clock.now += timedelta(hours=3)

        for method in ("GET", "HEAD"):
            reply = anybody.send(method, path, If_None_Match=known.format(tag=tag))

            assert (reply.status, reply.text, reply.headers["ETag"]) == (304, "", f"W/{tag}")
            assert reply.headers["Content-Type"].startswith("text/calendar")  # a cache takes over what a 304 says

    def test_gets_it_anew_once_anything_has_changed(self, alex: Gateway, anybody: Gateway) -> None:
        record = recorded(alex)
        path = opened(alex)
        first = anybody.get(path)

        alex.patch(f"/interviews/{record['id']}", {"company": "Umbrella"})

        reply = anybody.get(path, If_None_Match=first.headers["ETag"])
        assert titles(reply) == ["Thank Umbrella", "Interview with Umbrella"]
        assert reply.headers["ETag"] != first.headers["ETag"]

    def test_the_tag_is_weak_since_the_same_entries_written_later_differ_in_their_stamps(
        self, alex: Gateway, anybody: Gateway, clock: Clock
    ) -> None:
        recorded(alex)
        path = opened(alex)

        one = anybody.get(path)
        clock.now += timedelta(hours=3)
        other = anybody.get(path)

        assert re.fullmatch(r'W/"[0-9a-f]{32}"', one.headers["ETag"])
        assert one.headers["ETag"] == other.headers["ETag"]
        assert one.text != other.text

    def test_no_proxy_may_keep_it(self, alex: Gateway, anybody: Gateway) -> None:
        path = opened(alex)
        read = anybody.get(path)
        unchanged = anybody.get(path, If_None_Match=read.headers["ETag"])

        assert read.headers["Cache-Control"] == unchanged.headers["Cache-Control"] == "private, no-cache"


@pytest.fixture
def operations(alex: Gateway) -> Iterator[list[str]]:
    """The requests to the table, and whether they read consistently."""
    made: list[str] = []

    def note(params: dict[str, Any], model: Any, **_: Any) -> None:
        made.append(f"{model.name} {params.get('ConsistentRead')}")

    events: Any = connection().client.meta.events
    events.register("before-parameter-build.dynamodb", note)
    yield made
    events.unregister("before-parameter-build.dynamodb", note)


def test_a_feed_costs_one_read_of_the_owner_and_one_of_the_open_records(
    alex: Gateway, anybody: Gateway, operations: list[str]
) -> None:
    for company in ("Acme", "Umbrella", "Initech"):
        recorded(alex, company=company)
    path = opened(alex)
    operations.clear()

    anybody.get(path)

    assert operations == ["GetItem True", "Query True"]


class Unreachable(Interviews):
    """Interviews that cannot be read just now."""

    def open(self, owner_id: str) -> Any:
        raise StorageUnavailable


@pytest.mark.parametrize("interviews", [Unreachable()])
def test_a_table_that_does_not_answer_is_no_empty_calendar(
    alex: Gateway, anybody: Gateway, caplog: pytest.LogCaptureFixture
) -> None:
    reply = anybody.get(opened(alex))

    assert (reply.status, reply.headers["Retry-After"]) == (503, "5")
