"""What the commands find and leave in an account: keys and people. On moto."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import boto3
import pytest
from moto import mock_aws

from chalicelib.links.keyring import read_keyring
from chalicelib.records.owners import Owners
from chalicelib.records.table import configure, create_table
from infra.deploy.choices import choices_in
from infra.deploy.deployed_owners import change_settings, create_owner, owner_in, renew_token
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.signing_keys import current_version, delete_keys, ensure_keys, rotate_keys
from infra.deploy.stack import Stack
from infra.deploy.terminal import Terminal

NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
KIM = "kim@example.org"


@pytest.fixture
def deployment() -> Iterator[Deployment]:
    """The stage ``shop`` in an empty account."""
    with mock_aws():
        yield Deployment("shop", boto3.Session(region_name="eu-central-1"))


class TestKeys:
    def stored(self, deployment: Deployment) -> str:
        found = deployment.client("ssm").get_parameter(Name="/afterword/shop/keys", WithDecryption=True)
        return str(found["Parameter"]["Value"])

    def test_they_are_made_once(self, deployment: Deployment) -> None:
        versions = ensure_keys(deployment, NOW), ensure_keys(deployment, NOW)

        assert versions == (1, 1)
        assert len(read_keyring(self.stored(deployment)).keys) == 1
        assert deployment.client("ssm").describe_parameters()["Parameters"][0]["Type"] == "SecureString"

    def test_a_new_one_signs_and_the_old_one_is_kept_as_retired(self, deployment: Deployment) -> None:
        ensure_keys(deployment, NOW)
        first = read_keyring(self.stored(deployment)).newest

        version = rotate_keys(deployment, NOW)

        keys = read_keyring(self.stored(deployment)).keys
        assert version == 2
        assert keys[1].kid == first.kid
        assert (keys[0].retired_at, keys[1].retired_at) == (None, NOW)

    def test_they_can_be_forgotten_twice(self, deployment: Deployment) -> None:
        ensure_keys(deployment, NOW)

        delete_keys(deployment)
        delete_keys(deployment)

        assert current_version(deployment) is None


class TestPeople:
    @pytest.fixture
    def table(self, deployment: Deployment) -> None:
        """The deployment's table."""
        configure(deployment.name, deployment.region)
        create_table()

    @pytest.mark.usefixtures("table")
    def test_who_moves_in_gets_a_token_once(self, deployment: Deployment) -> None:
        kim = owner_in({}, "me", KIM)

        tokens = create_owner(deployment, kim), create_owner(deployment, kim)

        assert tokens[0] is not None
        assert tokens[0].startswith("me.")
        assert tokens[1] is None

    @pytest.mark.usefixtures("table")
    def test_a_new_token_ends_the_sessions_too(self, deployment: Deployment) -> None:
        first = create_owner(deployment, owner_in({}, "me", KIM))

        second = renew_token(deployment, "me")

        account = Owners().get("me")
        assert second != first
        assert account is not None
        assert account.sessions == 1

    @pytest.mark.usefixtures("table")
    def test_there_is_no_token_for_nobody(self, deployment: Deployment) -> None:
        with pytest.raises(CannotDo, match="no owner 'kim'"):
            renew_token(deployment, "kim")

    def test_what_is_not_said_is_guessed_from_the_machine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("LC_ALL", raising=False)
        monkeypatch.setenv("LANG", "ru_RU.UTF-8")
        monkeypatch.setenv("TZ", "Europe/Moscow")

        kim = owner_in({}, "me", "kim.moss@example.org")

        assert (kim.name, kim.language, kim.country, kim.time_zone) == ("Kim Moss", "ru", "RU", "Europe/Moscow")

    def test_what_is_said_counts(self) -> None:
        said = {"FULL_NAME": "Kim", "PHONE": "+49 30 23125 020", "COUNTRY": "DE-BY", "TIME_ZONE": "Europe/Berlin"}

        kim = owner_in(said, "me", KIM)

        assert (kim.name, kim.phone, kim.country, kim.zone.key) == tuple(said.values())

    def test_h7_a_name_that_nobody_said_is_known_to_be_guessed(self) -> None:
        assert owner_in({}, "me", KIM).is_name_guessed
        assert not owner_in({"FULL_NAME": "Kim"}, "me", KIM).is_name_guessed

    @pytest.mark.parametrize(("name", "value"), [("COUNTRY", "XX"), ("TIME_ZONE", "Berlin"), ("PHONE", "none")])
    def test_what_does_not_fit_is_named(self, name: str, value: str) -> None:
        with pytest.raises(CannotDo, match=name):
            owner_in({name: value}, "me", KIM)

    @pytest.mark.parametrize(("exported", "code"), [("ru_RU:ru", "ru"), ("tlh_XX:tlh", "en"), ("en_US.UTF-8", "en")])
    def test_a_desktop_s_language_is_taken_where_it_is_spoken(self, exported: str, code: str) -> None:
        assert owner_in({"LANGUAGE": exported}, "me", KIM).language == code

    @pytest.mark.usefixtures("table")
    def test_settings_that_are_said_later_change_the_owner_and_others_stay(self, deployment: Deployment) -> None:
        create_owner(deployment, owner_in({"FULL_NAME": "Kim Moss", "PHONE": "+49 30 23125 020"}, "me", KIM))

        owner = change_settings(deployment, "me", {"EMAIL": "new@example.org"})

        assert owner is not None
        assert (owner.email, owner.name, owner.phone) == ("new@example.org", "Kim Moss", "+49 30 23125 020")
        assert change_settings(deployment, "me", {"EMAIL": "new@example.org"}) is None

    @pytest.mark.usefixtures("table")
    def test_h7_a_guessed_name_is_theirs_once_they_say_it(self, deployment: Deployment) -> None:
        guessed = owner_in({}, "me", KIM)
        create_owner(deployment, guessed)
        elsewhere = change_settings(deployment, "me", {"TIME_ZONE": "Asia/Tokyo"})

        named = change_settings(deployment, "me", {"FULL_NAME": guessed.name})

        assert elsewhere is not None
        assert elsewhere.is_name_guessed
        assert named is not None
        assert not named.is_name_guessed


class TestChoices:
    def test_what_was_chosen_before_stays_unless_it_is_said_anew(self) -> None:
        before = Stack("UPDATE_COMPLETE", {}, {"OwnerEmail": KIM, "OwnerId": "kim", "MonthlyBudget": "5"})

        choices = choices_in({"BUDGET": "7"}, before)

        assert (choices.email, choices.way.sender, choices.owner_id, choices.budget) == (KIM, KIM, "kim", "7")

    @pytest.mark.parametrize(
        ("name", "value"),
        [("EMAIL", "kim"), ("SENDER", "kim"), ("BUDGET", "three"), ("CONCURRENCY", "0"), ("OWNER", "kim moss")],
    )
    def test_what_does_not_fit_is_named_with_its_value(self, name: str, value: str) -> None:
        with pytest.raises(CannotDo, match=f"{name} is '{value}'"):
            choices_in({"EMAIL": KIM, name: value}, Stack("", {}, {}))

    def test_a_stage_has_one_first_owner(self) -> None:
        with pytest.raises(CannotDo, match="owner-add OWNER=sam"):
            choices_in({"OWNER": "sam"}, Stack("UPDATE_COMPLETE", {}, {"OwnerEmail": KIM, "OwnerId": "kim"}))


class TestTalking:
    @pytest.mark.parametrize("told", ["1", "yes", "Y"])
    def test_yes_answers_every_question_but_the_one_that_wants_a_name(self, told: str) -> None:
        terminal = Terminal.told({"YES": told})

        terminal.agree("Go on?")

        with pytest.raises(CannotDo):
            terminal.asked("Type afterword-shop:", ["afterword-shop"])

    def test_a_question_that_may_wait_is_not_asked_where_nobody_can_answer(self) -> None:
        assert Terminal.told({"YES": "1"}).typed("Your name:") == ""
        assert Terminal.told({}).typed("Your name:") == ""

    def test_what_is_secret_is_not_shown_while_it_is_typed(self) -> None:
        keyboard, screen = os.openpty()
        asking = "from infra.deploy.terminal import Terminal; print(len(Terminal().secret('Password:')))"
        command = [sys.executable, "-c", asking]  # in a session of its own, away from the terminal of whoever tests
        with subprocess.Popen(command, stdin=screen, stdout=screen, stderr=screen, start_new_session=True) as asked:
            os.close(screen)
            shown = os.read(keyboard, 100)
            os.write(keyboard, b"hidden\n")
            with suppress(OSError):  # the terminal's other end closes
                while more := os.read(keyboard, 100):
                    shown += more
        os.close(keyboard)

        assert asked.returncode == 0
        assert b"Password:" in shown
        assert b"6" in shown
        assert b"hidden" not in shown

    def test_without_anybody_to_ask_nothing_is_done(self) -> None:
        with pytest.raises(CannotDo, match="Nobody can be asked"):
            Terminal.told({}).agree("Go on?")

    def test_waiting_ends_with_a_word(self) -> None:
        with pytest.raises(CannotDo, match="takes longer than 0 seconds"):
            Terminal(pause=lambda _: None).wait_for("Waiting", lambda: False, seconds=0)
