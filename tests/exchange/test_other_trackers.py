"""Files that look like those of other trackers and of spreadsheets abroad: each row is right, or asked about.

Their content is made up. Where a file asks for something as a whole, the table has what its sender answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.given import asked, ending, parsed

FILES = Path(__file__).parent / "files"
REFUSED = "heard_back refusal, closed"

# By file: what is asked for as a whole, the answer to it, what is told about the whole file, and of each row its
# company, its day, how it has ended, and what is asked about.
Row = tuple[str, str, str, list[str]]
EXPECTED: dict[str, tuple[list[str], dict[str, Any], list[str], list[Row]]] = {
    "excel_german.csv": (
        [],
        {},
        ["encoding"],
        [
            ("Süßwaren Krüger GmbH", "2026-08-03", REFUSED, []),
            ("Möbelhaus Böhm", "2026-08-13", "", []),
            ("Über Land – Reisen", "2026-08-14", "closed", ["contact_phone"]),
            ("Straßenbau Görlitz", "2026-08-17", "", ["outcome"]),
        ],
    ),
    "excel_french.csv": (
        [],
        {},
        ["encoding"],
        [
            ("Société Générale d'Épicerie", "2026-08-03", "", []),
            ("Câbles de l'Ouest", "2026-08-13", REFUSED, []),
            ("Hôtel du Chêne", "2026-09-02", "closed", []),
        ],
    ),
    "excel_russian.csv": (
        [],
        {},
        ["encoding"],
        [
            ("ООО «Ромашка»", "2026-08-03", REFUSED, []),
            ("Северный мост", "2026-08-13", "", []),
            ("Три кита", "2026-08-14", "heard_back offer, offer_accepted", []),
            ("Пять озёр", "2026-08-17", "", ["outcome"]),
        ],
    ),
    "excel_polish.csv": (
        ["position", "interview_on"],
        {"columns": {"Stanowisko": "position", "Data rozmowy": "interview_on"}},
        ["encoding"],
        [("Łódzkie Zakłady Żagli", "2026-08-03", REFUSED, []), ("Śnieżka i Spółka", "2026-08-13", "", [])],
    ),
    "notion.csv": (
        [],
        {},
        ["columns"],
        [
            ("Lumen & Daughters", "2026-08-03", REFUSED, []),
            ("Harbour Light", "2026-08-13", "", []),
            ("Copper Kettle", "2026-08-14", "closed", []),
            ("Quiet Orchard", "2026-08-17", "", ["outcome"]),
            ("", "", "", ["interview_on"]),
        ],
    ),
    "airtable.csv": (
        [],
        {},
        ["columns"],
        [
            ("Globex North", "2026-08-13", "heard_back offer", []),
            ("Initrode", "2026-08-03", "withdrawn", ["contact_email"]),
            ("Vandelay West", "2026-08-20", "", ["outcome"]),
        ],
    ),
    "job_board_cards.csv": (
        [],
        {},
        ["columns"],
        [
            ("Blue Pylon", "2026-08-13", "", []),
            ("Red Anvil", "2026-08-03", REFUSED, []),
            ("Grey Loom", "2026-08-05", "closed", ["url"]),
            ("", "", "", ["interview_on"]),
        ],
    ),
    "career_tracker.csv": (
        ["interview_on"],
        {"columns": {"Follow up": "interview_on"}},
        ["columns"],
        [("St Alban Clinic", "2026-07-17", "", ["outcome"]), ("", "", "", ["interview_on"])],
    ),
    "network_applications.csv": (
        ["interview_on"],
        {"columns": {"Application Date": "interview_on"}},
        ["columns"],
        [("Northern Lamp", "2026-08-13", "", []), ("Southern Lamp", "2026-07-03", "", [])],
    ),
    "form_answers.csv": (
        ["company", "position", "interview_on"],
        {
            "columns": {
                "Which company was it?": "company",
                "What is the job called?": "position",
                "When was the interview?": "interview_on",
                "Anything else?": "notes",
            }
        },
        ["columns"],
        [
            ("Paper Boat", "2026-08-13", "", ["outcome"]),
            ("Tin Whistle", "2026-08-24", REFUSED, []),
            ("Wool & Wire", "2026-08-25", "closed", []),
        ],
    ),
    "spreadsheet_template.csv": (
        [],
        {},
        ["columns", "file"],
        [
            ("Marble Arch Tiles", "2026-08-25", REFUSED, []),
            ("Slate & Sons", "2026-08-03", "closed", []),
            ("Clay Works", "2026-08-06", "", []),
            ("Sand Pit Ltd", "2026-08-07", "", ["outcome"]),
        ],
    ),
    "own_rounds.csv": (
        [],
        {},
        [],
        [
            ("Acme", "2026-08-03", "heard_back next_round", []),
            ("Acme", "2026-08-13", "", []),
            ("Globex", "2026-08-03", "closed", ["outcome"]),
        ],
    ),
    "browser_table.txt": (
        [],
        {},
        [],
        [("Kite Mill", "2026-08-03", "closed", []), ("Rope Walk", "2026-08-13", "", [])],
    ),
}


def test_every_file_is_in_the_table() -> None:
    assert {file.name for file in FILES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_row_of_another_tracker_s_file_is_right_or_asked_about(name: str) -> None:
    problems, answer, warnings, rows = EXPECTED[name]
    raw = (FILES / name).read_bytes()

    seen, told = parsed(raw), parsed(raw, **answer)

    assert [fault.field for fault in seen.problems] == problems
    assert told.problems == ()
    assert [fault.field for fault in told.warnings] == warnings
    assert [
        (
            row.record.company if row.record else "",
            str(row.record.interview_on) if row.record else "",
            ending(row),
            asked(row),
        )
        for row in told.candidates
    ] == rows
