"""Export and import: files of all kinds, previewed and imported, by a program and on the page."""

from __future__ import annotations

from typing import Any

from chalicelib.records import table
from proofs.tour.app_under_tour import TABLE
from proofs.tour.browser import Browser
from proofs.tour.caller import JSON, PARTS, Caller, in_parts
from proofs.tour.owners import ALEX, DASHA, SAM, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST
from proofs.tour.values.tables import EXPORTS, TABLES

_PATHS = ("/import/preview", "/import")
_CORRECTIONS: dict[str, dict[str, object]] = {
    "columns": {"columns": {"Wo": "company", "Was": "position", "Wann": "interview_on"}},
    "columns as a text": {"columns": '{"Wo": "company", "Was": "position", "Wann": "interview_on"}'},
    "a column twice": {"columns": {"Wo": "company", "Was": "company", "Wann": "interview_on"}},
    "no such column": {"columns": {"Wer": "company", "Was": "nothing"}},
    "a column left out": {"columns": {"Wo": None, "Was": "-", "Wann": ""}},
    "no object": {"columns": [1], "date_format": "YYYY"},
    "a format": {"date_format": "DD/MM/YYYY"},
    "another format": {"date_format": "MM/DD/YYYY"},
    "a bad format": {"date_format": "DD.MM"},
    "no text": {"text": 5},
    "an unknown field": {"nickname": 1},
}


@scenario
def files(scene: Scene) -> None:
    """Import each file as the body, as a form's file, and as a form's text."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    for path in _PATHS:
        for name, content in TABLES.items():
            if (path, name) != ("/import", "many rows"):
                alex.send(f"{path}: {name}", "POST", path, content, Content_Type="text/csv")
        for name, export in EXPORTS.items():
            alex.send(f"{path}: JSON of {name}", "POST", path, export, Content_Type=JSON)
            alex.send(f"{path}: a file of {name}", "POST", path, export, Content_Type="application/octet-stream")
    _ways(alex)


def _ways(alex: Caller) -> None:
    for name, content in list(TABLES.items())[:14]:
        alex.parts(f"a form's file: {name}", _PATHS[0], {}, content)
        alex.post(f"a text: {name}", _PATHS[0], {"text": content.decode(errors="replace")})
    for name, corrections in _CORRECTIONS.items():
        sent = {"text": TABLES["unknown headers"].decode().replace("2026-08-03", "03/04/2026"), **corrections}
        alex.post(f"corrected: {name}", _PATHS[0], sent)
    alex.parts("columns in a form", _PATHS[0], {"column:Wo": "company", "column:x": "y"}, TABLES["unknown headers"])
    query = "?date_format=DD/MM/YYYY&column:Wo=company"
    alex.send(
        "corrected in the query", "POST", f"{_PATHS[0]}{query}", TABLES["ambiguous days"], Content_Type="text/csv"
    )
    for ending in ("json", "csv"):
        alex.get(f"everything as {ending}", f"/export.{ending}")
        for after in ("01K1S0M3000000000000000001", "x", "", "%00"):
            alex.get(f"{ending} after {after}", f"/export.{ending}?after={after}")
        alex.get(f"{ending} with a wrong query", f"/export.{ending}?page=1&after=1&after=2")


@scenario
def round_trip(scene: Scene) -> None:
    """Import one owner's export for another owner, and for the first one again."""
    alex, sam = (Caller.with_token(scene, owner.id, create_owner(owner)) for owner in (ALEX, SAM))
    for number in range(6):
        facts = LEAST | {"company": f"Acme {number}", "notes": "'=1", "contacts": [{"phone": "+49 30 23125 021"}]}
        record = alex.record(f"records {number}", **facts)
        for kind in ("thank_you_sent", "letter_sent")[: number % 3]:
            alex.tell(f"{number}: {kind}", record["id"], kind=kind)
    alex.tell("the next round", record["id"], kind="heard_back", result="next_round", interview_on="2026-08-12")
    exports = [alex.get(f"everything as {ending}", f"/export.{ending}").text for ending in ("json", "csv")]
    for caller in (alex, sam, sam):
        for kind, text in zip((JSON, "text/csv"), exports, strict=True):
            caller.send(f"brings in {kind}", "POST", "/import", text, Content_Type=kind)
        caller.get("everything afterwards", "/export.json")


@scenario
def pagination(scene: Scene) -> None:
    """More records than fit into one answer: they are exported and imported page by page."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    for number in range(3):
        alex.send(f"brings in {number}", "POST", "/import", TABLES["many rows"], Content_Type="text/csv")
    _store_many(alex.record("records", **LEAST | {"notes": "n" * 4_090})["id"])
    for ending in ("json", "csv"):
        link = alex.get(f"as {ending}", f"/export.{ending}").headers.get("Link", "")
        rest = link.partition(">")[0].removeprefix("</api")
        alex.get(f"the rest as {ending}", rest or f"/export.{ending}")


def _store_many(record_id: str) -> None:
    """Store copies of a record, as if they had been recorded before it."""
    client = table.connection().client
    key = {"owner_id": {"S": "alex"}, "item_id": {"S": f"INTERVIEW#{record_id}"}}
    item: dict[str, Any] = client.get_item(TableName=TABLE, Key=key)["Item"]
    for number in range(460):
        client.put_item(TableName=TABLE, Item=item | {"item_id": {"S": f"INTERVIEW#{number:026}"}})


@scenario
def import_page(scene: Scene) -> None:
    """The page: choose a file, preview it, correct its columns, and import it."""
    browser = Browser(scene, "dasha", "ru")
    browser.sign_in(create_owner(DASHA))
    for name in (
        "everything",
        "cp1251",
        "ambiguous days",
        "unknown headers",
        "faults",
        "bytes",
        "nothing",
        "many rows",
    ):
        browser.open(f"the form for {name}", "/import")
        hidden = {field: browser.hidden[field] for field in ("form_token",)}
        for path in _PATHS:
            body = in_parts(hidden, TABLES[name])
            browser.send_raw(f"{path}: {name}", path, body, PARTS)
            fields = {
                "text": TABLES[name].decode(errors="replace"),
                "column:Wo": "company",
                "date_format": "DD/MM/YYYY",
            }
            browser.open(f"the form for {name} once more", "/import")
            browser.send(f"{path}: {name} as a text", path, fields)
    browser.open("the form for JSON", "/import")
    browser.send_raw("JSON", "/import", in_parts(hidden, EXPORTS["records"]), PARTS)
    browser.send("JSON as a text", "/import", {"text": EXPORTS["bad events"].decode()})
    browser.open("the list afterwards", "/interviews?status=all")
