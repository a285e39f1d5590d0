"""What is long takes no longer than its length: limits come before the work whose time is the square of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.csv_reader import _unique
from chalicelib.exchange.uploads import Upload, parse_upload
from chalicelib.playbook.event import EventKind
from chalicelib.request_errors import Invalid
from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.owner_fields import OwnerFields
from chalicelib.schemas.text_values import FormText
from chalicelib.schemas.validation import RequestSchema
from chalicelib.schemas.written_days import plain
from chalicelib.web.http.multipart import parse
from tests.growth import grows_like_its_length
from tests.web.exchange.given import HEAD

TODAY, NOW = date(2026, 8, 3), datetime(2026, 8, 3, tzinfo=UTC)
LONGEST = 40_000


def _marks(most: int) -> str:
    """NFC sorts the marks of one letter, one by one."""
    return "e" + "\u0301" * (most // 4) + "\u0323" * (most // 4)


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda most: piece * (most // len(piece))


TEXTS = [_marks, *map(_repeated, ("\u200b", " ", "a.", "1/", "@", "["))]
FIELDS = [
    (schema, name)
    for schema in (InterviewFields, EventFields, OwnerFields)
    for name in schema.__struct_fields__
    if name not in ("contacts", "digest_days")
]


@pytest.mark.parametrize(("schema", "name"), FIELDS, ids=str)
def test_a_field_of_any_length_is_refused_at_once(schema: type[RequestSchema], name: str) -> None:
    others: dict[str, object] = {"company": "A", "position": "B", "interview_on": "2026-08-03", "kind": EventKind.NOTE}
    known = {field: value for field, value in others.items() if field in schema.__struct_fields__}

    def read(text: Callable[[int], str], most: int) -> None:
        schema.read(known | {name: FormText(f"x{text(most)}x")})

    for text in TEXTS:
        assert grows_like_its_length(partial(read, text), LONGEST)


@pytest.mark.parametrize("text", TEXTS)
def test_what_may_be_a_day_is_looked_at_at_once(text: Callable[[int], str]) -> None:
    assert grows_like_its_length(lambda most: plain(f"3{text(most)}"), LONGEST)


@pytest.mark.parametrize("text", ["e" + "\u0301" * 31, "ok " + "\u0301\u0323" * 16])
def test_more_marks_on_a_letter_than_any_script_has_are_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        InterviewFields.read({"company": text, "position": "B", "interview_on": "2026-08-03"})

    assert [fault.reason for fault in refused.value.faults] == ["holds more than {most} marks on one letter"]


@pytest.mark.parametrize("text", ["e" + "\u0301" * 30, "Zu\u0308rich", "Ấ\u0301", "שָׁלוֹם"])
def test_the_marks_of_any_script_are_taken(text: str) -> None:
    assert InterviewFields.read({"company": text, "position": "B", "interview_on": "2026-08-03"}).company


def _numbered_already(most: int) -> str:
    return "".join(f",x ({number})" for number in range(most // 2)) + ",x" * (most // 2)


@pytest.mark.parametrize(
    "wide",
    [
        pytest.param(_repeated(","), id="empty"),
        pytest.param(lambda most: ",x" * most, id="the same"),
        pytest.param(_numbered_already, id="numbered already"),
        pytest.param(lambda most: f",{_marks(10 * most)}", id="marks"),
        pytest.param(lambda most: f",{'_' * 6 * most}", id="no letters"),
    ],
)
def test_a_table_of_any_width_is_read_at_once(wide: Callable[[int], str]) -> None:
    def read(most: int, *, choosing: bool) -> None:
        table = f"{HEAD}{wide(most)}\nAcme,Analyst,2026-08-03\n".encode()
        columns = {f"x{number}": None for number in range(most)} if choosing else {}
        parse_upload(Upload(csv=table, columns=columns), TODAY, NOW, UTC)

    assert grows_like_its_length(partial(read, choosing=False), 16_381)
    assert grows_like_its_length(partial(read, choosing=True), 16_381)


@pytest.mark.parametrize("piece", [b";", b'"', b"; a=", b'; a="', b"\r\n ", b"=?", b"name*0*=a;", b"\\"])
def test_the_headers_of_a_form_s_part_are_read_at_once(piece: bytes) -> None:
    def head(most: int) -> bytes:
        return b"Content-Disposition: form-data; name=a" + piece * (most // len(piece))

    assert grows_like_its_length(lambda most: parse(b"--b\r\n" + head(most) + b"\r\n\r\nx\r\n--b--\r\n", "b"), 300_000)
    parts = b"--b\r\n" + head(2_000) + b"\r\n\r\nx\r\n"
    assert grows_like_its_length(lambda most: parse(parts * most + b"--b--\r\n", "b"), 96)


@given(headers=st.lists(st.sampled_from(["", "a", "a (2)", "a (2) (2)", " a", "#1", "#2", "b"]), max_size=12))
def test_each_column_has_a_name_of_its_own(headers: list[str]) -> None:
    assert len(set(_unique(tuple(headers)))) == len(headers)
