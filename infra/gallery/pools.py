"""What the records of a draw are made of, in English; ``russian.py`` has the same in Russian."""

from __future__ import annotations

from typing import NamedTuple

from chalicelib.playbook.contact import Role
from chalicelib.playbook.interview_facts import Format
from infra.gallery.situations.odd_texts import LONG_COMPANY, LONG_NAME, LONG_POSITION


class Person(NamedTuple):
    """A name as it is recorded, and how the owner addresses them, if they said so."""

    name: str | None
    salutation: str | None = None
    title: str | None = None


class Position(NamedTuple):
    """A position as it is recorded, and as one says it aloud, if the owner said so."""

    position: str
    short: str | None = None


PEOPLE = (
    Person("Dana Winter"),
    Person("Dana Winter", "Ms Winter", "HR manager"),
    Person("Dana Winter", "Dana"),
    Person("WINTER, Dana"),
    Person("WINTER, Dana", "Ms Winter"),
    Person("Smith, Olga"),
    Person("olga smith (HR)"),
    Person("olga smith (HR)", "Olga"),
    Person("Dr. Jan van der Berg"),
    Person("Dr. Jan van der Berg", "Dr van der Berg", "head of data"),
    Person("Priya Raman, PhD"),
    Person("Mr. Tom Hughes"),
    Person("Tom Hughes", title="managing director"),
    Person("Siobhán O'Neill", "Siobhán"),
    Person("MARIA LOPEZ"),
    Person("Kim Reed"),
    Person("Peter Summer"),
    Person("Dana"),
    Person(LONG_NAME),
    Person(None),
)
COLLEAGUES = (
    Person("Robin Hale", title="head of data"),
    Person("Ivo Lang"),
    Person("Mara Stone", title="managing director"),
    Person("Grace Okafor"),
    Person("Ines Duarte"),
    Person("Lee Park"),
)
POSITIONS = (
    Position("Data Engineer"),
    Position("Senior Data Engineer (m/f/d)"),
    Position("Senior Data Engineer (m/f/d)", "data engineer"),
    Position("VP, Sales (EMEA)"),
    Position("VP, Sales (EMEA)", "VP of Sales"),
    Position("the Data Engineer position"),
    Position("data analyst position"),
    Position("an Engineer"),
    Position("Nurse (part-time)"),
    Position("Customer Support Specialist - German speaking"),
    Position("QA Engineer/Tester"),
    Position("WAREHOUSE MANAGER"),
    Position("Junior Accountant [Ref. 4711]"),
    Position("Primary School Teacher"),
    Position("Press Officer"),
    Position(LONG_POSITION),
    Position(LONG_POSITION, "data engineer"),
)
COMPANIES = (
    "Acme",
    "Globex",
    "Initech",
    "Acme Inc.",
    "Northwind Ltd",
    "Brightwater",
    "Harbour & Sons",
    "St. Mary's Hospital",
    'the "Blue Whale" company',
    LONG_COMPANY,
)
OWNERS = ("Alex Example", "Jamie Rivers")
REFERRERS = ("Sam Porter",)
ADDRESS = "12 Harbour Street, 4th floor"
FORMATS = (None, Format.IN_PERSON, Format.VIDEO, Format.PHONE)
NOTES = (
    "liked: how your team plans its week\nasked about salary",
    "liked: talking about the way you share out the night shifts",
    "touch: What you said about the first weeks made me want to start on Monday.",
    "The chairs squeak. Ask for 10 % more.",
)
REMARKS = (
    "the team sketches every change on paper first",
    "they lose two hours a day to the old reports",
    "new people go on calls with the customers in their first week",
    "the warehouse in the north opens in spring",
)
EMAILS = {
    Role.RECRUITER: "people@employer.example",
    Role.INTERVIEWER: "interviewer@employer.example",
    Role.SUPERVISOR: "lead@employer.example",
    Role.CEO: "ceo@employer.example",
    Role.OFFICE: "office@employer.example",
}
