"""What survives: an end, a ``kill -9``, a lost token file; and when the server refuses to begin."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infra.local_server import LocalServer, run_it

MONDAY_EVENING = "2026-08-03T18:00:00+02:00"
TUESDAY_MORNING = "2026-08-04T09:00:00+02:00"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalServer]:
    """A server that a test ends and begins anew."""
    server = LocalServer(tmp_path / "state")
    server.begin()
    yield server
    server.end()


def test_everything_answered_is_there_after_a_kill(server: LocalServer) -> None:
    kept = server.record(now=MONDAY_EVENING)
    removed = server.record(now=MONDAY_EVENING, company="Globex")
    server.ask("PATCH", f"/interviews/{kept['id']}", {"notes": "Met the team."}, now=MONDAY_EVENING)
    server.ask("DELETE", f"/interviews/{removed['id']}", now=MONDAY_EVENING)
    server.tick(TUESDAY_MORNING)
    before = _all_there_is(server)

    server.end(signal.SIGKILL)
    server.begin()

    assert _all_there_is(server) == before
    assert [one["notes"] for one in server.ask("GET", "/interviews", now=TUESDAY_MORNING).json["items"]] == [
        "Met the team."
    ]
    assert server.tick(TUESDAY_MORNING)["sent"] == []


def test_an_owner_whose_token_file_is_lost_gets_a_new_one_and_keeps_the_records(server: LocalServer) -> None:
    recorded = server.record(now=MONDAY_EVENING)
    old = server.token

    assert server.end() == 0
    (server.folder / "token").unlink()
    server.begin()

    assert server.token != old
    assert server.ask("GET", f"/interviews/{recorded['id']}").status == 200
    assert server.ask("GET", "/owner", headers={"Authorization": f"Bearer {old}"}).status == 401


def test_a_token_made_on_the_settings_page_is_the_one_in_the_file_and_outlives_a_restart(server: LocalServer) -> None:
    old = server.token

    page = server.ask("POST", "/settings/token").body.decode()
    assert server.token in page
    assert server.token != old
    server.end()
    server.begin()

    assert server.token in page
    assert server.ask("GET", "/owner").status == 200


def test_a_token_that_is_over_is_left_in_its_file_and_does_not_come_back(server: LocalServer) -> None:
    old = server.token
    server.ask("POST", "/settings/token")
    new = server.token
    (server.folder / "token").write_text(old)

    server.end()
    server.begin()

    assert server.token == old
    assert server.ask("GET", "/owner").status == 401
    assert server.ask("GET", "/owner", headers={"Authorization": f"Bearer {new}"}).status == 200
    assert "is over: you made a new one on the settings page" in server.said()


def test_without_tricks_moto_has_the_records_itself_and_they_end_with_the_process(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    kept = LocalServer(folder)
    kept.begin()
    before = kept.record(now=MONDAY_EVENING, company="Globex")
    kept.end()
    server = LocalServer(folder, tricks="off")
    server.begin()

    recorded = server.record(now=MONDAY_EVENING)
    assert server.ask("GET", f"/interviews/{recorded['id']}").status == 200
    assert server.ask("GET", f"/interviews/{before['id']}").status == 404
    assert len(server.tick(TUESDAY_MORNING)["sent"]) == len(server.outbox()) == 1
    token = server.token
    assert server.end() == 0
    server.begin()

    assert server.ask("GET", "/interviews", now=TUESDAY_MORNING).json["items"] == []
    assert [server.token, len(server.outbox())] == [token, 1]
    server.end()
    kept.begin()
    assert kept.ask("GET", f"/interviews/{before['id']}").status == 200
    kept.end()


def test_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    process = run_it({"PORT": "0", "STATE": str(tmp_path / "state")})
    assert process.stdout is not None
    next(line for line in process.stdout if line.startswith("3. Read it"))

    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=10)

    assert process.returncode == 0
    assert said.strip() == "Stopped. Everything is kept."


def test_it_refuses_to_begin_and_says_why(server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "state.sqlite").write_text("no database at all, but long enough to be read as one")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refusals = [
            _said({"PORT": "eighty"}),
            _said({"PORT": "70000"}),
            _said({"TRICKS": "some"}),
            _said({"PORT": port, "STATE": str(tmp_path / "other")}),
            _said({"PORT": "0", "STATE": str(server.folder)}),
            _said({"PORT": "0", "STATE": str(tmp_path / "file")}),
            _said({"PORT": "0", "STATE": str(tmp_path / "broken")}),
        ]

    assert [said.splitlines()[-1] for said in refusals] == [
        "PORT is 'eighty'; it must be a number from 0 to 65535.",
        "PORT is '70000'; it must be a number from 0 to 65535.",
        "TRICKS is 'some'; it must be on or off.",
        f"PORT {port} cannot be used: another program listens there already.",
        f"STATE {server.folder} cannot be used: another local server is using it.",
        f"STATE {tmp_path / 'file'} cannot be used: File exists.",
        f"STATE {tmp_path / 'broken'} cannot be used: file is not a database.",
    ]


def _said(settings: dict[str, str]) -> str:
    process = run_it(settings)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "Traceback" not in said
    return said


def _all_there_is(server: LocalServer) -> list[object]:
    mails = [server.ask("GET", f"/_local/outbox/{mail['id']}.eml").body for mail in server.outbox()]
    paths = ("/owner", "/interviews", "/agenda", "/_local/outbox")
    data = [server.ask("GET", path, now=TUESDAY_MORNING).json for path in paths]
    return [server.token, mails, *data]
