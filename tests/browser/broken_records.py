"""Stops of the tour at which one of several records cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.person import Person
from tests.browser.times import NEXT_MONDAY, NEXT_TUESDAY

A_DAY_THAT_IS_NONE = {"S": "2026-13-45"}


def today_unreadable(person: Person) -> None:
    """The first page, beside what is due."""
    person.site.record(now=NEXT_MONDAY, company="Vandelay", position="Importer")
    person.site.spoil(_id_of(person, "Vandelay"), interview_on=A_DAY_THAT_IS_NONE)
    person.open("/")


def list_unreadable(person: Person) -> None:
    """All records, and the one that cannot be read."""
    person.open("/interviews")


def interview_unreadable(person: Person) -> None:
    """Its own page."""
    person.click(person.page.get_by_role("link", name="Vandelay"))


def edit_unreadable(person: Person) -> None:
    """What an older link to one of its pages leads to."""
    person.open(f"{person.page.url.removeprefix(person.site.address_of(''))}/edit", status=409)


def mail_unreadable(person: Person) -> None:
    """The digest of the next day."""
    html = person.site.mailed(NEXT_TUESDAY)
    person.page.goto("about:blank")
    person.page.set_content(html)


def interview_of_a_later_release(person: Person) -> None:
    """The page of a record that a later release wrote."""
    person.site.spoil(_id_of(person, "Acme"), schema={"N": "99"})
    person.open("/interviews")
    person.click(person.page.get_by_role("link", name="Acme"))


def _id_of(person: Person, company: str) -> str:
    items = person.site.ask("GET", "/interviews?status=all").json["items"]
    return str(next(one["id"] for one in items if one["company"] == company))


STOPS: tuple[Callable[[Person], None], ...] = (
    *(today_unreadable, list_unreadable, interview_unreadable, edit_unreadable, mail_unreadable),
    interview_of_a_later_release,
)
