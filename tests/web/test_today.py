"""Today's page follows the plan of the mail: the same order, three whole, the others folded (D1, D2)."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


def test_d1_d2_today_s_page_has_the_order_of_the_mail_and_folds_all_but_three(
    alex: Gateway, anybody: Gateway, token: str, clock: Clock
) -> None:
    for number in range(4):
        recorded(alex, company=f"Employer {number}")
    recorded(alex, company="Ahead", interview_on="2026-08-11")
    clock.now += timedelta(days=7)  # Monday 10 August

    page = Browser(anybody).sign_in(token).text

    titles = re.findall(r"<h3><a[^>]*>(.*?)</a></h3>", page)
    folded = re.findall(r'<details class="folded">\s*<summary>(.*?) <span', page)
    assert titles[0] == "At the interview, ask Ahead when they will decide"
    assert [title for title in titles if title.startswith("Call Employer")] == titles[1:]
    assert len(folded) == 2  # of four calls, two are whole beside the interview


def test_m2_d1_after_an_acceptance_today_s_page_leads_with_the_withdrawals_and_their_routine_rests(
    alex: Gateway, anybody: Gateway, token: str, clock: Clock
) -> None:
    umbrella, other = (recorded(alex, company=company)["id"] for company in ("Umbrella", "Employer"))
    clock.now += timedelta(days=7)  # Monday 10 August: the status step is due
    happened(alex, umbrella, kind="heard_back", result="offer")
    happened(alex, umbrella, kind="offer_accepted")

    page = Browser(anybody).sign_in(token).text

    assert f'/interviews/{other}/drafts/withdrawal">Tell Employer that you withdraw</a>' in page
    assert page.index("Tell Employer that you withdraw") < page.index('<details class="folded">')
    assert page.count('<details class="folded">') == 1

    clock.now += timedelta(days=8)  # Tuesday 18 August: the sixth working day
    page = Browser(anybody).sign_in(token).text
    assert "that you withdraw" not in page
    assert "folded" not in page


def test_w11_today_s_page_has_the_brief_of_an_interview(
    alex: Gateway, anybody: Gateway, token: str, clock: Clock
) -> None:
    dana = {"name": "Dana Winter", "role": "interviewer", "phone": "+49 30 23125 021"}
    where = {"place": "1 Market Square", "meeting_url": "https://meet.example/acme", "notes": "Ask about the team"}
    recorded(alex, interview_on="2026-08-11", interview_time="11:00", contacts=[dana], **where)
    clock.now += timedelta(days=7)

    page = Browser(anybody).sign_in(token).text

    assert "Tomorrow, Tuesday 11 August, at 11:00" in page
    assert "If you are late: Dana Winter" in page
    assert "You meet: Dana Winter" in " ".join(page.split())
    for fact in where.values():
        assert fact in page


def test_d9_today_s_page_asks_after_an_absence_what_is_still_on(
    alex: Gateway, anybody: Gateway, token: str, clock: Clock
) -> None:
    for number in range(5):
        recorded(alex, company=f"Employer {number}")
    clock.now += timedelta(days=14)

    page = Browser(anybody).sign_in(token).text

    assert "<h2>Pick up again</h2>" in page
    assert page.count(">Still on</a>") == page.count(">Close it</a>") == 5
