"""Everybody on the records, each person once."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.people import people_on
from tests.factories import an_interview


def grouped(*records: tuple[str, list[dict[str, Any]]]) -> list[list[str]]:
    """The names of each person, as the records of these companies have them, newest first."""
    interviews = [
        an_interview(id=f"R{number}", company=company, contacts=tuple(Contact(**one) for one in contacts))
        for number, (company, contacts) in enumerate(records)
    ]
    return [[one.contact.name or "-" for one in person.appearances] for person in people_on(interviews)]


def test_the_same_address_is_the_same_person_wherever_it_stands() -> None:
    one, other = {"name": "Dana", "email": "dana@jobs.example"}, {"name": "D. Winter", "email": "DANA@jobs.example"}

    assert grouped(("Acme", [one]), ("Globex", [other])) == [["Dana", "D. Winter"]]


def test_the_same_name_at_the_same_company_is_the_same_person() -> None:
    dana, again = {"name": "Dana Winter", "email": "d@acme.example"}, {"name": "dana  winter"}

    assert grouped(("Acme", [dana]), ("ACME", [again])) == [["Dana Winter", "dana  winter"]]


def test_the_same_name_at_another_company_is_somebody_else() -> None:
    assert grouped(("Acme", [{"name": "Dana"}]), ("Globex", [{"name": "Dana"}])) == [["Dana"], ["Dana"]]


def test_two_contacts_of_one_record_are_two_people_whatever_they_share() -> None:
    both = [{"name": "Dana", "email": "hr@acme.example"}, {"name": "Kim", "email": "hr@acme.example"}]

    assert grouped(("Acme", both)) == [["Dana"], ["Kim"]]


def test_a_main_line_without_a_name_is_known_by_its_number_at_the_company() -> None:
    office = {"role": Role.OFFICE, "phone": "+49 30 1"}

    assert grouped(("Acme", [office]), ("Acme", [office]), ("Globex", [office])) == [["-", "-"], ["-"]]


def test_people_whom_a_later_record_links_become_one() -> None:
    by_address, by_name = {"name": "D. W.", "email": "d@acme.example"}, {"name": "Dana Winter"}
    link = {"name": "Dana Winter", "email": "d@acme.example"}

    assert grouped(("Acme", [by_address]), ("Acme", [by_name]), ("Acme", [link])) == [
        ["D. W.", "Dana Winter", "Dana Winter"]
    ]


def test_a_person_is_reached_by_what_the_newest_record_says_of_each() -> None:
    newest = an_interview(id="R1", contacts=(Contact(name="Dana", role=Role.CEO, email="new@acme.example"),))
    older = an_interview(
        id="R0", contacts=(Contact(name="Dana", phone="+49 30 1", extension="7", email="old@acme.example"),)
    )

    reached = people_on([newest, older])[0].reached

    assert (reached.role, reached.email, reached.phone, reached.extension) == (
        Role.CEO,
        "new@acme.example",
        "+49 30 1",
        "7",
    )
