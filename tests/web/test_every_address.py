"""No address and no page is forgotten: one that lacks something is named, with what it lacks and where that belongs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from chalicelib.web.http.lazy_blueprint import Url
from chalicelib.web.openapi.document import CHAPTERS
from chalicelib.web.pages.redisplay import form_view_of
from chalicelib.web.urls import URLS

PROJECT = Path(__file__).parents[2]
TEMPLATES = PROJECT / "templates" / "pages"
MODULES = PROJECT / "chalicelib" / "web"
SHOWN = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html")}
CODE = {path.stem: path.read_text(encoding="utf-8") for path in MODULES.rglob("*.py")}
TOUR = PROJECT / "tests" / "browser" / "tour.py"
PATH_OF_A_RECORD = re.compile(r"\{context\.path_to\([^)]*\)\}")
NO_LINK = re.compile(r"""redirect_to\([^\n]*|action="[^"]*"|frozenset\([^\n]*""")  # leads nobody there by itself
A_DECLARATION = re.compile(r"@routes\.\w+\([^)]*")  # of a route names its own path, which is no link to it
A_PART = r"(?:\{\{[^}]*\}\}|\{[^}]*\})"  # a part of a path, as a template or a text of the code fills it in
AN_INPUT_TO_TYPE_IN = re.compile(r"<textarea|f\.(?:line|text|inputs|folded)\(")
FOR_NO_BROWSER = {
    "/act/{token}",
    "/read/{token}",
    "/settle/{token}",
    "/sign-in",
}  # from mails, and from every page of who is not signed in
FROM_THE_README = {"/docs", "/digest"}  # for who writes programs, and for a look at the mail
WITHOUT_KEEPING = {
    "/import",
    "/import/preview",
    "/sign-in",
    "/act/{token}",
    "/settle/{token}",
}  # a file is chosen anew; no session


def as_written(path: str) -> str:
    """A pattern of a path as templates and code have it."""
    return re.sub(r"\\{\w+\\}", lambda _: A_PART, re.escape(path))


def lacks(url: Url) -> Iterator[str]:
    """What an address lacks."""
    if url.tag not in CHAPTERS:
        yield f"its chapter {url.tag!r} has no words: CHAPTERS in chalicelib/web/openapi/document.py"
    if not (url.api or url.page):
        yield "nobody answers there: give it api or page in chalicelib/web/urls.py"
    if url.page.endswith("_page") and url.path not in FOR_NO_BROWSER:
        yield from lacks_a_way(url)


def lacks_a_way(url: Url) -> Iterator[str]:
    """What is missing for a person to get there with a browser."""
    pattern = re.compile(as_written(url.path) + r"""(?=["'?#{])""")
    code = (
        PATH_OF_A_RECORD.sub("/interviews/{id}", A_DECLARATION.sub("", text))
        for module, text in CODE.items()
        if module != "urls"
    )
    texts = [text.replace(url.address, "") for text in (*SHOWN.values(), *code)]
    if url.method == "GET":
        texts = [NO_LINK.sub("", text) for text in texts]
    said = [text for text in texts if pattern.search(text)]
    if not said and url.path not in {"/", "/settings/token", *FROM_THE_README}:  # a reload leads to the token's
        how = "links to it" if url.method == "GET" else "has a form that sends to it"
        yield f"no page {how}: templates/pages/"


@pytest.mark.parametrize("url", URLS, ids=lambda url: url.address)
def test_an_address_lacks_nothing(url: Url) -> None:
    assert list(lacks(url)) == []


def test_no_address_is_there_twice() -> None:
    addresses = [url.address for url in URLS]

    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("module", sorted(path.stem for path in (MODULES / "pages").glob("*_page.py")))
def test_a_page_has_an_address(module: str) -> None:
    served = {url.page.rpartition(".")[2] for url in URLS}

    assert module in served, f"{module} answers at no address: URLS in chalicelib/web/urls.py"


@pytest.mark.parametrize("module", sorted(path.stem for path in (MODULES / "api").glob("*_api.py")))
def test_a_resource_has_an_address(module: str) -> None:
    served = {url.api.rpartition(".")[2] for url in URLS}

    assert module in served, f"{module} answers at no address: URLS in chalicelib/web/urls.py"


@pytest.mark.parametrize("template", sorted(SHOWN))
def test_a_template_is_shown_by_a_page_or_is_part_of_one(template: str) -> None:
    name = template.removesuffix(".html")
    parts = [other for other, text in SHOWN.items() if f'"{template}"' in text]
    pages = [module for module, text in CODE.items() if f'"{name}"' in text]

    assert parts or pages, f"nothing shows templates/pages/{template}: render it in a module of chalicelib/web/pages/"


@cache
def looked_at() -> str:
    """The code of the tour's stops: of the functions that ``STOPS`` names, and of what they call."""
    source = TOUR.read_text(encoding="utf-8")
    nodes = ast.parse(source).body
    stops = next(node for node in nodes if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "STOPS")
    named = {node.id for node in ast.walk(stops) if isinstance(node, ast.Name)}
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    called = [node for node in functions if node.name in named or node.name.startswith("_")]
    return "\n".join(ast.unparse(node) for node in called)


@pytest.mark.parametrize(
    "url", [url for url in URLS if url.method == "GET" and url.page.endswith("_page")], ids=lambda url: url.address
)
def test_a_page_is_looked_at_in_a_real_browser(url: Url) -> None:
    last = [part for part in url.path.split("/") if not part.startswith("{")][-1]
    name = url.page.rpartition(".")[2].removesuffix("_page")

    assert re.search(rf"\b(?:{re.escape(last or name)}|{name})\b", looked_at()), (
        f"no stop of tests/browser/tour.py opens {url.address}: a function, and its name in STOPS"
    )


@pytest.mark.parametrize("url", [url for url in URLS if url.method == "POST" and url.page], ids=lambda url: url.address)
def test_what_is_typed_into_a_form_is_never_lost_to_a_session_that_is_over(url: Url) -> None:
    """Forms with something to type in are those of ``with_form``; of the others only a button is pressed again."""
    action = re.compile(r'action="\{\{ root \}\}' + as_written(url.path) + '"')
    forms = [part for text in SHOWN.values() for part in text.split("<form")[1:] if action.search(part)]
    is_typed_into = any(AN_INPUT_TO_TYPE_IN.search(with_parts(form.partition("</form>")[0])) for form in forms)

    assert not is_typed_into or url.path in WITHOUT_KEEPING or form_view_of(url.page_route.view), (
        f"what is typed there is lost when the session is over: @with_form for {url.address} in {url.page}"
    )


def with_parts(form: str) -> str:
    """A form with the templates that it includes."""
    included = re.findall(r'include "([\w.]+)"', form)
    return form + "".join(SHOWN[name] for name in included)
