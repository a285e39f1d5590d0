"""``/docs``: the same as ``/openapi.json``, to be read, with commands that work."""

from __future__ import annotations

import html
import json
import re
import shlex
from argparse import ArgumentParser
from typing import Any

import pytest

from chalicelib.web.openapi.examples import HAPPENED
from tests.web.description import DOCUMENT, OPERATIONS
from tests.web.gateway import STAGE, Gateway, Reply
from tests.web.given import happened, recorded

COMMAND = re.compile(r"<pre[^>]*>(curl.*?)</pre>", re.DOTALL)
CURL = ArgumentParser()
CURL.add_argument("address")
CURL.add_argument("-X", dest="method")
CURL.add_argument("-H", dest="headers", action="append", default=[])
CURL.add_argument("-d", dest="body")
CURL.add_argument("--data-urlencode", dest="fields", action="append", default=[])
# What wants a file or a secret of its own, or makes an end of the token that the others need.
A_CONTACT = "4f7a09c2d1"  # of the examples
# What has to have happened before an example of an event, by its body.
AFTER = {json.dumps(dict(example.sent)): example.after for example in HAPPENED.values() if example.after}
NOT_BY_THEMSELVES = ("/act/", "/read/", "/settle/", "/calendar/", "/import", "/settings/token", "/sign-")


@pytest.fixture
def page(anybody: Gateway) -> Reply:
    """The page, as anybody gets it."""
    return anybody.get("/docs")


def commands(page: Reply) -> list[Any]:
    """The commands of the page, as curl understands them."""
    texts = [html.unescape(text).replace("\\\n", "") for text in COMMAND.findall(page.text)]
    return [CURL.parse_args(shlex.split(text)[2:]) for text in texts]


def sent_by(command: Any, gateway: Gateway, record: dict[str, Any]) -> Reply:
    """What curl would get, with the variables filled in."""
    path = command.address.removeprefix(f"https://afterword.example{STAGE}")
    path = path.replace("$ID", record["id"]).replace("$KIND", "status_letter")
    path = path.replace("$EVENT_ID", record["events"][-1]["id"]).replace("$CONTACT_ID", record["contacts"][0]["id"])
    headers = {name.replace("-", "_"): value for name, _, value in (one.partition(": ") for one in command.headers)}
    headers.pop("Authorization", None)  # the gateway of the tests has a token already
    if command.fields:
        headers["Content_Type"] = "application/x-www-form-urlencoded"
    body = "&".join(command.fields) or command.body
    return gateway.send(command.method or ("POST" if body else "GET"), path, body, **headers)


def test_every_operation_is_on_the_page_folded_up_behind_its_line(page: Reply) -> None:
    for operation in OPERATIONS:
        if operation.method != "HEAD":
            assert f'id="{operation.name}"' in page.text
            assert f" {operation.path}</code></h3>" in page.text


def test_every_field_and_every_type_is_on_the_page(page: Reply) -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if not name.endswith(("Form", "Change")):
            assert f'id="type-{name}"' in page.text
            for field in schema.get("properties", {}):
                assert f"<code>{field}</code>" in page.text


def test_every_anchor_leads_somewhere_and_no_name_is_given_twice(page: Reply) -> None:
    names = re.findall(r'\bid="([^"]+)"', page.text)
    anchors = re.findall(r'href="#([^"]+)"', page.text)

    assert set(anchors) <= set(names)
    assert len(names) == len(set(names))


def test_it_needs_nothing_from_elsewhere_and_links_under_the_stage(page: Reply) -> None:
    links = re.findall(r'(?:href|src)="([^"#][^"]*)"', page.text)

    assert f"{STAGE}/openapi.json" in links
    assert all(link.startswith(f"{STAGE}/") for link in links)
    assert "style=" not in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_its_commands_do_what_they_say(alex: Gateway, page: Reply) -> None:
    said = [one for one in commands(page) if not any(part in one.address for part in NOT_BY_THEMSELVES)]

    replies: list[tuple[str, str | None, int]] = []
    for command in said:
        made = recorded(alex, company=f"Acme {len(replies)}", contacts=[{"name": "Dana Winter"}])
        command.body = command.body and command.body.replace(A_CONTACT, made["contacts"][0]["id"])
        for event in AFTER.get(command.body and json.dumps(json.loads(command.body)), ({"kind": "note"},)):
            made = happened(alex, made["id"], **event)
        replies.append((command.address, command.body, sent_by(command, alex, made).status))

    assert len(replies) > 50
    assert [reply for reply in replies if reply[2] >= 400] == []


def test_its_words_are_the_visitor_s_and_technical_names_stay(anybody: Gateway) -> None:
    page = anybody.get("/docs", Accept_Language="ru")

    assert '<html lang="ru">' in page.text
    assert "Типы" in page.text
    assert '<span class="small" lang="en">Record an interview' in page.text
    assert "<code>interview_on</code>" in page.text
