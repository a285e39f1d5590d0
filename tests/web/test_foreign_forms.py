"""A multipart form is read whatever dialect its sender speaks: each writes the headers of a part in its own way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.request_errors import RequestError
from chalicelib.web.http.multipart import parse
from chalicelib.web.http.part_headers import LONGEST_HEAD
from tests.web.bad_input.refused import problem
from tests.web.gateway import Gateway

PARTS = "multipart/form-data; boundary=b"
CSV = 'company,position,interview_on,"What ""they"" say"\r\nAcme,Analyst,2026-08-03,x\r\n'
DISPOSITION = "Content-Disposition: form-data; "


def _part(head: bytes | str, content: bytes | str) -> bytes:
    parts = (
        part.encode() if isinstance(part, str) else part for part in ("--b\r\n", head, "\r\n\r\n", content, "\r\n")
    )
    return b"".join(parts)


def _form(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--b--\r\n"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Content-Type: text/plain; charset=utf-8\r\n" + DISPOSITION + "name=company", id=".NET, a token"),
        pytest.param(DISPOSITION + 'name="company"', id="browsers"),
        pytest.param("content-disposition:form-data;name=company", id="lower case, no spaces"),
        pytest.param('CONTENT-DISPOSITION: FORM-DATA; NAME = "company" ;', id="spaces around the sign"),
        pytest.param('Content-Disposition: form-data;\r\n\tname="company"', id="folded"),
        pytest.param(DISPOSITION + "name*=utf-8''comp%61ny", id="extended notation"),
        pytest.param(DISPOSITION + 'name="=?utf-8?B?Y29tcGFueQ==?="', id="encoded word"),
    ],
)
def test_a_part_has_its_name_in_every_notation(head: str) -> None:
    fields, _ = parse(_form(_part(head, "Acme")), "b")

    assert fields == [("company", "Acme")]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ('"column:a;b"', "column:a;b"),
        (r'"column:a\"b"', 'column:a"b'),
        ('"column:a%22b"', 'column:a"b'),
        ('"column:50% b"', "column:50% b"),
        ('"column:Работодатель"', "column:Работодатель"),
        ('"=?utf-8?Q?column:B=C3=BCro?="', "column:Büro"),
    ],
)
def test_a_name_with_signs_of_its_own_is_read_as_it_was_meant(name: str, meant: str) -> None:
    fields, _ = parse(_form(_part(f"{DISPOSITION}name={name}", "company")), "b")

    assert fields == [(meant, "company")]


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ("Content-Type: text/plain; charset=ISO-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n", "Süd".encode("cp1252")),
        ("Content-Type: text/plain; charset=windows-1251\r\n", None),
        ("Content-Transfer-Encoding: quoted-printable\r\n", b"S=C3=BCd"),
        ("Content-Transfer-Encoding: BASE64\r\n", b"U8O8\r\nZA==\r\n"),
        ('Content-Type: text/plain; charset="UTF8"\r\nContent-Transfer-Encoding: binary\r\n', "Süd".encode()),
    ],
)
def test_a_part_is_read_in_the_encoding_that_it_names(headers: str, content: bytes | None) -> None:
    raw = "Юг".encode("cp1251") if content is None else content

    fields, _ = parse(_form(_part(f"{headers}{DISPOSITION}name=company", raw)), "b")

    assert fields == [("company", "Юг" if content is None else "Süd")]


def test_net_s_form_records_an_interview_and_its_file_is_imported(alex: Gateway) -> None:
    sent = {"company": "Acme", "position": "Analyst", "interview_on": "2026-08-03"}
    form = _form(*(_part(f"{DISPOSITION}name={name}", text) for name, text in sent.items()))
    file = _part(f"Content-Type: text/csv\r\n{DISPOSITION}name=file; filename=a.csv; filename*=utf-8''a.csv", CSV)

    recorded = alex.send("POST", "/interviews", form, Content_Type='multipart/form-data; boundary="b"')
    previewed = alex.send("POST", "/import/preview", _form(file), Content_Type='multipart/form-data; boundary="b"')

    assert (recorded.status, recorded.data["company"]) == (201, "Acme")
    assert previewed.data["duplicate"] == 1


def test_a_column_with_quotes_in_its_header_can_be_chosen_in_a_browser(alex: Gateway) -> None:
    form = _form(
        _part(f'{DISPOSITION}name="text"', CSV),
        _part(f'{DISPOSITION}name="column:What %22they%22 say"', "notes"),
    )

    previewed = alex.send("POST", "/import/preview", form, Content_Type=PARTS)

    assert previewed.data["columns"]['What "they" say'] == "notes"


@pytest.mark.parametrize(
    ("head", "content", "field", "reason"),
    [
        (DISPOSITION + "name=", "x", "body", "is not multipart: a part has no name"),
        ("Content-Disposition: form-data", "x", "body", "is not multipart: a part has no name"),
        (DISPOSITION + 'name=""', "x", "body", "is not multipart: a part has no name"),
        (
            DISPOSITION + "name=company\r\nContent-Type: text/plain; charset=rot13",
            "x",
            "company",
            "is in a character set that is not known here",
        ),
        (
            DISPOSITION + "name=company\r\nContent-Transfer-Encoding: base64",
            "Acme & Co",
            "company",
            "is not what its encoding says",
        ),
        (
            DISPOSITION + "name=company; " + "x" * LONGEST_HEAD,
            "x",
            "body",
            "is not multipart: the headers of a part are longer than 2048 bytes",
        ),
    ],
)
def test_what_no_sender_means_is_refused(alex: Gateway, head: str, content: str, field: str, reason: str) -> None:
    reply = alex.send("POST", "/interviews", _form(_part(head, content)), Content_Type=PARTS)

    assert problem(reply) == (400, {field: reason})


UNREADABLE = [
    "name*=idna''%ff",
    "name*=punycode''%ff",
    "name*0*=utf-8''comp; name*=utf-8''any",
    "name*=ut\x00f''x",
    "name=company\r\nContent-Type: text/plain; charset*=ut\x00f''x",
]


@pytest.mark.parametrize("path", ["/interviews", "/sign-in"])
@pytest.mark.parametrize("head", UNREADABLE)
def test_headers_that_the_mail_parser_cannot_read_are_refused(alex: Gateway, path: str, head: str) -> None:
    reply = alex.send("POST", path, _form(_part(DISPOSITION + head, "x")), Content_Type=PARTS)

    assert reply.status == 400
    assert "is not multipart: the headers of a part cannot be read" in reply.text or path == "/sign-in"


def test_a_word_in_a_character_set_with_an_impossible_name_is_a_name_as_it_stands() -> None:
    fields, _ = parse(_form(_part(f'{DISPOSITION}name="=?é?q?a?="', "x")), "b")

    assert fields == [("=?é?q?a?=", "x")]


@pytest.mark.parametrize("name", ["utf-7''%2b2AA-", "unicode_escape''%5cud800", "utf-16-le''%00%d8"])
def test_a_name_with_half_a_character_is_refused_like_any_other(alex: Gateway, name: str) -> None:
    reply = alex.send("POST", "/interviews", _form(_part(f"{DISPOSITION}name*={name}", "x")), Content_Type=PARTS)

    assert reply.status in (400, 422)


@pytest.mark.parametrize("cut", range(1, 9))
def test_a_form_that_was_cut_on_its_way_is_refused_and_not_read_as_a_shorter_one(alex: Gateway, cut: int) -> None:
    whole = _form(*(_part(f"{DISPOSITION}name={name}", "x") for name in ("company", "position", "notes")))

    reply = alex.send("POST", "/interviews", whole[: -cut * 3], Content_Type=PARTS)

    assert reply.status == 400


_CODECS = ("idna", "punycode", "utf-7", "unicode_escape", "rot13", "ut\x00f", "é", "base64")
_NAMES = ("Content-Disposition:", "Content-Type:", "form-data", "name", "filename", "charset=", "utf-8", "a", "é")
_SIGNS = (";", "*", "0", "=", '"', "\\", "=?utf-8?B?", "?=", "''", "%", "\r\n", " ", "\x00", "\u202e")
_HEADS = st.lists(st.sampled_from((*_NAMES, *_SIGNS, *_CODECS)), max_size=30).map("".join)


@given(head=_HEADS, content=st.binary(max_size=20))
def test_whatever_the_headers_are_a_form_is_read_or_refused(head: str, content: bytes) -> None:
    try:
        fields, _ = parse(_form(_part(head, content)), "b", takes_file=True)
    except RequestError:
        return

    assert all(name for name, _ in fields)


_VALUES = st.builds(
    "{}{}'{}'{}".format,
    st.sampled_from(["name*=", "name*0*=", "name=", "filename*=", "charset*=", 'name="=?']),
    st.sampled_from(["", "utf-8", *_CODECS]) | st.text(max_size=5),
    st.text(max_size=2),
    st.sampled_from(["%ff", "x", "%5cud800", "%2b2AA-", '?q?a?="']) | st.text(max_size=5),
)


@given(
    values=st.lists(_VALUES, min_size=1, max_size=3),
    header=st.sampled_from(
        [DISPOSITION, "Content-Type: text/plain; ", f"{DISPOSITION}name=a\r\nContent-Type: text/plain; "]
    ),
)
def test_whatever_a_value_says_of_its_characters_it_is_read_or_refused(values: list[str], header: str) -> None:
    head = (header + "; ".join(values)).encode(errors="surrogatepass")
    try:
        fields, _ = parse(_form(_part(head, "x")), "b", takes_file=True)
    except RequestError:
        return

    assert all(name for name, _ in fields)
