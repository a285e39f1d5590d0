"""What anybody may see: ``/`` and ``/health``."""

from __future__ import annotations

import html
import re
import shlex
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.records.digest_claims import Digests
from chalicelib.records.owners import Owners
from tests.factories import THAT_EVENING
from tests.web.gateway import Gateway
from tests.web.given import recorded


def test_the_commands_of_the_front_page_do_what_they_say(alex: Gateway, anybody: Gateway) -> None:
    page = anybody.get("/")
    commands = [
        shlex.split(html.unescape(text).replace("\\\n", ""))
        for text in re.findall(r"<pre[^>]*>(curl.*?)</pre>", page.text, re.DOTALL)
    ]
    as_json, as_form = commands[0], commands[1]

    by_json = alex.send("POST", "/interviews", as_json[-1])
    by_form = alex.post_form(
        "/interviews", dict(pair.split("=") for pair in as_form[as_form.index("-d") :] if pair != "-d")
    )

    assert all(command[2].startswith("https://afterword.example/api/") for command in commands)
    assert (by_json.status, by_json.data["contacts"][0]["phone"]) == (201, "+49 30 23125 021")
    assert (by_form.status, by_form.data["contacts"][0]["name"]) == (201, "Kim Moss")
    assert by_form.data["interview_on"] == "2026-08-03"


def test_the_local_address_is_plain_and_has_its_token_in_a_file(anybody: Gateway) -> None:
    reply = anybody.get("/", Host="127.0.0.1:8000", X_Forwarded_Proto="")

    assert "http://127.0.0.1:8000/api/interviews" in reply.text
    assert ".local/token" in reply.text


@pytest.mark.parametrize(
    "host", ['evil"><script>', "a b", "x;rm -rf /", "$(id)", "a@b", "a/b", "", "[::1", "ho\nst", "`id`"]
)
def test_a_host_of_odd_characters_is_not_repeated(anybody: Gateway, host: str) -> None:
    reply = anybody.get("/", Host=host)

    assert reply.status == 200
    assert "https://your-address/interviews" in reply.text
    assert not host or host not in reply.text


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(anybody: Gateway) -> None:
    reply = anybody.get("/")

    assert reply.headers["Content-Security-Policy"] == (
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "style-src 'self'; script-src 'self'; "
        "manifest-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'"
    )
    assert re.findall(r"<(?:script|style)[^>]*>", reply.text) == ['<script src="/api/app.js" defer>']
    assert "style=" not in reply.text


@pytest.mark.parametrize(("path", "kind"), [("/style.css", "text/css"), ("/app.js", "text/javascript")])
def test_style_and_script_are_ours_and_may_be_kept_for_a_while(anybody: Gateway, path: str, kind: str) -> None:
    reply = anybody.get(path)

    assert (reply.status, reply.headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    assert reply.headers["Cache-Control"] == "public, max-age=3600"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_only_an_id_is_taken_for_something_recorded(anybody: Gateway) -> None:
    assert "Recorded." not in anybody.get("/?recorded=%3Cscript%3E").text
    assert "Recorded." in anybody.get("/?recorded=01K1S0M3000000000000000001").text


def test_health_tells_of_the_last_digest_and_of_nobody(alex: Gateway, anybody: Gateway, digests: Digests) -> None:
    recorded(alex)
    before = anybody.get("/health").data
    claim = digests.claim("alex", date(2026, 8, 3), THAT_EVENING, timedelta(minutes=15))
    assert claim is not None
    digests.mark_sent(claim, "message-1", THAT_EVENING)

    after = anybody.get("/health")

    assert before == {"status": "ok", "last_digest": None, "digest_problem": None, "digest_seen_at": None}
    assert after.data == {
        "status": "ok",
        "last_digest": {"on": "2026-08-03", "state": "sent", "at": "2026-08-03T16:00:00Z"},
        "digest_problem": None,
        "digest_seen_at": None,
    }


def test_health_says_why_no_digest_arrives(alex: Gateway, anybody: Gateway, owners: Owners) -> None:
    account = owners.get("alex")
    assert account is not None
    owners.save(replace(account, digest_problem="bounced"))

    assert anybody.get("/health").data["digest_problem"] == "bounced"
