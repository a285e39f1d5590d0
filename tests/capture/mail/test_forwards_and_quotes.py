"""What is read of a mail is what its writer says: not what they quote, and of a forward what was forwarded."""

from __future__ import annotations

from datetime import date

import pytest

from tests.capture.given import OWN, read

WORDS = "We look forward to meeting you on Wednesday."
FORWARDS = {
    "Gmail": f"""fyi

---------- Forwarded message ---------
From: Dana Winter <dana.winter@acme.example>
Date: Thu, Aug 6, 2026 at 5:45 PM
Subject: Interview on Wednesday
To: <{OWN}>


{WORDS}
""",
    "Gmail in Russian, half translated": f"""---------- Forwarded message ---------
От: Dana Winter <dana.winter@acme.example>
Date: чт, 6 авг. 2026 г. в 17:45
Subject: Interview on Wednesday
To: <{OWN}>

{WORDS}
""",
    "Apple": f"""Begin forwarded message:

> From: Dana Winter <dana.winter@acme.example>
> Subject: Interview on Wednesday
> Date: 6 August 2026 at 17:45:09 CEST
> To: {OWN}
>
> {WORDS}
""",
    "Apple in German": f"""Anfang der weitergeleiteten Nachricht:

> Von: Dana Winter <dana.winter@acme.example>
> Betreff: Interview on Wednesday
> Datum: 6. August 2026 um 17:45:09 MESZ
> An: {OWN}
>
> {WORDS}
""",
    "Outlook": f"""
From: Dana Winter <dana.winter@acme.example>
Sent: Thursday, August 6, 2026 5:45 PM
To: Alex Example <{OWN}>
Subject: Interview on Wednesday

{WORDS}
""",
    "Outlook in German": f"""
Von: Dana Winter <dana.winter@acme.example>
Gesendet: Donnerstag, 6. August 2026 17:45
An: Alex Example <{OWN}>
Betreff: Interview on Wednesday

{WORDS}
""",
    "Yandex": f"""

-------- Пересылаемое сообщение --------
06.08.2026, 17:45, "Dana Winter" <dana.winter@acme.example>:

{WORDS}
-------- Завершение пересылаемого сообщения --------
""",
    "Thunderbird": f"""

-------- Forwarded Message --------
Subject: \tInterview on Wednesday
Date: \tThu, 6 Aug 2026 17:45:09 +0200
From: \tDana Winter <dana.winter@acme.example>
To: \t{OWN}

{WORDS}
""",
    "Thunderbird in Russian": f"""

-------- Перенаправленное сообщение --------
Тема: \tInterview on Wednesday
Дата: \tThu, 6 Aug 2026 17:45:09 +0200
От: \tDana Winter <dana.winter@acme.example>
Кому: \t{OWN}

{WORDS}
""",
}
NAMED = "Alex Example <alex@example.org>"
HEADERS = f"From: {NAMED}\nSent: Monday, August 3, 2026 9:02 AM\nTo: Dana\nSubject: Hello"
GERMAN_HEADERS = f"Von: {NAMED}\nGesendet: Montag, 3. August 2026 09:02\nAn: Dana\nBetreff: Hallo"
QUOTES = {  # what stands between the writer's own words and what they quote
    "Gmail": f"On Mon, Aug 3, 2026 at 9:02 AM {NAMED}\nwrote:\n\n> ",
    "Gmail in German": f"Am Mo., 3. Aug. 2026 um 09:02 Uhr schrieb {NAMED}:\n\n> ",
    "Gmail in Russian": f"пн, 3 авг. 2026 г. в 09:02, {NAMED}:\n\n> ",
    "Yandex": '03.08.2026, 09:02, "Alex Example" <alex@example.org>:\n\n',
    "Mail.ru": f"Понедельник, 3 августа 2026, 9:02 +03:00 от {NAMED}:\n\n> ",
    "Outlook": f"{HEADERS}\n\n",
    "Outlook in German": f"________________________________\n{GERMAN_HEADERS}\n\n",
    "an old Outlook": f"-----Original Message-----\n{HEADERS}\n\n",
}
QUOTED = "If it is a no, I would be glad to know that as well."


@pytest.mark.parametrize("program", FORWARDS)
def test_of_a_forward_the_mail_within_is_read(program: str) -> None:
    mail = read(FORWARDS[program], From=f"Alex Example <{OWN}>", Subject="Fwd: Interview on Wednesday")

    assert mail.text == WORDS
    assert mail.sender is not None
    assert (mail.sender.name, mail.sender.address) == ("Dana Winter", "dana.winter@acme.example")
    assert mail.sent_at is not None
    assert mail.sent_at.date() == date(2026, 8, 6)
    assert mail.subject == "Interview on Wednesday"
    assert mail.carrier is not None


@pytest.mark.parametrize("program", QUOTES)
def test_what_a_reply_quotes_is_not_said_by_its_writer(program: str) -> None:
    mail = read(f"{WORDS}\n\n{QUOTES[program]}{QUOTED}\n", Subject="Re: Our interview")

    assert mail.text == WORDS


def test_what_is_answered_line_by_line_is_the_writers_own() -> None:
    assert read(f"> {QUOTED}\n\n{WORDS}\n", Subject="Re: Our interview").text == WORDS


def test_a_name_before_a_colon_in_a_letter_is_no_quote() -> None:
    body = "Hello Alex,\n\nDana wrote:\nplease come at three.\n\nKim"

    assert read(body).text == body


def test_of_a_forward_of_a_forward_the_innermost_is_read() -> None:
    body = FORWARDS["Gmail"].replace(WORDS, FORWARDS["Thunderbird"].strip())

    assert read(body, From=f"Alex Example <{OWN}>", Subject="Fwd: Fwd: Interview").text == WORDS
