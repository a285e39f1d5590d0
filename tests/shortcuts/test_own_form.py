"""A form of one's own, opened from the disk by a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook

TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"]


def open_form(page: Page, recipe_for: Cook, folder: Path, enctype: str = TYPES[0]) -> None:
    """Save the form, give it this ``enctype``, and open it."""
    html = recipe_for("A form of your own").code("html")[0]
    file = folder / "form.html"
    file.write_text(html.replace('method="post"', f'method="post" enctype="{enctype}"'), encoding="utf-8")
    page.goto(file.as_uri())


def fill_in(page: Page, token: str, **changes: str) -> None:
    """Fill in the form and send it."""
    typed = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03", "token": token}
    for name, text in (typed | changes).items():
        page.fill(f"[name={name}]", text)
    page.get_by_role("button").click()


@pytest.mark.parametrize("enctype", TYPES)
def test_the_form_records_and_the_service_says_so(
    recipe_for: Cook, local: LocalServer, page: Page, tmp_path: Path, enctype: str
) -> None:
    open_form(page, recipe_for, tmp_path, enctype)
    page.check("[name=test_task]")

    fill_in(page, local.token, company=f"Søren & Söhne, {enctype}", contact_phone="+49 30 23125 021", notes="one\ntwo")

    items = local.ask("GET", "/interviews").json["items"]
    record = next(one for one in items if one["company"] == f"Søren & Söhne, {enctype}")
    assert page.get_by_role("heading", name="Recorded.").is_visible()
    assert local.token not in page.url
    assert record["contacts"][0]["phone"] == "+49 30 23125 021"
    assert record["notes"] == "one\ntwo"
    assert record["test_task"] is True
    assert record["answer_expected_on"] is None


def test_going_back_and_sending_again_records_once(
    recipe_for: Cook, local: LocalServer, page: Page, tmp_path: Path
) -> None:
    for _ in range(2):
        open_form(page, recipe_for, tmp_path)
        fill_in(page, local.token, company="Again")

    assert [one["company"] for one in local.ask("GET", "/interviews").json["items"]].count("Again") == 1


def test_what_does_not_fit_is_said_on_a_page(recipe_for: Cook, local: LocalServer, page: Page, tmp_path: Path) -> None:
    open_form(page, recipe_for, tmp_path)

    fill_in(page, local.token, contact_phone="call me")

    assert page.get_by_role("heading", name="Some fields do not fit").is_visible()
    assert "contact_phone" in page.inner_text("main")


def test_a_wrong_token_records_nothing(recipe_for: Cook, local: LocalServer, page: Page, tmp_path: Path) -> None:
    open_form(page, recipe_for, tmp_path)

    fill_in(page, "me.wrong", company="Stranger")

    assert page.get_by_role("heading", name="Token needed").is_visible()
    assert "Stranger" not in [one["company"] for one in local.ask("GET", "/interviews").json["items"]]


def test_the_token_is_not_in_the_page(recipe_for: Cook, local: LocalServer) -> None:
    assert local.token not in recipe_for("A form of your own").code("html")[0]
