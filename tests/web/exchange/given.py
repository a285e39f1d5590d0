"""Helpers of the export and import tests."""

from __future__ import annotations

from typing import Any

from tests.web.gateway import Gateway, Reply

CSV = {"Content-Type": "text/csv"}
HEAD = "company,position,interview_on"
SEVERAL = f"""{HEAD},phone
Globex,Data Engineer,2026-08-20,'+49 30 1234
,Data Engineer,2026-08-20,
Acme,DATA ENGINEER,2026-08-03,
globex,data engineer,2026-08-20,
Initech,Analyst,soon,call them
"""


def sent(gateway: Gateway, path: str, csv: str | bytes, **headers: str) -> Reply:
    """The answer to a CSV as the body."""
    return gateway.send("POST", path, csv, **{**CSV, **headers})


def previewed(gateway: Gateway, csv: str | bytes) -> Any:
    """What an import of this CSV would do."""
    reply = sent(gateway, "/import/preview", csv)
    assert reply.status == 200, reply.text
    return reply.data


def imported(gateway: Gateway, csv: str | bytes) -> Any:
    """What an import of this CSV did."""
    reply = sent(gateway, "/import", csv)
    assert reply.status == 200, reply.text
    return reply.data


def companies(gateway: Gateway) -> list[str]:
    """The companies of all records, the newest first."""
    return [one["company"] for one in gateway.get("/export.json").data["interviews"]]


def states(report: Any) -> list[str]:
    """The state of each row of an import's report."""
    return [row["state"] for row in report["rows"]]
