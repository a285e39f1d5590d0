"""The letters of thanks in the mail: one for each who was there, one after the other (W2, C4)."""

from __future__ import annotations

import email
import email.policy
import re

from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.playbook.contact import Role
from chalicelib.playbook.debrief import Debrief
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview
from tests.digest.given import LINKS, TUESDAY_8_AM, Read, a_record, composed, one_line
from tests.factories import MONDAY, a_contact, an_event

DANA = a_contact(id="dana", met=True)
ROBIN = a_contact(id="robin", met=True, role=Role.SUPERVISOR, name="Robin Hale", email="robin@acme.example", phone=None)


def after_thanking(*thanked: str) -> Interview:
    """The interview with both, after these were thanked that evening."""
    events = tuple(an_event(EventKind.THANK_YOU_SENT, MONDAY, contact=contact) for contact in thanked)
    return a_record(contacts=(ROBIN, DANA), events=events)


def addressees(mail: Read) -> list[str]:
    """To whom the attached letters go."""
    return [
        str(email.message_from_bytes(letter, policy=email.policy.default)["To"]) for letter in mail.letters.values()
    ]


def test_c4_each_who_is_owed_one_has_a_letter_attached_of_which_the_first_stands_in_both_twins() -> None:
    mail = composed(after_thanking(), now=TUESDAY_8_AM)

    assert addressees(mail) == ["Robin Hale <robin@acme.example>", "Dana Winter <dana.winter@acme.example>"]
    assert list(mail.letters) == ["Thank-you to Robin Hale, Acme.eml", "Thank-you to Dana Winter, Acme.eml"]
    for twin in (one_line(mail.text), mail.words):
        for name, address in (("Robin Hale", "robin@acme.example"), ("Dana Winter", "dana.winter@acme.example")):
            assert f"{name}, {address}" in twin or f"Write to {name} {address}" in twin
            assert f"Attached: Thank-you to {name}, Acme.eml" in twin
        assert "Dear Robin Hale," in twin
        assert "Dear Dana Winter," not in twin


def test_w2_once_one_is_thanked_the_letter_is_for_the_other() -> None:
    mail = composed(after_thanking("robin"), now=TUESDAY_8_AM)

    assert addressees(mail) == ["Dana Winter <dana.winter@acme.example>"]
    for twin in (one_line(mail.text), mail.words):
        assert "Dear Dana Winter," in twin
        assert "Dear Robin Hale," not in twin
        assert "I sent it to Dana Winter" not in twin


def test_c4_each_letter_of_the_mail_has_the_link_that_settles_it_once_nothing_else_is_asked() -> None:
    both = after_thanking()
    asked = an_event(EventKind.NOTE, MONDAY, debrief=Debrief())  # what was said is written down (W12)

    mail = composed(replace(both, events=(asked,)), now=TUESDAY_8_AM)

    for name, contact in (("Robin Hale", "robin"), ("Dana Winter", "dana")):
        (in_html,) = re.findall(rf'<a href="([^"]*)">I sent it to {name}</a>', mail.html)
        (in_text,) = re.findall(rf"- I sent it to {name}:\s+(\S+)", mail.text)
        assert in_html == in_text
        action = LINKS.read(in_html.rpartition("/")[2], TUESDAY_8_AM)
        assert (action.kind, action.contact) == (ActionKind.THANKED, contact)


def test_w2_the_mail_says_how_many_are_left_to_thank() -> None:
    both, one = (one_line(composed(after_thanking(*thanked), now=TUESDAY_8_AM).text) for thanked in ((), ("robin",)))

    assert "each gets a letter: 2 are still to be written." in both
    assert "each gets a letter: one is still to be written." in one


def test_c4_the_mail_thanks_people_and_names_them_before_the_company() -> None:
    both, one = (composed(after_thanking(*thanked), now=TUESDAY_8_AM) for thanked in ((), ("robin",)))

    assert (both.subject, one.subject) == ("Thank Robin Hale and 1 more (Acme)", "Thank Dana Winter (Acme)")
    for mail in (both, one):
        assert f"\r\n{mail.subject}\r\n===" in mail.text
        assert f'<h2 class="task">{mail.subject}</h2>' in mail.html


def test_w2_once_all_are_thanked_there_is_no_letter() -> None:
    mail = composed(after_thanking("robin", "dana"), now=TUESDAY_8_AM)

    assert addressees(mail) == []
    assert not re.search(r"\bThank .*\bAcme\b", mail.text)
