"""The local server's contract, over HTTP."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

from tests.infra.local_server import LocalServer

MONDAY_EVENING = "2026-08-03T18:00:00+02:00"
TUESDAY_MORNING = "2026-08-04T09:00:00+02:00"
NEXT_MONDAY = "2026-08-10T09:00:00+02:00"


def test_the_token_is_for_its_owner_s_eyes_only(local: LocalServer) -> None:
    mode = (local.folder / "token").stat().st_mode

    assert stat.S_IMODE(mode) == 0o600


def test_the_local_owner_lives_in_berlin_and_is_called_alex_example(local: LocalServer) -> None:
    owner = local.ask("GET", "/owner").json

    assert (owner["name"], owner["country"], owner["time_zone"], owner["language"]) == (
        "Alex Example",
        "DE",
        "Europe/Berlin",
        "en",
    )
    assert owner["phone"]
    assert owner["email"]


def test_the_time_is_what_each_request_says_back_and_forth(local: LocalServer) -> None:
    interview_id = local.record(now=MONDAY_EVENING, company="Timely")["id"]

    kinds = [
        local.ask("GET", f"/interviews/{interview_id}", now=now).json["next_step"]["kind"]
        for now in (TUESDAY_MORNING, NEXT_MONDAY, TUESDAY_MORNING)
    ]

    assert kinds == ["thank_you_letter", "status_call", "thank_you_letter"]


def test_a_time_that_cannot_be_read_is_refused_by_the_header_s_name(local: LocalServer) -> None:
    for now in ("", "tomorrow", "2026-08-03", "2026-08-03T18:00:00", "0001-01-01T00:00:00+14:00"):
        for path in ("/health", "/outbox", "/no/such/address"):
            reply = local.ask("GET", path, now=now)

            assert reply.status == 400
            assert reply.headers["content-type"] == "application/problem+json"
            assert reply.json["problems"][0]["field"] == "X-Local-Now"


def test_an_address_that_is_not_there_gets_a_problem(local: LocalServer) -> None:
    for path in ("/nowhere", "/interviews/a/b/c", "/_local/nothing", "/_local/outbox/999999.eml", "/outbox/0"):
        reply = local.ask("GET", path)

        assert (reply.status, reply.headers["content-type"]) == (404, "application/problem+json")
        assert reply.json["status"] == 404


def test_a_method_that_an_address_does_not_know_gets_a_problem_that_names_the_others(local: LocalServer) -> None:
    for method, path, allowed in (
        ("DELETE", "/health", "GET, HEAD"),
        ("BREW", "/health", "GET, HEAD"),
        ("GET", "/_local/tick", "POST"),
        ("POST", "/outbox", "GET, HEAD"),
    ):
        reply = local.ask(method, path)

        assert (reply.status, reply.headers["content-type"]) == (405, "application/problem+json")
        assert reply.headers["allow"] == allowed


def test_head_sends_no_body(local: LocalServer) -> None:
    for path in ("/health", "/outbox", "/_local/outbox", "/nowhere"):
        assert local.ask("HEAD", path).body == b""


def test_requests_at_the_same_time_are_all_answered(local: LocalServer) -> None:
    companies = [f"Crowd {number}" for number in range(6)]

    with ThreadPoolExecutor(len(companies)) as crowd:
        recorded = list(crowd.map(lambda name: local.record(now=MONDAY_EVENING, company=name), companies))

    assert [one["company"] for one in recorded] == companies
    assert len({one["id"] for one in recorded}) == len(companies)


def test_a_form_and_a_file_upload_reach_the_app_as_they_were_sent(local: LocalServer) -> None:
    form = local.ask(
        "POST",
        "/interviews",
        body="company=Søn+%26+Co&position=Clerk&interview_on=2026-08-03".encode(),
        now=MONDAY_EVENING,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    parts = "".join(
        f'--line\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("company", "Müller"), ("position", "Clerk"), ("interview_on", "2026-08-03"))
    )
    upload = local.ask(
        "POST",
        "/interviews",
        body=f"{parts}--line--\r\n".encode(),
        now=MONDAY_EVENING,
        headers={"content-type": "multipart/form-data; boundary=line"},
    )

    assert (form.status, form.json["company"]) == (201, "Søn & Co")
    assert (upload.status, upload.json["company"]) == (201, "Müller")


def test_what_is_not_utf_8_arrives_as_api_gateway_hands_it_over_whole_only_where_it_is_declared(
    local: LocalServer,
) -> None:
    sent = b'{"company": "M\xfcller", "position": "Clerk", "interview_on": "2026-08-03"}'
    token = {"X-API-Key": local.token}
    mangled = local.ask("POST", "/interviews", body=sent, headers={"Content-Type": "application/json", **token})
    letter = "Wir laden Sie zum Vorstellungsgespräch am 12. August 2099 um 15 Uhr ein. Ort: Bäckerstraße 5, Köln"
    whole = local.ask("POST", "/capture", body=letter.encode("cp1252"), headers={"Content-Type": "text/plain", **token})

    assert mangled.json["company"] == "M\N{REPLACEMENT CHARACTER}ller"
    assert "Bäckerstraße 5" in whole.json["fields"]["place"]["value"]


def test_the_log_has_a_line_for_each_request_and_no_secret_in_it(local: LocalServer) -> None:
    local.ask("GET", "/interviews?status=secret-query", headers={"X-API-Key": local.token})
    local.ask("GET", "/calendar/local.secret-in-the-path.ics")
    local.ask("GET", "/act/secret-in-the-path")

    log = local.log.read_text()

    assert "GET /interviews 4" in log
    assert "GET /calendar/... " in log
    assert "GET /act/... " in log
    assert "secret" not in log
    assert local.token not in log


def test_a_tick_at_an_earlier_time_than_the_last_one_serves_that_day_as_well(local: LocalServer) -> None:
    local.record(now=MONDAY_EVENING, company="Back and Forth")

    days = [local.tick(f"{day}T09:00:00+02:00")["sent"][0]["on"] for day in ("2026-09-14", "2026-09-11", "2026-08-10")]

    assert days == ["2026-09-14", "2026-09-11", "2026-08-10"]
