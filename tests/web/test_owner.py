"""``/owner``."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.playbook.owner import Owner
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from tests.factories import THAT_EVENING
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded


def test_the_settings_are_shown_without_the_token(alex: Gateway) -> None:
    reply = alex.get("/owner")

    assert reply.headers["ETag"] == '"1"'
    assert reply.data == {
        "id": "alex",
        "name": "Alex Example",
        "email": "alex@example.org",
        "phone": "+49 30 23125 020",
        "language": "en",
        "tone": "formal",
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "digest_at": "08:00",
        "digest_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "paused_until": None,
        "attempts_at_most": 4,
        "days_between_attempts": 3,
        "processes_at_least": 3,
        "capture_certain": False,
        "digest_problem": None,
        "digest_seen_at": None,
        "calendar_url": None,
        "version": 1,
    }


def test_a_change_touches_only_what_it_names(alex: Gateway) -> None:
    before = alex.get("/owner").data
    changes = {
        "name": "Alexandra Example",
        "phone": None,
        "tone": "friendly",
        "digest_at": "07:30",
        "digest_days": ["mon", "fri"],
        "paused_until": "2026-08-31",
        "country": "US",
        "time_zone": "America/New_York",
        "attempts_at_most": 3,
        "days_between_attempts": 5,
    }

    after = alex.patch("/owner", changes).data

    assert after == before | changes | {"version": 2}
    assert alex.get("/owner").data == after


def test_null_sets_the_pacing_back_to_its_defaults(alex: Gateway) -> None:
    alex.patch("/owner", {"attempts_at_most": 2, "days_between_attempts": 5})

    after = alex.patch("/owner", {"attempts_at_most": None, "days_between_attempts": None}).data

    assert (after["attempts_at_most"], after["days_between_attempts"]) == (4, 3)


def test_the_loser_of_two_changes_is_told(alex: Gateway) -> None:
    alex.patch("/owner", {"name": "First"}, If_Match='"1"')

    reply = alex.patch("/owner", {"name": "Second"}, If_Match='"1"')

    assert (reply.status, alex.get("/owner").data["name"]) == (412, "First")


def test_another_country_moves_the_due_dates(alex: Gateway) -> None:
    record = recorded(alex, interview_on="2026-11-20")  # Thanksgiving is on 26 November

    alex.patch("/owner", {"country": "US"})

    plan = alex.get(f"/interviews/{record['id']}/plan").data["items"]
    assert next(step["due_on"] for step in plan if step["kind"] == "status_call") == "2026-11-30"


class Watched(Interviews):
    """Interviews that remember for whom they were planned anew."""

    def __init__(self) -> None:
        super().__init__()
        self.planned_for: list[Owner] = []

    def plan_anew(self, owner: Owner, now: datetime) -> int:
        self.planned_for.append(owner)
        return super().plan_anew(owner, now)


@pytest.mark.parametrize(
    ("change", "is_planned"),
    [
        ({"country": "US"}, True),
        ({"time_zone": "UTC"}, True),
        ({"attempts_at_most": 2}, True),
        ({"days_between_attempts": 5}, True),
        ({"name": "Alexandra", "digest_at": "09:00", "tone": "friendly"}, False),
    ],
)
@pytest.mark.parametrize("interviews", [Watched()])
def test_what_moves_due_dates_plans_the_open_records_anew(
    alex: Gateway, interviews: Watched, change: dict[str, object], is_planned: bool
) -> None:
    interviews.planned_for.clear()

    account = alex.patch("/owner", change).data

    assert [owner.country for owner in interviews.planned_for] == [account["country"]] * is_planned


@pytest.mark.parametrize(
    "change", [{"digest_at": "09:00"}, {"digest_days": ["sun"]}, {"time_zone": "UTC"}, {"paused_until": None}]
)
def test_a_change_of_the_digest_s_time_lets_the_next_tick_look_again(
    alex: Gateway, owners: Owners, change: dict[str, object]
) -> None:
    _put_off(owners)

    alex.patch("/owner", change)

    assert _account(owners).next_digest_at == THAT_EVENING


@pytest.mark.parametrize("sent", [["fri", "mon", "mon"], ["mon", "fri"]])
def test_the_digest_s_days_are_kept_once_each_and_in_the_order_of_the_week(alex: Gateway, sent: list[str]) -> None:
    assert alex.patch("/owner", {"digest_days": sent}).data["digest_days"] == ["mon", "fri"]


def test_a_form_names_the_digest_s_days_in_one_field(alex: Gateway) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}

    reply = alex.send("PATCH", "/owner", "digest_days=fri,+mon", **form)

    assert reply.data["digest_days"] == ["mon", "fri"]
    assert len(alex.patch("/owner", {"digest_days": None}).data["digest_days"]) == 7


def test_any_other_change_leaves_the_digest_alone(alex: Gateway, owners: Owners) -> None:
    account = _put_off(owners)

    alex.patch("/owner", {"name": "Alexandra"})

    assert _account(owners).next_digest_at == account.next_digest_at


def test_a_new_mail_address_is_given_another_chance(alex: Gateway, owners: Owners) -> None:
    owners.save(replace(_account(owners), digest_problem="MessageRejected"))
    assert alex.get("/owner").data["digest_problem"] == "MessageRejected"

    after = alex.patch("/owner", {"email": "alex@example.net"}).data

    assert (after["email"], after["digest_problem"]) == ("alex@example.net", None)


def _account(owners: Owners) -> Account:
    account = owners.get("alex")
    assert account is not None
    return account


def _put_off(owners: Owners) -> Account:
    return owners.put_off(_account(owners), THAT_EVENING + timedelta(days=1))


@pytest.mark.parametrize("language", ["ru", "RU", "ru-RU", "en-GB"])
def test_a_region_of_a_language_that_is_spoken_will_do(alex: Gateway, language: str) -> None:
    assert alex.patch("/owner", {"language": language}).data["language"] == language


def test_a_russian_owner_is_told_why_in_russian_and_gets_russian_drafts(alex: Gateway) -> None:
    alex.patch("/owner", {"language": "ru"})

    record = recorded(alex)

    assert record["next_step"]["why"].startswith("Поблагодарить стоит всегда")
    assert "Здравствуйте" in alex.get(f"/interviews/{record['id']}/drafts/thank_you_letter").data["text"]
    assert alex.get("/interviews/nothing").data["detail"] == "По этому адресу ничего нет."


def test_the_language_of_a_record_governs_its_drafts_and_that_of_the_owner_all_else(alex: Gateway) -> None:
    record = recorded(alex, language="ru")

    draft = alex.get(f"/interviews/{record['id']}/drafts/thank_you_letter").data

    assert record["next_step"]["why"].startswith("A thank-you letter")
    assert draft["language"] == "ru"
    assert "Здравствуйте" in draft["text"]
    assert draft["notice"].startswith("Draft - not sent.")


def test_the_digest_marks_a_letter_in_another_language_as_such(alex: Gateway, clock: Clock) -> None:
    recorded(alex, language="ru")
    clock.now += timedelta(days=1)

    page = alex.get("/digest").text

    assert '<html lang="en">' in page
    assert '<div class="letter" lang="ru">' in page
