"""``/owner/calendar``: the address of the feed, who has it, and that its secret stays one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from chalicelib.records.interviews import Interviews
from tests.web.feed import HERE, opened
from tests.web.gateway import Gateway


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
