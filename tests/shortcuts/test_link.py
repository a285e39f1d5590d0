"""A link and a bookmark that fill in the service's own form, in a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook

VACANCY = (
    "<meta charset=utf-8><title>Data Engineer</title><p id='who'>Søren &amp; Söhne +1</p><a id='mark'>bookmark</a>"
)


def sign_in(page: Page, local: LocalServer) -> None:
    """Begin a session."""
    page.goto(f"http://127.0.0.1:{local.port}/sign-in")
    page.fill("[name=token]", local.token)
    page.get_by_role("button").click()


def companies(local: LocalServer) -> list[str]:
    """Those of all records."""
    return [one["company"] for one in local.ask("GET", "/interviews").json["items"]]


def read_vacancy(page: Page, bookmarklet: str) -> None:
    """Open a page of another site, with the bookmark at hand."""
    page.route("http://jobs.example/", lambda route: route.fulfill(body=VACANCY, content_type="text/html"))
    page.goto("http://jobs.example/")
    page.evaluate("address => document.getElementById('mark').href = address", bookmarklet)


def test_the_link_fills_in_the_form_and_records_nothing_by_itself(
    recipe_for: Cook, local: LocalServer, page: Page
) -> None:
    sign_in(page, local)

    page.goto(recipe_for("A link").code("text")[0].strip())

    assert page.input_value("[name=company]") == "Acme"
    assert page.input_value("[name=position]") == "Data Engineer"
    assert page.input_value("[name=interview_on]") == "2026-08-03"
    assert page.input_value("[name=contact_name]") == "Dana Winter"
    assert "Acme" not in companies(local)


def test_the_button_records_what_the_link_filled_in(recipe_for: Cook, local: LocalServer, page: Page) -> None:
    sign_in(page, local)
    page.goto(recipe_for("A link").code("text")[0].strip().replace("Acme", "Initech"))

    page.get_by_role("button", name="Record it").click()

    assert "Initech" in companies(local)


def test_who_is_not_signed_in_is_asked_for_the_token_first(recipe_for: Cook, local: LocalServer, page: Page) -> None:
    page.goto(recipe_for("A link").code("text")[0].strip())

    assert urlsplit(page.url).path == "/sign-in"


def test_the_bookmark_takes_the_marked_company(recipe_for: Cook, local: LocalServer, page: Page) -> None:
    bookmarklet = recipe_for("A link").code("text")[1].strip()
    page.on("dialog", lambda dialog: dialog.accept(dialog.default_value))
    sign_in(page, local)
    read_vacancy(page, bookmarklet)

    page.evaluate("getSelection().selectAllChildren(document.getElementById('who'))")
    page.click("#mark")

    page.wait_for_url("**/record?*")
    assert page.input_value("[name=company]") == "Søren & Söhne +1"
    assert page.input_value("[name=position]") == "Data Engineer"


def test_the_bookmark_asks_for_what_is_not_marked(recipe_for: Cook, local: LocalServer, page: Page) -> None:
    bookmarklet = recipe_for("A link").code("text")[1].strip()
    answers = {"Company?": "Globex", "Position?": "Analyst"}
    page.on("dialog", lambda dialog: dialog.accept(answers[dialog.message]))
    sign_in(page, local)
    read_vacancy(page, bookmarklet)

    page.click("#mark")

    page.wait_for_url("**/record?*")
    assert page.input_value("[name=company]") == "Globex"
    assert page.input_value("[name=position]") == "Analyst"
