"""The same import, sent twice at once, records nothing twice; what it brings in gives no power over other records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from chalicelib.exchange.dry_run import ImportRow, dry_run
from chalicelib.playbook.owner import Owner
from chalicelib.records.table_items import RequestItem
from chalicelib.schemas.record_fields import LAST_VERSION
from chalicelib.usecases import import_records
from tests.web.exchange.given import CSV, HEAD, companies, imported, sent, states
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded

THREE = f"{HEAD}\n" + "".join(f"Company {n},Clerk,2026-08-2{n}\n" for n in range(3))
TWO_ROUNDS = f"{HEAD},process_id,round\nAcme,Clerk,2026-08-20,acme,1\nAcme,Clerk,2026-08-21,acme,2\n"
WITHOUT_IDS = {
    "format": "afterword",
    "format_version": 2,
    "interviews": [{"company": "Globex", "position": "Clerk", "interview_on": "2026-08-20"}],
}
Send = Callable[[Gateway], Reply]
WAYS: dict[str, Send] = {
    "a CSV": lambda alex: alex.send("POST", "/import", THREE, **CSV),
    "a text": lambda alex: alex.post("/import", {"text": THREE}),
    "rounds": lambda alex: alex.send("POST", "/import", TWO_ROUNDS, **CSV),
    "a JSON without ids": lambda alex: alex.post("/import", WITHOUT_IDS),
    "a key": lambda alex: alex.send("POST", "/import", THREE, **CSV, Idempotency_Key="once"),
}


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[], Any]], None]]:
    """Do something after the next import has looked at the records, and before it writes."""
    to_do: list[Callable[[], Any]] = []

    def looked(*given: Any) -> Iterable[ImportRow]:
        rows = dry_run(*given)
        if to_do:
            to_do.pop()()
        return rows

    monkeypatch.setattr(import_records, "dry_run", looked)
    yield to_do.append
    assert to_do == []


@pytest.mark.parametrize("way", WAYS)
def test_an_import_between_the_look_and_the_writes_of_the_same_doubles_nothing(
    alex: Gateway, meanwhile: Callable[[Callable[[], Any]], None], way: str
) -> None:
    answers: list[Reply] = []
    meanwhile(lambda: answers.append(WAYS[way](alex)))

    second = WAYS[way](alex)

    rows = answers[0].data["created"]
    assert (second.data["created"], second.data["duplicate"]) == (0, rows)
    assert len(companies(alex)) == rows


def test_two_at_the_same_moment_double_nothing(alex: Gateway) -> None:
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda _: WAYS["a CSV"](alex), range(2)))

    assert [reply.status for reply in replies] == [200, 200]
    assert sorted(companies(alex)) == ["Company 0", "Company 1", "Company 2"]
    assert sum(reply.data["created"] for reply in replies) == 3


def test_a_key_with_another_file_is_refused(alex: Gateway) -> None:
    assert sent(alex, "/import", THREE, Idempotency_Key="once").status == 200

    refused = sent(alex, "/import", TWO_ROUNDS, Idempotency_Key="once")

    assert (refused.status, refused.faults) == (422, {"Idempotency-Key": "was used for another request"})


def test_the_same_key_may_record_an_interview_too(alex: Gateway) -> None:
    sent(alex, "/import", THREE, Idempotency_Key="once")

    recording = {"company": "Acme", "position": "Clerk", "interview_on": "2026-08-20"}
    assert alex.post("/interviews", recording, Idempotency_Key="once").status == 201


def _imports_of(owner: Owner) -> list[str]:
    return [item.item_id for item in RequestItem.query(owner.id, RequestItem.item_id.startswith("REQUEST#import:"))]


def test_no_key_of_a_recording_spells_that_of_an_import(alex: Gateway, owner: Owner) -> None:
    """A header is kept as its hash; so whatever it says, an import is stored beside the requests, not among them."""
    sent(alex, "/import", THREE, Idempotency_Key="once")
    [stored] = _imports_of(owner)
    spellings = (stored, stored.removeprefix("REQUEST#"), stored.removeprefix("REQUEST#import:"), "import:once")

    for number, key in enumerate(spellings):
        recording = {"company": f"Acme {number}", "position": "Clerk", "interview_on": "2026-08-20"}
        assert alex.post("/interviews", recording, Idempotency_Key=key).status == 201

    assert _imports_of(owner) == [stored]
    assert sent(alex, "/import", THREE, Idempotency_Key="once").data["duplicate"] == 3


def test_what_was_removed_comes_in_again(alex: Gateway) -> None:
    for row in imported(alex, THREE)["rows"]:
        alex.delete(f"/interviews/{row['id']}")

    assert states(imported(alex, THREE)) == ["created"] * 3


def test_what_was_changed_since_is_there_already(alex: Gateway) -> None:
    first = imported(alex, THREE)["rows"][0]["id"]
    alex.patch(f"/interviews/{first}", {"company": "Another"})

    assert states(imported(alex, THREE)) == ["duplicate"] * 3


class TestEventsFromAFile:
    def test_undo_of_a_next_round_that_names_another_record_leaves_that_one(self, alex: Gateway) -> None:
        """Whoever made the file, an undo removes only what its own event opened."""
        other = recorded(alex, company="Globex")
        event = {
            "kind": "heard_back",
            "result": "next_round",
            "on": "2026-08-03",
            "interview_on": "2026-08-10",
            "recorded_at": "2026-08-03T14:00:00Z",
            "next_interview_id": other["id"],
        }
        record = {"company": "Acme", "position": "Clerk", "interview_on": "2026-08-03", "events": [event]}
        file = {"format": "afterword", "format_version": 2, "interviews": [record]}
        ended = alex.post("/import", file).data["rows"][0]["id"]

        assert alex.delete(f"/interviews/{ended}/events/last").status == 200
        assert sorted(companies(alex)) == ["Acme", "Globex"]

    def test_a_next_round_that_comes_back_is_undone_as_before(self, alex: Gateway, sam: Gateway) -> None:
        first = recorded(alex)["id"]
        happened(alex, first, kind="heard_back", result="next_round", interview_on="2026-08-10")
        sam.post("/import", alex.get("/export.json").data)

        assert sam.delete(f"/interviews/{first}/events/last").status == 200
        assert companies(sam) == ["Acme"]


class TestVersions:
    @pytest.mark.parametrize("version", [1, 2, 10**6, LAST_VERSION - 1, LAST_VERSION])
    def test_a_record_from_a_file_can_be_changed_by_its_own_etag_and_exported_again(
        self, alex: Gateway, sam: Gateway, version: int
    ) -> None:
        first = recorded(alex)["id"]
        file = alex.get("/export.json").data
        file["interviews"][0]["version"] = version
        sam.post("/import", file)

        etag = sam.get(f"/interviews/{first}").headers["ETag"]
        changed = sam.patch(f"/interviews/{first}", {"company": "Globex"}, If_Match=etag)

        assert changed.status == 200, changed.text
        alex.delete(f"/interviews/{first}")
        assert states(alex.post("/import", sam.get("/export.json").data).data) == ["created"]

    @pytest.mark.parametrize("version", [0, LAST_VERSION + 1, 10**9, 10**30, -1, "x", 1.5, True])
    def test_a_version_that_no_etag_can_name_is_refused(self, alex: Gateway, version: object) -> None:
        recorded(alex)
        file = alex.get("/export.json").data
        file["interviews"][0]["version"] = version

        assert "version" in {fault["field"] for fault in alex.post("/import/preview", file).data["rows"][0]["problems"]}


@pytest.mark.parametrize("field", ["company", "extension", "unknown", "half \ud800 a name"])
def test_half_a_character_in_a_row_refuses_that_row_alone(alex: Gateway, field: str) -> None:
    whole: dict[str, Any] = {"company": "Globex", "position": "Clerk", "interview_on": "2026-08-20"}

    reply = alex.post("/import", WITHOUT_IDS | {"interviews": [whole | {field: "\ud800"}, whole]})

    assert states(reply.data) == ["refused", "created"]
