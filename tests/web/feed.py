"""The address of an owner's calendar."""

from __future__ import annotations

from tests.web.gateway import Gateway

HERE = "https://afterword.example/api"


def opened(gateway: Gateway) -> str:
    """Open the calendar; the path of its feed."""
    reply = gateway.send("POST", "/owner/calendar")
    assert reply.status == 200, reply.text
    return str(reply.data["calendar_url"]).removeprefix(HERE)
