"""What the terminal says once the server answers: where it is, and what to try first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from infra.local.clock import HEADER
from infra.local.local_owner import OWNER, token_file

MORNING = time(9, 0)


def welcome(address: str, token: str | None, folder: Path) -> str:
    """The text; its commands can be copied as they are. ``token`` is None where it is known to its owner alone."""
    return f"""
Afterword answers at {address}/   (Ctrl+C stops it)
{_about_the_token(token, token_file(folder))}

In a browser: {address}/sign-in
Before your first letter, set your own name, phone and mail address: {address}/settings

What to try, in a second terminal:

1. Record an interview that you had today:
   curl {address}/interviews -H "Authorization: Bearer {token or "$TOKEN"}" \\
     -d company=Acme -d position="Data Engineer" -d interview_on={_today()} \\
     -d contact_name="Dana Winter" -d contact_email=dana.winter@acme.example \\
     --data-urlencode contact_phone="+49 30 23125 021"

2. Have tomorrow's digest sent now ({HEADER} is the time for that request, and stops this run's own timer):
   {tick_command(address)}

3. Read it: {address}/outbox
"""


def _about_the_token(token: str | None, file: Path) -> str:
    if token:
        return f"Your token, also in {file}: {token}"
    return f"""The token in {file} is over: you made a new one on the settings page. Put that one into the file,
or, if you do not have it, remove the file and start again: that makes a fresh token. In the commands below:
   TOKEN='paste it here'"""


def tick_command(address: str) -> str:
    """A command that has tomorrow's digest sent."""
    tomorrow = datetime.combine(_today() + timedelta(days=1), MORNING, OWNER.zone)
    return f'curl -X POST {address}/_local/tick -H "{HEADER}: {tomorrow.isoformat()}"'


def _today() -> date:
    return datetime.now(UTC).astimezone(OWNER.zone).date()
