"""What this release writes (``facts_in_one_map.json``) is read and written by it, and by those that come."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from infra.deploy.typed_json import TypedItem, value_of
from tests.moto_table import TABLE
from tests.records.first_release import ALEX, ALL_OF_THIS_RELEASE, FACTS_IN_ONE_MAP, NOW, OPEN

NEW_WITH_EACH_WRITE = {"version", "written_as", "next_step", "next_due_on"}


@pytest.fixture
def frozen(table: None) -> dict[str, TypedItem]:
    """The items of alex, in the table."""
    items = [value_of(json.dumps(item).encode()) for item in json.loads(FACTS_IN_ONE_MAP.read_text())]
    for item in items:
        connection().client.put_item(TableName=TABLE, Item=item)
    return {item["item_id"]["S"]: item for item in items}


def stored(item_id: str) -> TypedItem:
    key = {"owner_id": {"S": ALEX.owner.id}, "item_id": {"S": item_id}}
    item: TypedItem = connection().client.get_item(TableName=TABLE, Key=key, ConsistentRead=True)["Item"]
    return item


def kept_in(item: TypedItem) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in NEW_WITH_EACH_WRITE}


@pytest.mark.parametrize("interview", ALL_OF_THIS_RELEASE, ids=lambda interview: interview.company)
@pytest.mark.usefixtures("frozen")
def test_a_record_is_read(interviews: Interviews, interview: Interview) -> None:
    assert interviews.get("alex", interview.id) == interview


@pytest.mark.parametrize("interview", ALL_OF_THIS_RELEASE, ids=lambda interview: interview.company)
def test_a_record_is_written_as_it_was(
    frozen: dict[str, TypedItem], interviews: Interviews, interview: Interview
) -> None:
    saved = interviews.save(ALEX.owner, interviews.get("alex", interview.id), NOW).interview

    item_id = f"INTERVIEW#{interview.id}"
    assert saved == replace(interview, version=interview.version + 1)
    assert kept_in(stored(item_id)) == kept_in(frozen[item_id])


@pytest.mark.usefixtures("frozen")
def test_the_open_records_and_the_owner_are_read(interviews: Interviews, owners: Owners) -> None:
    assert {one.id for one in interviews.open("alex")} == OPEN
    assert owners.get("alex") == ALEX
