"""Messages as different people write them: what a careful reader gets from each is read, and nothing is guessed."""

from __future__ import annotations

import pytest

from chalicelib.capture.found import Mailbox
from tests.capture.words.given import JONAS, JORDAN, MARIA, PRIYA, Message, faults
from tests.capture.words.messages_de import GERMAN_MESSAGES
from tests.capture.words.messages_en import ENGLISH_MESSAGES
from tests.capture.words.messages_more import FURTHER_MESSAGES
from tests.capture.words.messages_ru import RUSSIAN_MESSAGES

MESSAGES = (*ENGLISH_MESSAGES, *GERMAN_MESSAGES, *RUSSIAN_MESSAGES, *FURTHER_MESSAGES)


@pytest.mark.parametrize("message", [pytest.param(one, id=f"{one.owner.id}: {one.name}") for one in MESSAGES])
def test_a_message_is_read_as_a_careful_reader_reads_it(message: Message) -> None:
    assert list(faults(message)) == []


@pytest.mark.parametrize("message", [pytest.param(one, id=f"{one.owner.id}: {one.name}") for one in MESSAGES])
def test_a_quote_is_a_piece_of_what_came(message: Message) -> None:
    sender = message.sender or Mailbox("", "")
    came = (message.text, message.subject, sender.name, sender.address)

    for name, found in message.read().fields.items():
        assert found.quote
        assert any(found.quote in piece for piece in came), name
        assert not found.is_certain


def test_who_writes_to_others_is_not_heard_back_from() -> None:
    own = Message(
        name="own letter",
        owner=MARIA,
        kind="nothing",
        sender=Mailbox("Мария Белова", "m.belova@pochta.example"),
        text="К сожалению, вынуждена отказаться от собеседования 19 августа: приняла другое предложение.",
    )

    assert own.read().kind == "nothing"


@pytest.mark.parametrize(
    "tail",
    [
        "On Mon, 17 Aug 2026 at 09:02, Priya Nair wrote:\n> Does the interview on 28 August at 9:00 stand?",
        "On Mon, 17 Aug 2026 at 09:02, Priya Nair <priya.nair@post.example>\nwrote:\n\nDoes 28 August at 9:00 stand?",
        "-----Original Message-----\nFrom: Priya Nair\n\nDoes the interview on 28 August at 9:00 stand?",
        "Am Mo., 17. Aug. 2026 um 09:02 Uhr schrieb Priya Nair:\n\nBleibt es beim 28. August um 9 Uhr?",
        "пн, 17 авг. 2026 г. в 09:02, Priya Nair <priya.nair@post.example>:\n\nОстаётся ли 28 августа в 9:00?",
    ],
)
def test_the_day_of_an_answered_letter_is_not_the_interviews(tail: str) -> None:
    answer = Message(
        name="answer",
        owner=PRIYA,
        kind="heard_back",
        subject="Re: Interview on 4 August",
        sender=Mailbox("Ewan Rhodes", "ewan@stillwater.example"),
        text=f"We would like to invite you to a second interview on 27 August at 10:00.\n\n{tail}",
    )

    assert str(answer.read().fields["interview_on"].value) == "2026-08-27"
    assert answer.read().doubts == ()


@pytest.mark.parametrize(
    ("link", "read"),
    [
        ("Join: https://zoom.us/j/123?pwd=abc.", "https://zoom.us/j/123?pwd=abc"),
        ("Join: https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F9&data=05",
            "https://zoom.us/j/9",
        ),
        ("https://www.google.com/url?q=https%3A%2F%2Fmeet.jit.si%2Froom&sa=D", "https://meet.jit.si/room"),
        ("https://urldefense.com/v3/__https://whereby.com/our-room__;!!abc", "https://whereby.com/our-room"),
        ("Ссылка для входа: https://vcs.kran.example/room/5", "https://vcs.kran.example/room/5"),
        ("Choose a slot: https://calendly.com/tess/intro", None),
        ("To reschedule, use https://zoom.us/reschedule/9", None),
        ("Our website: https://bluewick.example/jobs", None),
        ("Find your local number: https://zoom.us/u/abc", None),
        ("https://[broken", None),
    ],
)
def test_the_link_is_the_one_to_join_by(link: str, read: str | None) -> None:
    text = f"Your interview is on 25 August at 15:00.\n{link}"
    fields = Message(name=link, owner=JONAS, text=text, kind="new_interview").read().fields

    assert (fields["meeting_url"].value if "meeting_url" in fields else None) == read


@pytest.mark.parametrize(
    "line",
    [
        "Meeting ID: 355 010 203 40\nPasscode: 889900",
        "One tap mobile\n+16465588656,,98765432100# US (New York)",
        "Dial by your location\n+49 69 7104 9922 Frankfurt\n+49 30 5679 5800 Berlin",
        "Support: 8 800 000-00-00",
        "Fax: +49 30 23125 099",
        "Reference number: 0049 3023 125020",
    ],
)
def test_numbers_that_are_nobodys_are_no_contacts(line: str) -> None:
    text = f"Your interview is on 25 August at 15:00.\n\n{line}\n\nKind regards\nDana Winter\n"
    fields = Message(name=line, owner=JONAS, text=text, kind="new_interview").read().fields

    assert fields["contacts"].value == ({"role": "recruiter", "name": "Dana Winter"},)


@pytest.mark.parametrize(
    "address", ["no-reply@acme.example", "noreply-jobs@acme.example", "c_88f@group.calendar.google.com"]
)
def test_a_robot_is_no_contact(address: str) -> None:
    message = Message(
        name=address,
        owner=JORDAN,
        kind="new_interview",
        text="Your interview with Acme Labs is on 25 August at 3 pm.",
        sender=Mailbox("Acme Labs", address),
    )

    assert "contacts" not in message.read().fields
    assert message.read().fields["company"].value == "Acme Labs"


def test_who_signs_what_a_robot_sends_has_no_address() -> None:
    message = Message(
        name="signed",
        owner=JORDAN,
        kind="new_interview",
        text="Your interview is on 25 August at 3 pm.\n\nBest,\nCarol Mendez",
        sender=Mailbox("Carol Mendez", "no-reply@hire.example"),
    )

    assert message.read().fields["contacts"].value == ({"role": "recruiter", "name": "Carol Mendez"},)


def test_a_domain_is_no_firms_name() -> None:
    message = Message(
        name="domain",
        owner=JORDAN,
        kind="new_interview",
        text="Your interview is on 25 August at 3 pm.\n\nBest,\nCarol Mendez",
        sender=Mailbox("Carol Mendez", "carol@brightwell.example"),
    )

    assert "company" not in message.read().fields


@pytest.mark.parametrize(
    ("subject", "company", "position"),
    [
        ("Interview - Data steward - Maple & Rowe", "Maple & Rowe", "Data steward"),
        ("Interview at Wren & Tallow: Merchandise planner", "Wren & Tallow", "Merchandise planner"),
        ("Interview Fernwood Studio", "Fernwood Studio", None),
        ("Bewerbungsgespräch Lumenhof eG – Energieberatung", "Lumenhof eG", "Energieberatung"),
        ("Bewerbungsgespräch Mediengestalter/in bei Rotdorn Medien", "Rotdorn Medien", "Mediengestalter/in"),
        ("Собеседование на должность инженера-конструктора в АО «Уралкран»", "Уралкран", "инженер-конструктор"),
        ("Интервью на вакансию «Аналитик данных»", None, "Аналитик данных"),
        (
            "Northgate Labs: hiring manager interview (Product analyst), Jonas Reiter",
            "Northgate Labs",
            "Product analyst",
        ),
    ],
)
def test_a_subject_names_firm_and_position(subject: str, company: str | None, position: str | None) -> None:
    message = Message(
        name=subject, owner=JONAS, subject=subject, text="When: 25 August 2026 15:00", kind="new_interview"
    )
    fields = message.read().fields

    assert (fields["company"].value if "company" in fields else None) == company
    assert (fields["position"].value if "position" in fields else None) == position
