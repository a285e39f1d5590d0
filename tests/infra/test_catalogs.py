"""The catalogs: every sentence of the interface is in them, translated, with its facts; compiled when needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from infra import catalogs

FACT = re.compile(r"\{\w+\}|%\(\w+\)s")
CATALOGS = list(catalogs.catalogs())


def keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, str(message.id)) for message in catalog if message.id}


def sentences_of(message: Message) -> Iterator[tuple[set[str], str]]:
    """Each translation with the facts that it may name: the singular need not name the number."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return (({fact for one in ids for fact in FACT.findall(one)}, one) for one in said)


@pytest.mark.parametrize("po_file", CATALOGS, ids=lambda path: path.stem)
class TestEachCatalog:
    def test_it_holds_the_sentences_of_the_sources_and_no_others(self, po_file: Path) -> None:
        assert keys(catalogs.read(po_file)) == keys(catalogs.sentences()), "run `make catalogs`"

    def test_every_sentence_is_translated(self, po_file: Path) -> None:
        missing = [
            one.id for one in catalogs.read(po_file) if one.id and not all(said for _, said in sentences_of(one))
        ]

        assert missing == []

    def test_a_translation_names_the_facts_of_its_sentence(self, po_file: Path) -> None:
        for message in (one for one in catalogs.read(po_file) if one.id):
            for facts, said in sentences_of(message):
                assert set(FACT.findall(said)) <= facts, message.id
            assert {fact for _, said in sentences_of(message) for fact in FACT.findall(said)} >= _needed(message)

    def test_its_file_is_as_the_tool_writes_it(self, po_file: Path, tmp_path: Path) -> None:
        copy = tmp_path / po_file.name
        copy.write_bytes(po_file.read_bytes())

        catalogs.update(copy)

        assert copy.read_bytes() == po_file.read_bytes(), "run `make catalogs`"


def _needed(message: Message) -> set[str]:
    """A day without its weekday is still a day; all other facts have to be told."""
    ids = [message.id] if isinstance(message.id, str) else [message.id[-1]]
    return {fact for one in ids for fact in FACT.findall(one)} - {"{weekday}"}


def test_russian_is_there() -> None:
    assert "ru" in [po_file.stem for po_file in CATALOGS]


def test_a_catalog_is_compiled_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "xx").mkdir(parents=True)
    (tmp_path / "catalogs").mkdir()
    po_file = tmp_path / "catalogs" / "xx.po"
    for said in ("Xu", "Xi"):
        po_file.write_text(f'msgid "Today"\nmsgstr "{said}"\n', encoding="utf-8")
        catalogs.compile_all(tmp_path)

        mo_file = po_file.with_suffix(".mo")
        with mo_file.open("rb") as compiled:
            assert GNUTranslations(compiled).gettext("Today") == said
        compiled_at = mo_file.stat().st_mtime_ns
        catalogs.compile_all(tmp_path)
        assert mo_file.stat().st_mtime_ns == compiled_at


def test_compiling_leaves_nothing_else_behind(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "xx").mkdir(parents=True)
    (tmp_path / "catalogs").mkdir()
    (tmp_path / "catalogs" / "xx.po").write_text('msgid "Today"\nmsgstr "Xu"\n', encoding="utf-8")

    catalogs.compile_all(tmp_path)

    assert sorted(path.name for path in (tmp_path / "catalogs").iterdir()) == ["xx.mo", "xx.po"]
