"""Android's HTTP Shortcuts: the lines it imports, and the script that asks which interview."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook
from tests.shortcuts.programs import run_in_bash, run_in_node

THAT_EVENING, NEXT_DAY = "2026-08-03T18:00:00+02:00", "2026-08-04T10:00:00+02:00"
IMPORTED = {"-X", "-H", "-d", "--data-urlencode"}  # of what the app reads; the rest of curl's options it passes over
FORM = "application/x-www-form-urlencoded"
APP = {"User-Agent": "HttpShortcuts/3.30.0", "Accept-Encoding": "gzip"}


def lines(recipe_for: Cook) -> list[str]:
    """The three commands: record, what happened, which are open."""
    return [block.strip() for block in recipe_for("Android").code("curl")]


def test_each_command_is_of_the_kind_that_the_app_imports(recipe_for: Cook) -> None:
    for line in lines(recipe_for):
        words = shlex.split(line)
        options = [word for word in words if word.startswith("-")]
        values = [words[place + 1] for place, word in enumerate(words) if word in {"-d", "--data-urlencode"}]

        assert words[0] == "curl"
        assert "\n" not in line
        assert "\\" not in line
        assert set(options) <= IMPORTED
        assert all(value.count("=") == 1 and "&" not in value for value in values), "else it is no form to the app"


def test_what_was_imported_records_an_interview_and_then_what_happened(recipe_for: Cook, tmp_path: Path) -> None:
    record, happened, which = lines(recipe_for)

    first = json.loads(run_in_bash(record, tmp_path))
    again = json.loads(run_in_bash(record, tmp_path))
    after = json.loads(run_in_bash(happened.replace("RECORD", first["id"]), tmp_path))
    still_open = json.loads(run_in_bash(which, tmp_path))

    assert first["contacts"][0]["phone"] == "+49 30 23125 021"
    assert again["id"] == first["id"]
    assert [(event["kind"], event["result"]) for event in after["events"]] == [("called", "no_answer")]
    assert first["id"] in [one["id"] for one in still_open["items"]]


@pytest.mark.parametrize("kind", [FORM, f"{FORM}; charset=utf-8"])
def test_the_app_sends_its_variables_as_a_form(local: LocalServer, kind: str) -> None:
    typed = {"company": "Søren & Söhne", "position": kind, "interview_on": "2026-08-03", "contact_phone": ""}

    reply = local.ask("POST", "/interviews", body=urlencode(typed).encode(), headers={**APP, "Content-Type": kind})

    assert reply.status == 201, reply.body
    assert reply.json["company"] == "Søren & Söhne"


def test_the_script_asks_which_interview_and_what_happened(recipe_for: Cook, local: LocalServer) -> None:
    script = recipe_for("Android").code("javascript")[0]
    labels = re.findall(r"^  '.+': '(.+)',$", script, re.MULTILINE)

    for label in labels:
        record = local.record(now=THAT_EVENING, company=f"Globex, {label}")
        which = local.ask("GET", "/interviews?status=open&limit=100").body.decode()
        tapped = [f"Globex, {label}, Data Engineer", label]
        asked = run_in_node("http_shortcuts.mjs", script=script, body=which, taps=tapped)
        variables = asked["variables"]
        fields = urlencode({"kind": variables["kind"], "result": variables["result"]}).encode()
        path = f"/interviews/{variables['record']}/events"
        if variables["kind"].startswith("offer_"):  # there has to be one to answer
            offer = urlencode({"kind": "heard_back", "result": "offer"}).encode()
            local.ask("POST", path, body=offer, headers={**APP, "Content-Type": FORM}, now=NEXT_DAY)
        reply = local.ask("POST", path, body=fields, headers={**APP, "Content-Type": FORM}, now=NEXT_DAY)

        assert asked["enqueued"] == ["What happened"]
        assert variables["record"] == record["id"]
        assert reply.status == 201, (label, reply.body)
    assert len(labels) > 1


@pytest.mark.parametrize("taps", [[None], ["Globex, Data Engineer", None]])
def test_who_changes_their_mind_records_nothing(recipe_for: Cook, local: LocalServer, taps: list[str | None]) -> None:
    script = recipe_for("Android").code("javascript")[0]
    local.record(now=THAT_EVENING, company="Globex")
    which = local.ask("GET", "/interviews?status=open&limit=100").body.decode()

    asked = run_in_node("http_shortcuts.mjs", script=script, body=which, taps=taps)

    assert asked == {"variables": {}, "enqueued": []}
