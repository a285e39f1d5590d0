"""A Google Form: its script, run by node, sends each response to the server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook
from tests.shortcuts.programs import run_in_node

THAT_EVENING, NEXT_DAY = "2026-08-03T18:00:00+02:00", "2026-08-04T18:00:00+02:00"
REQUIRED = {"Company": "Acme", "Position": "Data Engineer", "Day of the interview": "2026-08-03"}
ALL = REQUIRED | {
    "Time": "15:00",
    "Contact": "Dana Winter",
    "Phone": "+49 30 23125 021",
    "Email": "dana.winter@acme.example",
    "Answer expected on": "2026-08-10",
    "May I call?": "Yes",
    "Notes": "liked: the team & its plans",
}


def submitted(
    recipe_for: Cook,
    local: LocalServer,
    answers: Mapping[str, str],
    response: str,
    *,
    token: str | None = None,
    now: str = THAT_EVENING,
) -> Any:
    """The mails to the form's owner after somebody has filled it in at ``now``."""
    return run_in_node(
        "apps_script.mjs",
        code=recipe_for("Google Form").code("javascript")[0],
        answers=list(answers.items()),
        id=response,
        properties={"TOKEN": token or local.token},
        now=now,
    )


def companies(local: LocalServer) -> list[str]:
    """Those of all records."""
    return [one["company"] for one in local.ask("GET", "/interviews?status=all").json["items"]]


def test_every_question_of_the_list_reaches_its_field(recipe_for: Cook, local: LocalServer) -> None:
    code = recipe_for("Google Form").code("javascript")[0]

    mails = submitted(recipe_for, local, ALL | {"Company": "Søren & Söhne"}, "2_ABaOnud-all")

    record = next(one for one in local.ask("GET", "/interviews").json["items"] if one["company"] == "Søren & Söhne")
    assert mails == []
    assert set(re.findall(r"^  '(.+)': '\w+',$", code, re.MULTILINE)) == set(ALL)
    assert record["contacts"][0]["phone"] == ALL["Phone"]
    assert (record["interview_time"], record["answer_expected_on"]) == ("15:00", "2026-08-10")
    assert record["may_call"] is True
    assert record["notes"] == ALL["Notes"]


def test_three_answers_are_enough_and_the_others_come_empty(recipe_for: Cook, local: LocalServer) -> None:
    answers = dict.fromkeys(ALL, "") | REQUIRED | {"Company": "Three answers"}

    assert submitted(recipe_for, local, answers, "2_ABaOnud-three") == []
    assert "Three answers" in companies(local)


def test_a_trigger_that_runs_twice_records_once(recipe_for: Cook, local: LocalServer) -> None:
    for now in (THAT_EVENING, NEXT_DAY):
        assert submitted(recipe_for, local, REQUIRED | {"Company": "Twice"}, "2_ABaOnud-twice", now=now) == []

    assert companies(local).count("Twice") == 1


def test_a_refusal_comes_by_mail_with_its_reason_and_all_that_was_typed(recipe_for: Cook, local: LocalServer) -> None:
    answers = REQUIRED | {"Phone": "call me", "Shoe size": "42"}

    (mail,) = submitted(recipe_for, local, answers, "2_ABaOnud-refused")

    assert mail["to"] == "alex@example.org"
    assert mail["body"].startswith("422: ")
    assert '"contact_phone"' in mail["body"]
    assert '"Shoe size"' in mail["body"]
    assert "Phone: call me" in mail["body"]


def test_a_wrong_token_comes_by_mail_and_is_not_in_it(recipe_for: Cook, local: LocalServer) -> None:
    (mail,) = submitted(recipe_for, local, REQUIRED, "2_ABaOnud-token", token="me.wrong")

    assert mail["body"].startswith("401: ")
    assert "me.wrong" not in mail["body"]


def test_a_service_that_does_not_answer_comes_by_mail_too(recipe_for: Cook, local: LocalServer) -> None:
    code = recipe_for("Google Form").code("javascript")[0].replace(f":{local.port}'", ":9'")
    answers = list((REQUIRED | {"Company": "Nobody there"}).items())

    (mail,) = run_in_node("apps_script.mjs", code=code, answers=answers, id="2_A", properties={}, now=THAT_EVENING)

    assert "Company: Nobody there" in mail["body"]


def test_the_token_is_in_the_property_and_not_in_the_code(recipe_for: Cook, local: LocalServer) -> None:
    assert local.token not in recipe_for("Google Form").code("javascript")[0]
