"""Records made of anything at all: what is taken can be read, shown and said, as a text like any other.

Requests made of anything at all are those of ``proofs/faults/requests``.
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.schemas.interview_fields import InterviewFields
from tests.web.gateway import STAGE, Gateway
from tests.web.given import ACME, recorded

# The records of one example are there for the next: what is asked of each answer does not depend on them.
made_up = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

FIELDS = [
    "kind",
    "result",
    "on",
    "until",
    "token",
    "contacts",
    "time_zone",
    "country",
    *InterviewFields.__struct_fields__,
]
anything = (
    st.text()
    | st.text(st.characters(codec=None))
    | st.sampled_from(["\ud800", "\x00", "=?utf-8?q?=0d=0aBcc:x?=", "{{7*7}}"])
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | anything | st.dates().map(str)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3))
objects = st.dictionaries(st.sampled_from(FIELDS) | anything, values, max_size=8)


@made_up
@given(changes=objects)
def test_what_is_taken_can_be_read_shown_and_said(alex: Gateway, changes: dict[str, Any]) -> None:
    reply = alex.post("/interviews", ACME | changes)

    if reply.status == 201:
        path = reply.headers["Location"].removeprefix(STAGE)
        shown = [
            alex.get(path),
            alex.get(f"{path}/plan"),
            alex.get(f"{path}/drafts"),
            alex.get(f"{path}/drafts/status_letter.eml"),
        ]
        assert [one.status for one in shown] == [200] * 4
        assert shown[0].data["company"] == shown[0].data["company"].strip() != ""
        alex.delete(path)
    else:
        assert reply.status == 422
        assert reply.data["problems"]
    assert alex.get("/digest").status == alex.get("/agenda").status == 200


text_for_a_record = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60).filter(
    str.strip
)


@made_up
@given(company=text_for_a_record, notes=text_for_a_record, name=text_for_a_record)
def test_any_text_that_is_taken_is_shown_as_text(alex: Gateway, company: str, notes: str, name: str) -> None:
    reply = alex.post("/interviews", {**ACME, "company": company, "notes": notes, "contact_name": name})

    if reply.status == 201:
        path = reply.headers["Location"].removeprefix(STAGE)
        assert alex.get(f"{path}/drafts").status == alex.get("/digest").status == 200
        assert alex.get(f"{path}/drafts/thank_you_letter.eml").status == 200
        alex.delete(path)
    else:
        assert set(reply.faults) <= {"company", "notes", "contact_name"}


def test_markup_is_text_like_any_other(alex: Gateway) -> None:
    record = recorded(alex, company="<script>alert(1)</script>", position="=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}")

    assert record["company"] == "<script>alert(1)</script>"
    assert record["position"] == "=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}"
    assert alex.get(f"/interviews/{record['id']}/drafts").status == 200
    assert "<script>" not in alex.get("/digest").text
