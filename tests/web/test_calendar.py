"""``/calendar/{file}`` and ``/owner/calendar``."""

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
from chalicelib.web.tokens import new_token
from tests.factories import an_owner
from tests.web.conftest import Clock
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded

HERE = "https://afterword.example/api"


def opened(gateway: Gateway) -> str:
    """The path of a feed that has just been given its address."""
    reply = gateway.send("POST", "/owner/calendar")
    assert reply.status == 200, reply.text
    return str(reply.data["calendar_url"]).removeprefix(HERE)


def titles(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [str(event["summary"]) for event in Calendar.from_ical(reply.text).walk("VEVENT")]


class TestTheAddress:
    def test_there_is_none_until_the_owner_asks_for_one(self, alex: Gateway) -> None:
        assert alex.get("/owner").data["calendar_url"] is None

    def test_it_is_the_api_s_own_with_the_stage_and_a_secret_of_43_characters(self, alex: Gateway) -> None:
        reply = alex.send("POST", "/owner/calendar")

        url = reply.data["calendar_url"]
        assert re.fullmatch(rf"{HERE}/calendar/alex\.[A-Za-z0-9_-]{{43}}\.ics", url)
        assert alex.get("/owner").data == reply.data
        assert (reply.headers["ETag"], reply.data["version"]) == ('"2"', 2)

    def test_only_the_owner_makes_and_closes_it(self, anybody: Gateway) -> None:
        assert anybody.send("POST", "/owner/calendar").status == 401
        assert anybody.delete("/owner/calendar").status == 401

    def test_a_new_one_kills_the_old_one_at_once(self, alex: Gateway, anybody: Gateway) -> None:
        old, new = opened(alex), opened(alex)

        assert old != new
        assert (anybody.get(old).status, anybody.get(new).status) == (404, 200)

    def test_closing_takes_it_down(self, alex: Gateway, anybody: Gateway) -> None:
        path = opened(alex)

        reply = alex.delete("/owner/calendar")

        assert (reply.status, reply.data["calendar_url"]) == (200, None)
        assert anybody.get(path).status == 404

    def test_the_loser_of_two_changes_is_told(self, alex: Gateway, anybody: Gateway) -> None:
        path = opened(alex)

        assert alex.send("POST", "/owner/calendar", If_Match='"1"').status == 412
        assert alex.delete("/owner/calendar", If_Match='"1"').status == 412
        assert anybody.get(path).status == 200
        assert alex.delete("/owner/calendar", If_Match='"2"').status == 200

    def test_other_settings_leave_it_alone(self, alex: Gateway, anybody: Gateway) -> None:
        path = opened(alex)

        reply = alex.patch("/owner", {"name": "Alexandra Example"})

        assert reply.data["calendar_url"] == HERE + path
        assert anybody.get(path).status == 200

    def test_it_cannot_be_set_by_hand(self, alex: Gateway) -> None:
        assert alex.patch("/owner", {"calendar_url": f"{HERE}/calendar/alex.mine.ics"}).status == 422


class TestTheFeed:
    def test_it_holds_what_is_next_for_whoever_has_the_address(self, alex: Gateway, anybody: Gateway) -> None:
        recorded(alex)

        reply = anybody.get(opened(alex))

        assert titles(reply) == ["Thank Acme"]
        assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert f"{HERE}/interviews/" in reply.text.replace("\r\n ", "")

    def test_what_is_done_is_cancelled_and_what_follows_is_there(
        self, alex: Gateway, anybody: Gateway, clock: Clock
    ) -> None:
        record = recorded(alex)
        path = opened(alex)
        clock.now += timedelta(days=1)

        happened(alex, record["id"], kind="thank_you_sent")

        assert titles(anybody.get(path)) == ["Call Acme and ask for the decision", "Thank Acme"]
        assert anybody.get(path).text.count("STATUS:CANCELLED") == 1

    def test_it_speaks_the_owner_s_language_whatever_the_reader_prefers(self, alex: Gateway, anybody: Gateway) -> None:
        alex.patch("/owner", {"language": "ru"})
        recorded(alex)

        reply = anybody.get(opened(alex), Accept_Language="en", Accept="text/html")

        assert titles(reply) == ["Поблагодарите компанию «Acme»"]

    def test_two_owners_see_nothing_of_each_other(self, alex: Gateway, anybody: Gateway, owners: Owners) -> None:
        token, token_hash = new_token("kim")
        owners.add(an_owner(id="kim", email="kim@example.org"), token_hash)
        kim = anybody.signed_in(token)
        recorded(alex)
        recorded(kim, company="Umbrella")

        paths = opened(alex), opened(kim)

        assert [titles(anybody.get(path)) for path in paths] == [["Thank Acme"], ["Thank Umbrella"]]
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
    @pytest.mark.parametrize("known", ["{tag}", "W/{tag}", '"other", {tag}', "*"])
    def test_is_told_so_and_gets_nothing(self, alex: Gateway, anybody: Gateway, clock: Clock, known: str) -> None:
        recorded(alex)
        path = opened(alex)
        tag = anybody.get(path).headers["ETag"]
        clock.now += timedelta(hours=3)

        for method in ("GET", "HEAD"):
            reply = anybody.send(method, path, If_None_Match=known.format(tag=tag))

            assert (reply.status, reply.text, reply.headers["ETag"]) == (304, "", tag)
            assert reply.headers["Content-Type"].startswith("text/calendar")  # a cache takes over what a 304 says

    def test_gets_it_anew_once_anything_has_changed(self, alex: Gateway, anybody: Gateway) -> None:
        record = recorded(alex)
        path = opened(alex)
        first = anybody.get(path)

        alex.patch(f"/interviews/{record['id']}", {"company": "Umbrella"})

        reply = anybody.get(path, If_None_Match=first.headers["ETag"])
        assert titles(reply) == ["Thank Umbrella"]
        assert reply.headers["ETag"] != first.headers["ETag"]

    def test_the_tag_is_strong_and_the_same_bytes_have_the_same(self, alex: Gateway, anybody: Gateway) -> None:
        recorded(alex)
        path = opened(alex)

        one, other = anybody.get(path), anybody.get(path)

        assert re.fullmatch(r'"[0-9a-f]{32}"', one.headers["ETag"])
        assert (one.headers["ETag"], one.text) == (other.headers["ETag"], other.text)

    def test_no_proxy_may_keep_it(self, alex: Gateway, anybody: Gateway) -> None:
        path = opened(alex)
        read = anybody.get(path)
        unchanged = anybody.get(path, If_None_Match=read.headers["ETag"])

        assert read.headers["Cache-Control"] == unchanged.headers["Cache-Control"] == "private, no-cache"


class TestWhatIsNotThere:
    @pytest.mark.parametrize(
        "file",
        [
            "nobody.{secret}.ics",
            "alex." + "A" * 43 + ".ics",
            "alex." + "-" * 43 + ".ics",
            "alex.{secret}",
            "alex.{secret}x.ics",
            "alex.{secret:.42}.ics",
            "alex.{secret:.1}.ics",
            "alex.{secret}.ics%0A",
            "ALEX.{secret}.ics",
            "alex..ics",
            "alex",
            "%D0%B0lex.{secret}.ics",
        ],
    )
    def test_it_is_refused_in_the_same_words(self, alex: Gateway, anybody: Gateway, file: str) -> None:
        path = opened(alex)
        secret = path.split(".")[1]
        rotated = opened(alex)

        wrong = anybody.get(f"/calendar/{file}".format(secret=rotated.split(".")[1]))
        old = anybody.get(path)

        assert secret not in old.text
        assert (wrong.status, wrong.text, wrong.headers) == (404, old.text, old.headers)

    def test_an_owner_without_a_feed_looks_like_nobody(self, alex: Gateway, anybody: Gateway) -> None:
        theirs = anybody.get(f"/calendar/alex.{'-' * 43}.ics")
        nobodys = anybody.get(f"/calendar/nobody.{'-' * 43}.ics")

        assert (theirs.status, theirs.text) == (404, nobodys.text)

    def test_the_secret_opens_nothing_else(self, alex: Gateway, anybody: Gateway) -> None:
        secret = opened(alex).removeprefix("/calendar/").removesuffix(".ics")

        assert anybody.get("/owner", Authorization=f"Bearer {secret}").status == 401


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


class Broken(Interviews):
    """Interviews that break in a way that nobody foresaw."""

    def open(self, owner_id: str) -> Any:
        raise RuntimeError(owner_id)


@pytest.mark.parametrize("interviews", [Broken()])
def test_the_secret_is_in_no_log(
    alex: Gateway, anybody: Gateway, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    path = opened(alex)

    reply = anybody.get(path)

    secret = path.split(".")[1]
    written = caplog.text + "".join(capfd.readouterr())
    assert reply.status == 500
    assert "/calendar/{file}" in written
    assert secret not in written
