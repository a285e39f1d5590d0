"""A third language is a folder and a catalog: a made-up one works, and no code was touched for it."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from chalicelib.digest.digest_as_page import DigestAsPage
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.web.http.application import Afterword
from infra import catalogs
from tests.web.conftest import LINKS, TEMPLATES, Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

CODE = "tlh"
NAMES = (
    "Acme",
    "Data",
    "Engineer",
    "Globex",
    "Umbrella",
    "Initech",
    "Dana",
    "Winter",
    "dana",
    "winter",
    "acme",
    "example",
)
SAID = re.compile(r"⟦[^⟦⟧]*⟧")  # the innermost: a sentence may hold another one


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product's templates, and a pack in which every sentence stands in double brackets."""
    folder = tmp_path_factory.mktemp("pack") / "templates"
    shutil.copytree(TEMPLATES, folder)
    shutil.copytree(folder / "drafts" / "en", folder / "drafts" / CODE)
    greeting = folder / "drafts" / CODE / "shared" / "greeting.txt"
    greeting.write_text("nuqneH {{ name }}!\n", encoding="utf-8")
    for advice in ("notice", "rung"):
        (folder / "drafts" / CODE / "advice" / f"{advice}.txt").write_text(f"⟦{advice}⟧", encoding="utf-8")
    missing = folder / "drafts" / CODE / "advice" / "missing.txt"
    missing.write_text("{% if not role %}⟦missing⟧{% endif %}", encoding="utf-8")
    translate(folder / "catalogs" / f"{CODE}.po")
    catalogs.compile_all(folder)
    return folder


def translate(po_file: Path) -> None:
    """Every sentence in double brackets."""
    catalog = catalogs.update(po_file)
    for message in (one for one in catalog if one.id):
        ids = [message.id] if isinstance(message.id, str) else message.id
        said = tuple(f"⟦{sentence}⟧" for sentence in ids)
        message.string = said[0] if isinstance(message.id, str) else said
    catalogs.save(catalog, po_file)


def unsaid(text: str) -> str:
    """What is left of a text when all that the catalog said is taken away."""
    while SAID.search(text):
        text = SAID.sub("", text)
    return " ".join(text.split())


class Words(HTMLParser):
    """The words of a page outside its drafts, which have their own language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._skipped = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_skipped = tag in ("style", "pre") or ("lang" in dict(attrs) and tag == "div")
        if is_skipped or (self._skipped and tag not in ("br", "meta")):
            self._skipped += 1

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= bool(self._skipped)

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.found.append(data)


@pytest.fixture
def klingon(app: Afterword, alex: Gateway, templates: Path) -> Gateway:
    """An owner who speaks it."""
    languages = Languages(templates)
    writer = Writer(languages)
    parts = replace(
        app.services(),
        languages=languages,
        writer=lambda: writer,
        digest_page=DigestAsPage(writer, templates, LINKS),
        templates=templates,
    )
    app.services = lambda: parts
    assert alex.patch("/owner", {"language": CODE}).status == 200
    return alex


def test_a_refusal_and_a_reason_are_said_in_it(klingon: Gateway) -> None:
    refused = klingon.post("/interviews", {"company": "", "surprise": 1}).data
    why = recorded(klingon)["next_step"]["why"]

    assert [unsaid(one["reason"]) for one in refused["problems"]] == [""] * 4
    assert (unsaid(refused["detail"]), unsaid(why)) == ("", "")


def test_a_draft_comes_from_its_folder(klingon: Gateway) -> None:
    record = recorded(klingon)

    draft = klingon.get(f"/interviews/{record['id']}/drafts/thank_you_letter").data

    assert draft["language"] == CODE
    assert draft["text"].startswith("nuqneH Dana Winter!")


def test_nothing_of_the_digest_is_left_in_english(klingon: Gateway, clock: Clock) -> None:
    recorded(klingon)
    recorded(klingon, company="Globex", answer_expected_on="2026-08-06", contacts=[])
    recorded(klingon, company="Umbrella", answer_expected_on="2026-08-28")
    offer = recorded(klingon, company="Initech")
    klingon.post(f"/interviews/{offer['id']}/events", {"kind": "heard_back", "result": "offer"})
    klingon.patch("/owner", {"processes_at_least": 9})
    clock.now += timedelta(days=7)

    page = klingon.get("/digest").text
    left = unsaid(" ".join(Words(page).found))

    assert f'<html lang="{CODE}">' in page
    assert "⟦Keep looking" in page
    assert set(re.findall(r"[A-Za-z]{2,}", left)) <= {"Afterword", *NAMES}


def test_a_page_is_in_it_for_who_prefers_it(klingon: Gateway, anybody: Gateway) -> None:
    wishes = {"Accept": "text/html", "Accept-Language": f"{CODE}, en;q=0.5"}

    page = anybody.send("POST", "/interviews", "{}", **wishes).text

    assert f'<html lang="{CODE}">' in page
    assert unsaid(" ".join(Words(page).found)) in ("· Afterword", "Afterword")
