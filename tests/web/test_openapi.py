"""``/openapi.json``: everything that is declared is described, and everything that is described is so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jsonschema_rs
import pytest
import schemathesis
from schemathesis.specs.openapi.definitions import OPENAPI_31

from chalicelib.schemas.validation import RequestSchema
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.body import JSON, MULTIPART, URLENCODED
from chalicelib.web.openapi.document import VERSION
from chalicelib.web.openapi.meanings import MEANINGS
from tests.web.description import DOCUMENT, OPERATIONS, Operation, misfits, resolved
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened

ROOT = Path(__file__).parents[2]
EACH = [pytest.param(operation, id=operation.name) for operation in OPERATIONS]


def bodies() -> Iterator[Any]:
    """Every example of a body, and as what it is sent."""
    for operation in OPERATIONS:
        for media, content in operation.content.items():
            for name, example in content.get("examples", {}).items():
                named = f"{operation.name}-{media.rpartition('/')[2]}-{name}"
                yield pytest.param(operation, media, example, id=named)


def queries() -> Iterator[Any]:
    """Every example of a query: those of its parameters that bear the same name."""
    for operation in OPERATIONS:
        given = {one["name"]: one.get("examples", {}) for one in operation.said.get("parameters", [])}
        for name in sorted({name for examples in given.values() for name in examples}):
            query = {parameter: examples[name]["value"] for parameter, examples in given.items() if name in examples}
            yield pytest.param(operation, query, id=f"{operation.name}-{name}")


def sent(gateway: Gateway, method: str, path: str, media: str, value: dict[str, Any]) -> Reply:
    """A body, sent as JSON or as one of the two kinds of forms."""
    if media == JSON:
        return gateway.send(method, path, json.dumps(value), Content_Type=media)
    texts = {name: str(one).lower() if isinstance(one, bool) else str(one) for name, one in value.items()}
    if media == URLENCODED:
        return gateway.send(method, path, urlencode(texts), Content_Type=media)
    parts = (f'--p\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in texts.items())
    body = ("".join(parts) + "--p--\r\n").encode()
    return gateway.send(method, path, body, Content_Type=f"{MULTIPART}; boundary=p")


@pytest.mark.parametrize("schema", MEANINGS, ids=lambda schema: schema.__name__)
def test_what_a_field_of_a_request_means_is_said_where_it_is_described(schema: type[RequestSchema]) -> None:
    text = json.dumps(DOCUMENT, ensure_ascii=False)

    assert MEANINGS[schema].keys() <= {*schema.__struct_fields__}
    assert [meaning for meaning in MEANINGS[schema].values() if f'"{meaning}."' not in text] == []


def test_schemas_have_the_names_that_clients_know_and_not_those_of_the_code() -> None:
    names = DOCUMENT["components"]["schemas"].keys()

    assert {"Interview", "Step", "Event", "Said", "SaidCause", "State"} <= names
    assert [name for name in names if name.endswith("Response")] == []


def test_every_route_that_is_declared_is_described(app: Afterword) -> None:
    described = {path: {method.upper() for method in methods} for path, methods in DOCUMENT["paths"].items()}

    assert {path: described.get(path) for path in app.routes} == {path: set(app.routes[path]) for path in app.routes}


@pytest.mark.parametrize("operation", EACH)
def test_enough_is_said_of_each(operation: Operation) -> None:
    parts = [one["name"] for one in operation.said.get("parameters", []) if one["in"] == "path"]

    assert operation.said["summary"]
    assert min(operation.statuses) < 400, "declare what it answers: routes.get(…, responses={200: …})"
    assert parts == re.findall(r"{(\w+)}", operation.path)
    for media in operation.content.keys() & {JSON, URLENCODED}:
        assert operation.content[media].get("examples"), "give at least one example in web/openapi/examples.py"


def test_it_is_openapi_3_1() -> None:
    faults = [error.message for error in jsonschema_rs.validator_for(OPENAPI_31).iter_errors(DOCUMENT)]

    assert faults == []
    assert len(list(schemathesis.openapi.from_dict(DOCUMENT).get_all_operations())) == len(OPERATIONS)
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() -> None:
    references = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(DOCUMENT)))

    assert all(resolved({"$ref": reference}) for reference in references)
    assert len({operation.name for operation in OPERATIONS}) == len(OPERATIONS)


def test_anybody_is_given_it_with_the_address_that_they_asked_at(anybody: Gateway) -> None:
    deployed = anybody.get("/openapi.json")
    local = anybody.get("/openapi.json", Host="localhost:8000", X_Forwarded_Proto="")
    odd = anybody.get("/openapi.json", Host="a b")

    assert deployed.data == DOCUMENT
    assert local.data["servers"] == [{"url": "http://localhost:8000/api"}]
    assert odd.data["servers"] == [{"url": "/api"}]


def test_its_version_is_the_project_s() -> None:
    assert f'\nversion = "{VERSION}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def with_own_contact(alex: Gateway, path: str, example: Any) -> Any:
    """The example; where it names a contact, the id of one that the record has."""
    if "contact" not in example:
        return example
    return example | {"contact": alex.get(path.removesuffix("/events")).data["contacts"][0]["id"]}


@pytest.mark.parametrize(("operation", "media", "example"), [*bodies()])
def test_every_example_is_taken(alex: Gateway, operation: Operation, media: str, example: dict[str, Any]) -> None:
    path = operation.path_for(alex)
    for event in example.get("x-after", []):
        happened(alex, path.split("/")[2], **event)

    reply = sent(alex, operation.method, path, media, with_own_contact(alex, path, example["value"]))

    assert (reply.status < 400, misfits(reply, operation)) == (True, []), reply.text


@pytest.mark.parametrize(("operation", "query"), [*queries()])
def test_every_example_of_a_query_is_taken(alex: Gateway, operation: Operation, query: dict[str, object]) -> None:
    reply = alex.send(operation.method, f"{operation.path_for(alex)}?{urlencode(query)}")

    assert (reply.status < 300, misfits(reply, operation)) == (True, []), reply.text
