"""In which language a request is answered: the owner's, or the best fit of what its sender reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from chalicelib.drafts.language_packs import Languages
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, Fault, InvalidValue
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.negotiation import preferred_languages
from chalicelib.web.http.problems import UntranslatedProblem
from infra import catalogs
from tests.factories import an_owner
from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded

WEB = Path(__file__).parents[2] / "chalicelib" / "web"
HTML = "text/html"
RUSSIAN = an_owner(language="ru")
CYRILLIC, FACT = re.compile("[а-яё]"), re.compile(r"\{\w+\}")


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("", ()),
        ("ru", ("ru",)),
        ("RU-ru", ("ru-ru",)),
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", ("ru-ru", "ru", "en-us", "en")),
        ("en;q=0.1, ru ; q=0.5 ,de", ("de", "ru", "en")),
        ("de;q=0.5,ru;q=0.5", ("de", "ru")),
        ("ru;q=0,en", ("en",)),
        ("ru;q=0.3,*;q=0.5,de", ("de",)),
        ("*", ()),
        ("ru;q=nan", ()),
        ("ru;q=inf,en", ("en",)),
        ("ru;q=-1", ()),
        ("ru;q=1.5", ()),
        ("ru;q=٠", ()),
        ("ru;level=1;q=0.5", ("ru",)),
        (",;,q=1;;=,", ("q=1",)),
        ("ru," * 400, ()),
    ],
)
def test_languages_come_in_the_order_in_which_they_are_wanted(header: str, languages: tuple[str, ...]) -> None:
    assert preferred_languages(header) == languages


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("eo, ru;q=0.5, en;q=0.1", "ru"),
        ("en-GB, ru;q=0.9", "en"),
        ("eo", "en"),
        ("*, ru;q=0.5", "en"),
        ("../ru", "en"),
        ("ru\x00", "en"),
        ("ru\u2028", "ru"),
        ("-", "en"),
        ("ru;q=" + "0" * 100_000, "en"),
    ],
)
def test_who_is_not_known_yet_is_answered_in_the_best_fit_of_the_header(
    anybody: Gateway, header: str, language: str
) -> None:
    reply = anybody.get("/owner", Accept_Language=header)

    assert (reply.status, reply.headers["Content-Language"]) == (401, language)
    assert bool(CYRILLIC.search(reply.data["detail"])) == (language == "ru")


@pytest.mark.parametrize("owner", [RUSSIAN])
def test_a_russian_owner_is_told_in_russian_what_is_wrong_and_why(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME | {"company": "", "round": 21}, Accept_Language="en")

    assert (reply.status, reply.data["title"]) == (422, "Unprocessable Entity")
    assert reply.headers["Content-Language"] == "ru"
    assert reply.data["detail"] == "Некоторые поля заполнены неверно; каждое названо ниже."
    assert reply.faults == {"company": "обязательное поле", "round": "нужно целое число от 1 до 20"}
    assert CYRILLIC.search(recorded(alex)["next_step"]["why"])


@pytest.mark.parametrize("owner", [RUSSIAN])
def test_a_record_that_is_not_there_is_missed_in_the_owners_language(alex: Gateway) -> None:
    assert alex.get("/interviews/x").data["detail"] == "По этому адресу ничего нет."


@pytest.mark.parametrize("owner", [an_owner(language="eo")])
def test_an_owner_of_a_language_that_nobody_speaks_here_is_told_in_english(alex: Gateway) -> None:
    reply = alex.get("/interviews/x", Accept_Language="ru")

    assert (reply.headers["Content-Language"], reply.data["detail"]) == ("en", "There is nothing at this address.")


def test_a_wrong_token_tells_nothing_of_its_owners_language(anybody: Gateway, token: str) -> None:
    reply = anybody.signed_in(token + "x").get("/owner", Accept_Language="ru")

    assert (reply.status, reply.headers["Content-Language"]) == (401, "ru")


def test_what_chalice_refuses_is_said_in_the_visitors_language(anybody: Gateway) -> None:
    reply = anybody.send("PUT", "/owner", Accept_Language="ru")

    assert (reply.status, reply.data["detail"]) == (405, "Этот адрес принимает только GET, HEAD, PATCH.")


def test_the_front_page_speaks_the_visitors_language(anybody: Gateway) -> None:
    english, russian = anybody.get("/"), anybody.get("/", Accept_Language="ru")

    assert '<html lang="en">' in english.text
    assert '<html lang="ru">' in russian.text
    assert "После собеседования: кому позвонить или написать, когда и что сказать." in russian.text
    assert (english.headers["Content-Language"], russian.headers["Content-Language"]) == ("en", "ru")


def test_what_is_to_be_typed_is_the_same_in_every_language(anybody: Gateway) -> None:
    local = anybody.get("/", Host="localhost:8000", X_Forwarded_Proto="", Accept_Language="ru")

    assert "<code>make run</code>" in local.text
    assert "TOKEN=$(cat .local/token)" in local.text


@pytest.mark.parametrize(("language", "heading"), [("en", "<h1>Token needed</h1>"), ("ru", "<h1>Нужен токен</h1>")])
def test_a_problems_page_has_a_heading_that_people_understand(anybody: Gateway, language: str, heading: str) -> None:
    page = anybody.send("POST", "/interviews", "{}", Accept=HTML, Accept_Language=language)

    assert heading in page.text
    assert f'<html lang="{language}">' in page.text
    assert page.headers["Content-Language"] == language


def test_a_catalog_that_cannot_be_read_costs_nobody_the_answer(
    app: Afterword, anybody: Gateway, tmp_path: Path
) -> None:
    (tmp_path / "drafts" / "xx").mkdir(parents=True)
    (tmp_path / "catalogs").mkdir()
    (tmp_path / "catalogs" / "xx.mo").write_bytes(b"no catalog")
    parts = replace(app.services(), languages=Languages(tmp_path))
    app.services = lambda: parts

    problem = anybody.get("/owner", Accept_Language="xx")
    page = anybody.send("POST", "/interviews", "{}", Accept_Language="xx", Accept=HTML)

    assert problem.headers["Content-Language"] == page.headers["Content-Language"] == "en"
    assert problem.data["detail"].startswith("Send your token")
    assert "<h1>Token needed</h1>" in page.text


def test_every_sentence_of_a_refusal_is_in_the_catalogs() -> None:
    """A sentence that is put together where it is raised would be found by no catalog, and said in English only."""
    given = [node for file in WEB.rglob("*.py") for node in _sentences(file)]
    known = {message.id for message in catalogs.sentences()}

    assert [ast.unparse(node) for node in given if isinstance(node, ast.JoinedStr | ast.BinOp)] == []
    assert {node.value for node in given if isinstance(node, ast.Constant)} - known == set()


def test_every_sentence_of_the_api_and_its_pages_is_said_in_russian_with_the_same_facts() -> None:
    russian = catalogs.read(catalogs.TEMPLATES / "catalogs" / "ru.po")

    for message in russian:
        if any(file.startswith(("chalicelib/web", "templates/pages")) for file, _ in message.locations):
            sentence, said = str(message.id), str(message.string or "")
            assert CYRILLIC.search(said), sentence
            assert sorted(FACT.findall(said)) == sorted(FACT.findall(sentence)), sentence


# Which argument is the sentence.
_SENTENCE = {
    InvalidValue.__name__: 0,
    Fault.__name__: 1,
    translatable.__name__: 0,
    Conflict.__name__: 0,
    UntranslatedProblem.__name__: 1,
    "__init__": 0,
}


def _sentences(file: Path) -> Iterator[ast.expr]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from node.args[_SENTENCE.get(called, len(node.args)) :][:1]
