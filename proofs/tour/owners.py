"""The three owners of the tour."""

from __future__ import annotations

from datetime import date, time
from hashlib import sha256

from chalicelib.playbook.owner import Owner, Tone, Weekday
from chalicelib.playbook.planning_context import Pacing
from chalicelib.records.owners import Owners

ALEX = Owner(
    id="alex",
    name="Alex Example",
    email="alex@example.org",
    phone="+49 30 23125 020",
    time_zone="Europe/Berlin",
    country="DE",
    digest_at=time(8, 0),
)
DASHA = Owner(
    id="dasha",
    name="Дарья Примерова",
    email="dasha@example.org",
    phone="+7 343 555-01-20",
    language="ru",
    tone=Tone.FRIENDLY,
    time_zone="Asia/Yekaterinburg",
    country="RU",
    digest_at=time(7, 30),
    pacing=Pacing(attempts=3, days=2),
    processes_at_least=2,
)
SAM = Owner(
    id="sam",
    name="Sam O'Neil",
    email="sam@example.org",
    time_zone="America/New_York",
    country="US",
    tone=Tone.FRIENDLY,
    digest_at=time(9, 15),
    digest_days=(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
    paused_until=date(2026, 8, 5),
    pacing=Pacing(attempts=6, days=4),
    processes_at_least=0,
)
EVERYBODY = (ALEX, DASHA, SAM)


def create_owner(owner: Owner) -> str:
    """Store an owner; their token, of whose secret the service keeps only the hash."""
    secret = sha256(f"secret of {owner.id}".encode()).hexdigest()
    Owners().add(owner, sha256(secret.encode()).digest())
    return f"{owner.id}.{secret}"
