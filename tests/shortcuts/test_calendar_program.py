"""The calendar feed, read by the parser of a calendar program (Mozilla's ical.js), from a running server."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from infra.npm import Script
from tests.infra.local_server import LocalServer
from tests.shortcuts.programs import needed

ICAL_JS = Script(
    package="ical.js@2.2.1",
    sha512="yK/UlPbEs316igb/tjRgbFA8ZV75rCsBJp/hWOatpyaPNlgw0dGDmU+FoicOcwX4xXkeXOkYiOmCqNPFpNPkQg==",
    member="package/dist/ical.js",
)
HOSTILE = 'Acme; "x", \\n BEGIN:VEVENT ünï 株式会社'
NOW = "2026-08-03T18:00:00+02:00"


def events(feed: bytes, folder: Path) -> list[dict[str, Any]]:
    """What the program sees."""
    file, module = folder / "feed.ics", folder / "ical.mjs"
    file.write_bytes(feed)
    module.write_bytes(ICAL_JS.path().read_bytes())
    reader = Path(__file__).with_name("read_feed.mjs")
    read = subprocess.run([needed("node"), reader, module, file], capture_output=True, text=True, check=True)
    return list(json.loads(read.stdout))


def test_a_calendar_program_sees_what_is_due_and_hostile_text_is_text(local: LocalServer, tmp_path: Path) -> None:
    for company, contact in ((HOSTILE, {"phone": "+49 30 23125 021"}), ("Globex", {"email": "kim@globex.example"})):
        record = {"company": company, "position": "Analyst", "interview_on": "2026-08-03", "contacts": [contact]}
        made = local.ask("POST", "/interviews", record, now=NOW).json
        local.ask("POST", f"/interviews/{made['id']}/events", {"kind": "thank_you_sent"}, now=NOW)
    url = local.ask("POST", "/owner/calendar", {}, now=NOW).json["calendar_url"]

    feed = local.ask("GET", url.partition(f":{local.port}")[2], now=NOW)
    confirmed = [event for event in events(feed.body, tmp_path) if event["status"] != "CANCELLED"]
    upcoming = [event for event in confirmed if not event["uid"].startswith("interview-")]

    by_company = sorted(upcoming, key=lambda event: "Globex" in event["summary"])
    assert [event["isAllDay"] for event in by_company] == [False, True]
    assert 'Acme; "x"' in by_company[0]["summary"]
    assert "BEGIN:VEVENT" in by_company[0]["summary"]
    assert [event["start"] for event in by_company] == ["2026-08-10T08:00:00Z", "2026-08-10"]
    assert all(event["alarms"] == 1 and event["description"] for event in upcoming)
    over = [(event["start"], event["isAllDay"], event["alarms"]) for event in confirmed if event not in upcoming]
    assert over == [("2026-08-03", True, 0)] * 2
