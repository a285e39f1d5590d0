"""W12: the next morning's mail asks once more what was said, as the second answer beside the thank-you letter (D4)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from chalicelib.playbook.contact import Role
from chalicelib.playbook.debrief import Debrief
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview_facts import Channel
from tests.digest.given import LINKS, TUESDAY_8_AM, Read, a_record, composed
from tests.factories import MONDAY, a_contact, an_event

ASKS = "What did they say?"
DANA = a_contact(id="dana", met=True, notes="how the team plans its week")
ROBIN = a_contact(id="robin", met=True, role=Role.SUPERVISOR, name="Robin Hale", email="robin@acme.example")
KNOWN: dict[str, Any] = {
    "answer_expected_on": MONDAY.replace(day=14),
    "answer_channel": Channel.EMAIL,
    "may_call": True,
    "contacts": (DANA,),
}


def answers(mail: Read) -> list[str]:
    """The answers of the entry, which are the same in both twins."""
    in_html = re.findall(r'<li><a href="[^"]*">(.*?)</a></li>', mail.html.partition('<ul class="clicks">')[2])
    in_text = re.findall(r"^- (.*?):?\r?$", mail.text.partition("What happened?")[2], re.MULTILINE)
    assert in_html == in_text
    return in_html


def test_w12_d4_it_is_the_second_answer_of_three() -> None:
    mail = composed(a_record(), now=TUESDAY_8_AM)

    assert answers(mail) == ["I sent it", ASKS, "Something else happened"]
    (in_html,) = re.findall(rf'<a href="([^"]*)">{re.escape(ASKS)}</a>', mail.html)
    (in_text,) = re.findall(rf"- {re.escape(ASKS)}\s+(\S+)", mail.text)
    assert in_html == in_text
    action = LINKS.read(in_html.rpartition("/")[2], TUESDAY_8_AM)
    assert (action.kind, action.version) == (ActionKind.DEBRIEFED, a_record().version)


@pytest.mark.parametrize("missing", [{"answer_expected_on": None}, {"answer_channel": None}, {"may_call": None}])
def test_w12_one_that_is_missing_is_enough(missing: dict[str, Any]) -> None:
    assert ASKS in answers(composed(a_record(**KNOWN | missing), now=TUESDAY_8_AM))


def test_w12_nothing_is_asked_once_all_is_known_or_was_answered() -> None:
    saved = an_event(EventKind.NOTE, MONDAY, debrief=Debrief())

    for record in (a_record(**KNOWN), a_record(events=(saved,))):
        mail = composed(record, now=TUESDAY_8_AM)
        assert answers(mail) == ["I sent it", "Something else happened"]


def test_w12_c4_d4_where_several_are_to_be_thanked_one_answer_asks_whom_and_the_other_what_they_said() -> None:
    record = a_record(contacts=(ROBIN, DANA))

    mail = composed(record, now=TUESDAY_8_AM)

    assert answers(mail) == ["I sent it", ASKS, "Something else happened"]
    known = composed(a_record(**KNOWN | {"contacts": (ROBIN, DANA)}, events=()), now=TUESDAY_8_AM)
    assert ASKS in answers(known)  # of Robin nothing is noted


def test_w12_in_russian() -> None:
    mail = composed(a_record(), now=TUESDAY_8_AM, language="ru")

    for twin in (mail.text, mail.words):
        assert "Что сказали?" in twin
