"""The records with which simulated processes begin, of many kinds."""

from __future__ import annotations

import random
from datetime import date, time, timedelta

from chalicelib.playbook.contact import Role
from chalicelib.playbook.interview import Interview
from tests.factories import a_contact, an_interview

PLACES = ("DE", "US", "RU", "RU", "GB-SCT", "FR", "JP", "IN", "IL", "SE")
NEW_YEAR = date(2026, 1, 1)
CONTACTS = (
    (a_contact(id="c0"),),
    (a_contact(id="c0", phone="+49 30 1"), a_contact(id="c1", phone="+49 30 2")),
    (a_contact(id="c0", met=True), a_contact(id="c1", role=Role.SUPERVISOR, met=True)),
    (a_contact(id="c0", phone=None),),
    (a_contact(id="c0", email=None),),
    (),
)


def a_record(dice: random.Random) -> Interview:
    """A record in which nothing has happened yet: its interview is ahead, today or long past."""
    interview_on = NEW_YEAR + timedelta(days=dice.randrange(365))
    return an_interview(
        interview_on=interview_on,
        dated_on=interview_on + timedelta(days=dice.choice((-10, -4, 0, 0, 3, 30))),
        interview_time=dice.choice((None, time(10), time(23))),
        interview_time_zone=dice.choice((None, None, "Asia/Tokyo")),
        interview_minutes=dice.choice((None, 45, 240)),
        contacts=dice.choice(CONTACTS),
        may_call=dice.choice((None, None, True, False)),
        position=dice.choice(("Data Engineer", "Sales Manager")),
        background_check=dice.random() < 0.2,
        answer_expected_on=interview_on + timedelta(days=dice.randint(1, 20)) if dice.random() < 0.3 else None,
        employer_country=dice.choice(PLACES),
    )
