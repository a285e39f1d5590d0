"""``/interviews/{id}/drafts``."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


def test_each_kind_of_step_to_come_has_its_draft_once_the_next_first(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts"

    drafts = alex.get(path).data["items"]

    kinds = [draft["kind"] for draft in drafts]
    assert kinds[0] == "thank_you_letter"
    assert len(kinds) == len(set(kinds))
    assert {"status_call", "status_letter", "receipt_call", "follow_up_call", "closing_contact"} <= set(kinds)
    assert drafts[0]["eml"] == f"/api{path}/thank_you_letter.eml"
    assert drafts[0]["mailto"].startswith("mailto:dana.winter@acme.example?")


def test_a_draft_to_come_is_written_for_its_day_and_one_asked_for_now_for_today(alex: Gateway) -> None:
    promised = recorded(alex, answer_expected_on="2026-08-14", answer_channel="phone")
    path = f"/interviews/{promised['id']}/drafts"

    ahead = next(draft for draft in alex.get(path).data["items"] if draft["kind"] == "status_letter")
    now = alex.get(f"{path}/status_letter").data

    assert "you would call by Friday 14 August" in ahead["text"]
    assert "You were going to call" not in now["text"]


def test_one_draft_can_be_asked_for_by_its_kind(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts"

    draft = alex.get(f"{path}/status_call").data

    assert (draft["kind"], draft["channel"], draft["tel"], draft["eml"]) == (
        "status_call",
        "call",
        "tel:+493023125021",
        None,
    )
    assert (draft["rung"], draft["to"]["name"]) == ("C1", "Dana Winter")
    assert draft["passages"][0]["heading"] is None
    assert draft["notice"].startswith("Draft - not sent.")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("WINTER, Dana", "Question to Dana Winter, Acme.eml"),
        ("dana winter (HR)", "Question to Dana Winter, Acme.eml"),
        ("Prof. Dana Winter, PhD", "Question to Prof. Dana Winter, Acme.eml"),
        ("the HR team", "Question to the HR team, Acme.eml"),
        ('a/b: "c"', "Question to a b c, Acme.eml"),
    ],
)
def test_a_letter_s_file_names_its_reader_as_one_writes_the_name(alex: Gateway, name: str, file: str) -> None:
    contact = {"name": name, "email": "dana.winter@acme.example"}
    path = f"/interviews/{recorded(alex, contacts=[contact])['id']}/drafts"

    reply = alex.get(f"{path}/status_letter.eml")

    assert reply.headers["Content-Disposition"] == f'attachment; filename="{file}"'


@pytest.mark.parametrize(
    ("name", "file", "importance"),
    [
        ("status_letter.eml", "Question to Dana Winter, Acme.eml", "high"),
        ("status_letter%2Eeml", "Question to Dana Winter, Acme.eml", "high"),
        ("closing_contact.eml", "Last word to Dana Winter, Acme.eml", None),
    ],
)
def test_h3_a_letter_can_be_had_as_a_message_named_for_its_reader(
    alex: Gateway, name: str, file: str, importance: str | None
) -> None:
    path = f"/interviews/{recorded(alex, position='Ingénieur')['id']}/drafts"

    reply = alex.get(f"{path}/{name}")

    message = message_from_bytes(reply.text.encode(), policy=default)
    assert reply.headers["Content-Type"] == "message/rfc822"
    assert reply.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    assert (message["X-Unsent"], message["Importance"]) == ("1", importance)
    assert message["To"] == "Dana Winter <dana.winter@acme.example>"
    assert "the Ingénieur role" in message.get_content()


@pytest.mark.parametrize(
    "name", ["move_on", "status_call.eml", "x", "x.eml", ".eml", "status_letter.eml.eml", "STATUS_CALL", "%00"]
)
def test_what_has_no_words_is_not_found(alex: Gateway, name: str) -> None:
    reply = alex.get(f"/interviews/{recorded(alex)['id']}/drafts/{name}")

    assert reply.status == 404


@pytest.mark.parametrize("name", ["reasons_request", "reasons_request.eml"])
def test_reasons_can_be_requested_in_writing_once_a_refusal_is_recorded(alex: Gateway, name: str) -> None:
    interview_id = recorded(alex)["id"]

    before = alex.get(f"/interviews/{interview_id}/drafts/{name}")
    happened(alex, interview_id, kind="heard_back", result="refusal", reasons_given=True)
    after = alex.get(f"/interviews/{interview_id}/drafts/{name}")

    assert (before.status, before.headers["Content-Type"]) == (404, "application/problem+json")
    assert after.status == 200


def test_a_letter_too_long_for_a_link_can_be_copied_into_a_mail_with_address_and_subject(
    alex: Gateway, clock: Clock
) -> None:
    facts = {"language": "ru", "position": "Ведущий инженер данных", "test_task": True}
    record = recorded(alex, contacts=[{"email": "dana.winter@acme.example"}], **facts)
    clock.now += timedelta(days=7)

    page = alex.get(f"/interviews/{record['id']}/drafts/status_letter", Accept="text/html").text
    links = re.findall(r'href="(mailto:[^"]*)" data-copy="(letter-[^"]*)"', page)

    assert alex.get(f"/interviews/{record['id']}/drafts/status_letter").data["mailto"] is None
    assert len(links) == 1
    (link, letter) = links[0]
    assert link.startswith("mailto:dana.winter@acme.example?subject=%D0%")
    assert "body=" not in link
    assert f'id="{letter}"' in page
    assert page.index("Copy the letter below first.") > page.index("mailto:")
