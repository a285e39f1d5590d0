"""``/interviews/{id}/drafts``."""

from __future__ import annotations

from email import message_from_string
from email.policy import default

import pytest

from tests.web.gateway import Gateway
from tests.web.given import recorded


def test_each_kind_of_step_to_come_has_its_draft_once_the_next_first(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts"

    drafts = alex.get(path).data["items"]

    kinds = [draft["kind"] for draft in drafts]
    assert kinds[0] == "thank_you_letter"
    assert len(kinds) == len(set(kinds))
    assert {"status_call", "status_letter", "receipt_call", "follow_up_call", "closing_contact"} <= set(kinds)
    assert drafts[0]["eml"] == f"/api{path}/thank_you_letter.eml"
    assert drafts[0]["mailto"].startswith("mailto:dana.winter@acme.example?")


def test_one_draft_can_be_asked_for_by_its_kind(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts"

    draft = alex.get(f"{path}/status_call").data

    assert (draft["kind"], draft["channel"], draft["tel"], draft["eml"]) == (
        "status_call",
        "call",
        "tel:+4930901821",
        None,
    )
    assert (draft["rung"], draft["to"]["name"]) == ("C1", "Dana Winter")
    assert draft["passages"][0]["heading"] is None
    assert "not sent" in draft["notice"].lower() or draft["notice"]


@pytest.mark.parametrize("name", ["status_letter.eml", "status_letter%2Eeml", "closing_contact.eml"])
def test_a_letter_can_be_had_as_a_message(alex: Gateway, name: str) -> None:
    path = f"/interviews/{recorded(alex, company='Ácme GmbH')['id']}/drafts"

    reply = alex.get(f"{path}/{name}")

    message = message_from_string(reply.text, policy=default)
    assert reply.headers["Content-Type"] == "message/rfc822"
    assert reply.headers["Content-Disposition"] == f'attachment; filename="{name.replace("%2E", ".")}"'
    assert (message["X-Unsent"], message["Importance"]) == ("1", "high")
    assert message["To"] == "Dana Winter <dana.winter@acme.example>"
    assert "Ácme GmbH" in message.get_content()


@pytest.mark.parametrize(
    "name", ["move_on", "status_call.eml", "x", "x.eml", ".eml", "status_letter.eml.eml", "STATUS_CALL", "%00"]
)
def test_what_has_no_words_is_not_found(alex: Gateway, name: str) -> None:
    reply = alex.get(f"/interviews/{recorded(alex)['id']}/drafts/{name}")

    assert reply.status == 404
