"""Helpers of the API's tests."""

from __future__ import annotations

from typing import Any

from tests.web.gateway import Gateway

# As the page's form sends it.
A_FORM = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03", "contact_name": "Dana Winter"}

FLAT = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}  # the least that makes a record
ACME = {
    "company": "Acme",
    "position": "Data Engineer",
    "interview_on": "2026-08-03",
    "contacts": [{"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example"}],
}


def recorded(gateway: Gateway, **changes: Any) -> dict[str, Any]:
    """Record the interview at Acme with these changes (None leaves a field out); the API's answer."""
    sent = {name: value for name, value in (ACME | changes).items() if value is not None}
    reply = gateway.post("/interviews", sent)
    assert reply.status == 201, reply.text
    return dict(reply.data)


def happened(gateway: Gateway, interview_id: str, **event: Any) -> dict[str, Any]:
    """Record an event; the interview after it, as the API answers it."""
    reply = gateway.post(f"/interviews/{interview_id}/events", event)
    assert reply.status == 201, reply.text
    return dict(reply.data)
