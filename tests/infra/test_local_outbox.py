"""The tick by hand, and what it leaves in the outbox: as data, byte for byte, and as pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from tests.infra.local_server import LocalServer

MONDAY_EVENING = "2026-08-03T18:00:00+02:00"
TUESDAY_MORNING = "2026-08-04T09:00:00+02:00"


@dataclass(frozen=True)
class Morning:
    """A server on which one interview was recorded, and what the next morning's tick said."""

    server: LocalServer
    report: Any


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Morning]:
    """Its order matters, so the server is this module's own."""
    server = LocalServer(tmp_path_factory.mktemp("outbox") / "state")
    server.begin()
    server.record(now=MONDAY_EVENING, company="Müller & <Co>")
    assert server.outbox() == []
    yield Morning(server, server.tick(TUESDAY_MORNING))
    server.end()


def test_the_tick_says_what_it_sent(morning: Morning) -> None:
    (sent,) = morning.report["sent"]

    assert morning.report["skipped"] == []
    assert (sent["owner_id"], sent["on"]) == ("local", "2026-08-04")
    assert sent["message_id"]


def test_a_second_tick_sends_nothing_and_says_until_when(morning: Morning) -> None:
    report = morning.server.tick("2026-08-04T09:30:00+02:00")

    assert report == {
        "sent": [],
        "skipped": [{"owner_id": "local", "reason": "not due before 2026-08-05T08:00:00+02:00"}],
    }
    assert len(morning.server.outbox()) == 1


def test_the_outbox_lists_a_mail_with_its_subject_decoded(morning: Morning) -> None:
    (mail,) = morning.server.outbox()

    assert mail["to"] == "alex@example.com"
    assert "Müller & <Co>" in mail["subject"]
    assert mail["subject"] == morning.report["sent"][0]["subject"]
    assert mail["sent_at"] == TUESDAY_MORNING


def test_a_mail_is_kept_as_it_was_sent(morning: Morning) -> None:
    reply = morning.server.ask("GET", "/_local/outbox/1.eml")

    message = message_from_bytes(reply.body, policy=default)
    assert reply.headers["content-type"] == "message/rfc822"
    assert b"\r\n" in reply.body
    assert message["To"] == "Alex Example <alex@example.com>"
    assert {part.get_content_type() for part in message.walk()} >= {"text/plain", "text/html"}


def test_the_outbox_can_be_read_as_pages(morning: Morning) -> None:
    listed = morning.server.ask("GET", "/outbox").body.decode()
    read = morning.server.ask("GET", "/outbox/1").body.decode()
    text = morning.server.ask("GET", "/outbox/1?as=text").body.decode()
    source = morning.server.ask("GET", "/outbox/1?as=source").body.decode()

    assert 'href="/outbox/1"' in listed
    for page in (listed, read):
        assert "Müller &amp; &lt;Co&gt;" in page
        assert "<Co>" not in page
    assert "<iframe" in read
    assert "Dear Dana Winter" in text
    assert "MIME-Version: 1.0" in source


def test_the_mail_s_html_is_shut_into_a_sandbox_and_its_links_open_beside_it(morning: Morning) -> None:
    frame = morning.server.ask("GET", "/outbox/1/frame")

    policy = frame.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy
    assert b'<base target="_blank">' in frame.body


def test_an_attached_letter_can_be_read_on_the_page_and_downloaded_as_it_is(morning: Morning) -> None:
    page = morning.server.ask("GET", "/outbox/1").body.decode()
    (address,) = re.findall(r'href="(/outbox/1/attachments/\d+)"', page)
    mail = message_from_bytes(morning.server.ask("GET", "/_local/outbox/1.eml").body, policy=default)
    (attached,) = mail.iter_attachments()

    letter = morning.server.ask("GET", address)

    assert letter.body == attached.get_payload(decode=True)
    assert letter.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert "dana.winter@acme.example" in page
    assert "a draft, not sent" in page
    assert morning.server.ask("GET", "/outbox/1/attachments/9").status == 404


def test_a_page_elsewhere_cannot_look_in_or_tick(morning: Morning) -> None:
    by_another_name = morning.server.ask("GET", "/_local/outbox", headers={"Host": "rebound.example"})
    from_another_page = morning.server.ask("POST", "/_local/tick", headers={"Sec-Fetch-Site": "cross-site"})

    assert (by_another_name.status, from_another_page.status) == (403, 403)
