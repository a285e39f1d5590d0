"""Odd, slow and broken clients, written to the socket by hand."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from tests.infra.local_server import LocalServer, an_interview

NOW = "2026-08-03T18:00:00+02:00"


@contextmanager
def connected(local: LocalServer) -> Iterator[socket.socket]:
    """A connection of our own."""
    with socket.create_connection(("127.0.0.1", local.port), timeout=10) as connection:
        yield connection


def said_to(local: LocalServer, *pieces: str) -> tuple[str, str]:
    """Send this, and nothing more; the head and the body of all that comes back until the server hangs up."""
    with connected(local) as connection:
        for piece in pieces:
            connection.sendall(piece.encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode("latin-1")
    head, _, body = answer.partition("\r\n\r\n")
    return head, body


def posting(local: LocalServer, *headers: str) -> str:
    """The head of a POST of an interview."""
    lines = [
        "POST /interviews HTTP/1.1",
        f"Host: 127.0.0.1:{local.port}",
        f"Authorization: Bearer {local.token}",
        f"X-Local-Now: {NOW}",
        "Content-Type: application/json",
        *headers,
    ]
    return "\r\n".join(lines) + "\r\n\r\n"


def test_a_client_that_says_nothing_keeps_nobody_waiting(local: LocalServer) -> None:
    with connected(local), connected(local) as halfway:
        halfway.sendall(posting(local, "Content-Length: 1000").encode() + b'{"company": "Ac')

        assert local.ask("GET", "/health").status == 200


def test_a_connection_serves_one_request_after_the_other(local: LocalServer) -> None:
    request = "HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n"

    head, body = said_to(local, request, request.replace("HEAD", "GET"))

    assert head.startswith("HTTP/1.1 200")
    assert body.startswith("HTTP/1.1 200"), "HEAD has sent a body"


def test_a_body_in_chunks_is_put_together(local: LocalServer) -> None:
    body = json.dumps(an_interview(company="Piecemeal"))
    chunks = "".join(f"{len(part):x};note\r\n{part}\r\n" for part in (body[:10], body[10:])) + "0\r\nTrailer: x\r\n\r\n"

    head, answer = said_to(local, posting(local, "Transfer-Encoding: chunked"), chunks)

    assert head.startswith("HTTP/1.1 201")
    assert json.loads(answer)["company"] == "Piecemeal"


def test_a_length_that_makes_no_sense_is_refused(local: LocalServer) -> None:
    for headers in (
        ["Content-Length: -1"],
        ["Content-Length: ten"],
        ["Content-Length: 2", "Content-Length: 3"],
        ["Content-Length: 2", "Transfer-Encoding: chunked"],
    ):
        head, body = said_to(local, posting(local, *headers), "{}")

        assert head.startswith("HTTP/1.1 400")
        assert json.loads(body)["problems"][0]["field"] == "Content-Length"


def test_a_transfer_coding_that_cannot_be_read_is_refused(local: LocalServer) -> None:
    for coding, body in (("gzip", ""), ("chunked", "ten\r\n")):
        head, answer = said_to(local, posting(local, f"Transfer-Encoding: {coding}"), body)

        assert head.startswith("HTTP/1.1 400")
        assert json.loads(answer)["problems"][0]["field"] == "Transfer-Encoding"


def test_a_body_beyond_all_measure_is_refused_and_its_sender_hears_it(local: LocalServer) -> None:
    reply = local.ask("POST", "/interviews", body=b" " * 7_000_000)
    head, _ = said_to(local, posting(local, "Content-Length: 7000000", "Expect: 100-continue"))

    assert reply.status == 413
    assert reply.json["problems"][0]["field"] == "body"
    assert head.startswith("HTTP/1.1 413")


def test_a_client_that_leaves_in_the_middle_changes_nothing(local: LocalServer) -> None:
    head, _ = said_to(local, posting(local, "Content-Length: 1000"), json.dumps(an_interview(company="Half")))

    assert head == ""
    assert "Half" not in {one["company"] for one in local.ask("GET", "/interviews", now=NOW).json["items"]}


def test_what_is_no_http_at_all_gets_a_problem(local: LocalServer) -> None:
    for lines, status in (
        ("GET / HTTP/1.1 and more\r\n\r\n", 400),
        ("GET / HTTP/9.9\r\n\r\n", 400),
        (f"GET /{'a' * 70000} HTTP/1.1\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\n" + "X: y\r\n" * 200 + "\r\n", 431),
    ):
        head, body = said_to(local, lines)

        assert head.startswith(f"HTTP/1.1 {status}")
        assert "application/problem+json" in head
        assert json.loads(body)["status"] == status


def test_an_address_may_be_absolute_and_hold_anything(local: LocalServer) -> None:
    for path, status in (
        ("http://localhost/health", 200),
        ("/health?x=%FF%00&x=;;==#here", 200),
        ("/\x01\x7f\xe4%", 404),
        ("*", 404),
    ):
        head, _ = said_to(local, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")

        assert head.startswith(f"HTTP/1.1 {status}"), path


def test_a_header_folded_over_two_lines_stays_one_header(local: LocalServer) -> None:
    head, body = said_to(
        local, "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Local-Now: never\r\n  Set-Cookie: a=b\r\n\r\n"
    )

    assert head.startswith("HTTP/1.1 400")
    assert "Set-Cookie" not in head
    assert json.loads(body)["problems"][0]["field"] == "X-Local-Now"


def test_an_address_that_is_none_is_a_page_for_a_browser_and_a_problem_for_all_others(local: LocalServer) -> None:
    page = local.ask("GET", "/nonsense", headers={"Accept": "text/html"})
    problem = local.ask("GET", "/nonsense/and/more")

    assert (page.status, problem.status) == (404, 404)
    assert b"<h1>Not there</h1>" in page.body
    assert problem.json["detail"] == "There is nothing at this address."
