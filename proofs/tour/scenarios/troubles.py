"""A table that fails at each request in turn, or reports a conflict."""

from __future__ import annotations

from typing import Any

from proofs.tour.aws import Fault, lost_answer
from proofs.tour.browser import Browser
from proofs.tour.caller import Caller
from proofs.tour.looking import READ
from proofs.tour.owners import ALEX, create_owner
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST

_FAULTS: dict[str, Fault] = {
    "throttled": ("ThrottlingException", 400),
    "broken": ("InternalServerError", 500),
    "lost": lost_answer(),
    "another write": ("TransactionConflictException", 400),
    "a condition": ("ConditionalCheckFailedException", 400),
    "our mistake": ("ValidationException", 400),
    "too large": ("Item size has exceeded what is allowed", 400),
    "no table": ("ResourceNotFoundException", 400),
}


@scenario
def table_fails(scene: Scene) -> None:
    """The table fails at the first, the second and the third request of each kind."""
    resident = Resident(scene, ALEX)
    resident.open_feed()
    alex, browser = resident.program, resident.browser
    browser.sign_in(resident.token)
    record = alex.record("records", **LEAST)
    for fault in _FAULTS:
        for number in range(3):
            for path in READ:
                asked = path.replace("{id}", record["id"]).replace("{feed}", resident.feed)
                _fail(scene, fault, number)
                browser.open(f"page of {path}, {fault} at {number}", asked)
                _fail(scene, fault, number)
                alex.get(f"{path}, {fault} at {number}", asked)
            _writes(scene, alex, browser, record["id"], fault, number)
    scene.product.aws.faults.clear()


def _writes(scene: Scene, alex: Caller, browser: Browser, record_id: str, fault: str, number: int) -> None:
    name, path = f"{fault} at {number}", f"/interviews/{record_id}"
    sent: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("POST", "/interviews", LEAST | {"company": name}),
        ("PATCH", path, {"notes": name}),
        ("POST", f"{path}/events", {"kind": "note", "note": name}),
        ("DELETE", f"{path}/events/last", {}),
        ("PATCH", "/owner", {"name": name, "country": "AT"}),
        ("POST", "/import", {"text": f"company,position,date\n{name},x,2026-08-03\n{name},y,2026-08-03"}),
        ("POST", f"{path}/events", {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-12"}),
        ("DELETE", f"{path}/events/last", {}),
        ("POST", f"{path}/events", {"kind": "heard_back", "result": "offer"}),
        ("DELETE", f"{path}/events/last", {}),
    )
    for method, address, data in sent:
        _fail(scene, fault, number)
        (alex.patch if method == "PATCH" else alex.post if method == "POST" else _delete(alex))(
            f"{method} {address[-11:]} {name}", address, data
        )
    scene.product.aws.faults.clear()
    browser.open(f"a form before {name}", "/record")
    _fail(scene, fault, number)
    browser.send(f"a form, {name}", "/interviews", LEAST | {"company": f"Form {name}"})
    _fail(scene, fault, number)
    scene.tick(f"tick, {name}")


def _delete(caller: Caller) -> Any:
    return lambda step, path, _: caller.delete(step, path)


def _fail(scene: Scene, fault: str, number: int) -> None:
    scene.product.aws.faults = {"*": [*[None] * number, _FAULTS[fault]]}


@scenario
def write_fails_on(scene: Scene) -> None:
    """A write fails by a conflict or by throttling: once, twice, and at every try."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    record = alex.record("records", **LEAST)
    for fault in ("a condition", "another write", "throttled"):
        for times in (1, 2, 9):
            for operation in ("PutItem", "TransactWriteItems", "UpdateItem", "DeleteItem"):
                name = f"{operation}: {fault}, {times} times"
                _writes_once(scene, alex, record["id"], name, {operation: [_FAULTS[fault]] * times})


def _writes_once(scene: Scene, alex: Caller, record_id: str, name: str, faults: dict[str, Any]) -> None:
    path = f"/interviews/{record_id}"
    for step in ("change", "event", "undo", "settings", "record", "remove"):
        scene.product.aws.faults = {operation: list(waiting) for operation, waiting in faults.items()}
        if step == "change":
            alex.patch(f"{step}, {name}", path, {"notes": name})
        elif step == "event":
            alex.post(f"{step}, {name}", f"{path}/events", {"kind": "note", "note": name})
        elif step == "undo":
            alex.delete(f"{step}, {name}", f"{path}/events/last")
        elif step == "settings":
            alex.patch(f"{step}, {name}", "/owner", {"name": name})
        elif step == "record":
            alex.post(f"{step}, {name}", "/interviews", LEAST | {"company": name})
        else:
            alex.delete(f"{step}, {name}", f"/interviews/{'0' * 26}", If_Match="1")
    scene.product.aws.faults.clear()
