"""A pause for a week or four, from the mail or the settings: it ends by itself, and the page says when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.links.action import PAUSES_THAT_END, ActionKind
from tests.web.browser import Browser
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway, Reply
from tests.web.links import pressed

WEEK, MONTH = ActionKind.PAUSE_WEEK, ActionKind.PAUSE_MONTH
UNSUBSCRIBING = "List-Unsubscribe=One-Click"
FOR_EVER = "2099-12-31"
BROWSER = {"Accept": "text/html"}


def path(kind: ActionKind, clock: Clock, pauses: int = 0) -> str:
    """The path of a link about the digest, as a mail of now has it."""
    return f"/act/{LINKS.token(kind, 'alex', clock.now, version=pauses)}"


def paused_until(alex: Gateway) -> str | None:
    """The last day without a digest."""
    until = alex.get("/owner").data["paused_until"]
    return until if until is None else str(until)


def offered(page: Reply) -> list[ActionKind]:
    """What the links of a page of ours would do, in their order."""
    links = [part.split('"')[0] for part in page.text.split('href="./')[1:]]
    return [LINKS.read(link, datetime(2026, 8, 4, tzinfo=UTC)).kind for link in links]


class TestFromTheMail:
    @pytest.mark.parametrize(("kind", "until"), [(WEEK, "2026-08-09"), (MONTH, "2026-08-30")])
    def test_one_press_pauses_it_until_the_same_day_of_a_later_week(
        self, anybody: Gateway, alex: Gateway, clock: Clock, kind: ActionKind, until: str
    ) -> None:
        assert anybody.get(path(kind, clock)).status == 200
        assert paused_until(alex) is None

        pressed(anybody, path(kind, clock))

        assert paused_until(alex) == until

    def test_the_week_begins_on_the_owner_s_day(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        clock.now = datetime(2026, 8, 3, 22, 30, tzinfo=UTC)  # Tuesday in Berlin

        pressed(anybody, path(WEEK, clock))

        assert paused_until(alex) == "2026-08-10"

    def test_an_old_mail_s_week_begins_when_it_is_pressed(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        link = path(WEEK, clock)
        clock.now += timedelta(days=14)

        pressed(anybody, link)

        assert paused_until(alex) == "2026-08-23"

    @pytest.mark.parametrize(
        ("language", "until", "resume"),
        [
            ("en", "The digest is paused; the last day without it is Sunday 9 August 2026.", "Resume the digest"),
            ("ru", "последний день без неё: 9 августа 2026", "Возобновить сводку"),
        ],
    )
    def test_the_page_says_until_when_and_offers_to_resume(
        self, anybody: Gateway, alex: Gateway, clock: Clock, language: str, until: str, resume: str
    ) -> None:
        alex.patch("/owner", {"language": language})
        link = path(WEEK, clock)
        pages = [pressed(anybody, link), anybody.get(f"{link}?done=yes", **BROWSER), anybody.get(link, **BROWSER)]

        for page in pages:
            assert until in page.text.replace("\u00a0", " ")
            assert f">{resume}</button>" in page.text

        pressed(anybody, "/act/" + pages[0].text.split('action="./')[1].split('"')[0])
        assert paused_until(alex) is None

    def test_it_acts_once(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        link = path(WEEK, clock)
        page = pressed(anybody, link)
        pressed(anybody, "/act/" + page.text.split('action="./')[1].split('"')[0])

        again = pressed(anybody, link)

        assert paused_until(alex) is None
        assert "so the link changed nothing" in again.text
        assert offered(again) == [WEEK, MONTH, ActionKind.PAUSE]


class TestForEver:
    """Only a mail program's *unsubscribe* and a press on *until I resume it* have no end."""

    @pytest.mark.parametrize("kind", PAUSES_THAT_END)
    def test_no_pause_that_is_offered_in_a_mail_is_for_ever(
        self, anybody: Gateway, alex: Gateway, clock: Clock, kind: ActionKind
    ) -> None:
        pressed(anybody, path(kind, clock))
        clock.now += timedelta(days=28)

        assert "paused" not in alex.get("/digest", **BROWSER).text
        assert str(paused_until(alex)) < clock.now.date().isoformat()

    def test_the_page_of_an_unsubscribe_offers_a_rest_first(
        self, anybody: Gateway, alex: Gateway, clock: Clock
    ) -> None:
        page = anybody.get(path(ActionKind.PAUSE, clock), **BROWSER)

        assert "<h1>Pause until I resume it</h1>" in page.text
        assert "Rather for a while?" in page.text
        assert offered(page) == [WEEK, MONTH]
        assert "Rather for a while?" not in anybody.get(path(WEEK, clock), **BROWSER).text

    @pytest.mark.parametrize("pauses", [0, 1])
    def test_a_mail_program_that_unsubscribes_during_a_pause_gets_no_more_mail_after_it(
        self, anybody: Gateway, alex: Gateway, clock: Clock, pauses: int
    ) -> None:
        pressed(anybody, path(WEEK, clock))

        reply = pressed(anybody, path(ActionKind.PAUSE, clock, pauses), UNSUBSCRIBING)

        assert (reply.status, paused_until(alex)) == (200, FOR_EVER)

    def test_an_unsubscribe_is_not_shortened_by_a_later_press_on_a_week(
        self, anybody: Gateway, alex: Gateway, clock: Clock
    ) -> None:
        pressed(anybody, path(ActionKind.PAUSE, clock), UNSUBSCRIBING)

        page = pressed(anybody, path(WEEK, clock, 1))

        assert paused_until(alex) == FOR_EVER
        assert "The digest is paused until you resume it." in page.text

    @pytest.mark.parametrize("kind", [WEEK, ActionKind.RESUME])
    def test_no_other_link_does_more_because_a_mail_program_presses_it(
        self, anybody: Gateway, alex: Gateway, clock: Clock, kind: ActionKind
    ) -> None:
        pressed(anybody, path(MONTH, clock))
        until = paused_until(alex)

        pressed(anybody, path(kind, clock), UNSUBSCRIBING)

        assert paused_until(alex) == until

    def test_a_person_s_press_ends_no_pause_with_an_end(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        pressed(anybody, path(WEEK, clock))

        pressed(anybody, path(ActionKind.PAUSE, clock, 1))

        assert paused_until(alex) == "2026-08-09"


class TestOnTheSettings:
    @pytest.mark.parametrize(("days", "until"), [("7", "Sunday 9 August 2026"), ("28", "Sunday 30 August 2026")])
    def test_one_tap_pauses_it_and_another_resumes_it(self, alexs_browser: Browser, days: str, until: str) -> None:
        page = alexs_browser.open("/settings").text
        assert f'name="days" value="{days}"' in page

        page = alexs_browser.send("/settings/pause", {"days": days}).text

        assert f"The digest is paused; the last day without it is {until}." in page.replace("\u00a0", " ")
        assert 'action="/api/settings/pause"' not in page
        alexs_browser.send("/settings/resume")
        assert 'action="/api/settings/pause"' in alexs_browser.open("/settings").text

    @pytest.mark.parametrize("days", ["0", "-7", "367", "99999", "week", ""])
    def test_no_other_number_of_days_is_taken(self, alexs_browser: Browser, alex: Gateway, days: str) -> None:
        alexs_browser.open("/settings")

        page = alexs_browser.send("/settings/pause", {"days": days})

        assert page.status == 422
        assert "days" in page.text
        assert paused_until(alex) is None

    @pytest.mark.parametrize(
        ("until", "is_taken"), [("2027-08-04", True), ("2027-08-05", False), ("2062-08-10", False)]
    )
    def test_a_year_that_was_mistyped_is_asked_about_and_pauses_nothing(
        self, alexs_browser: Browser, alex: Gateway, until: str, is_taken: bool
    ) -> None:
        alexs_browser.open("/settings")
        page = alexs_browser.send(
            "/settings",
            {
                "name": "Alex",
                "email": "alex@example.org",
                "country": "DE",
                "time_zone": "Europe/Berlin",
                "paused_until": until,
            },
        )

        said = "Is more than a year ahead; 2099-12-31 stands for until you resume it."
        assert (paused_until(alex) == until, said in page.text) == (is_taken, not is_taken)
        assert alex.patch("/owner", {"paused_until": until}).status == (200 if is_taken else 422)

    def test_other_settings_are_saved_during_an_unsubscribe(
        self, anybody: Gateway, alex: Gateway, clock: Clock
    ) -> None:
        pressed(anybody, path(ActionKind.PAUSE, clock), UNSUBSCRIBING)

        assert alex.patch("/owner", {"digest_at": "09:00", "paused_until": FOR_EVER}).status == 200
