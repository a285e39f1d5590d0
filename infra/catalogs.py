"""Message catalogs of the interface: extracted from code and templates, kept in ``.po`` files, compiled to ``.mo``.

``python -m infra.catalogs`` brings every ``templates/catalogs/<language>.po`` up to date with the sources, adds one for
each language that has drafts but no catalog yet, and says what is left to translate. Compiling needs no command: the
local server and the tests compile a catalog when its ``.po`` file is newer.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from chalicelib.drafts.language import Language
from chalicelib.playbook.step import Reason, translatable
from chalicelib.request_errors import Fault, InvalidValue

PROJECT = Path(__file__).parent.parent
TEMPLATES = PROJECT / "templates"
SOURCE_LANGUAGE = "en"  # its sentences are the keys of all catalogs
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # a fixed creation date for Babel: the same words make the same bytes

# Which arguments of which calls are sentences for the catalogs (Babel's keywords); None: the first.
_CALLS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    translatable.__name__: None,
    Language.say.__name__: None,
    Language.say_number.__name__: (1, 2),
    Reason.__name__: None,
    "_counted": (1, 2),
    InvalidValue.__name__: None,
    Fault.__name__: (2,),
}
_VOLATILE_HEADER = re.compile(
    rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By|Project-Id)'
)
_TEMPLATE_OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}
_SOURCES: tuple[tuple[str, str], ...] = (
    ("chalicelib", "python"),
    ("templates/digest", "jinja2"),
    ("templates/pages", "jinja2"),
)


def sentences() -> Catalog:
    """A catalog of every sentence that is in the sources now, without translations."""
    catalog = Catalog(charset="utf-8")
    for folder, method in _SOURCES:
        for name, line, message, comments, context in extract_from_dir(
            PROJECT / folder, [("**.py" if method == "python" else "**", method)], {"**": _TEMPLATE_OPTIONS}, _CALLS
        ):
            catalog.add(message, locations=[(f"{folder}/{name}", line)], auto_comments=comments, context=context)
    return catalog


def catalogs(templates: Path = TEMPLATES) -> Iterator[Path]:
    """The path of the ``.po`` file of each language but English; the file may not exist yet."""
    for drafts in sorted((templates / "drafts").iterdir()):
        if drafts.is_dir() and drafts.name != SOURCE_LANGUAGE:
            yield templates / "catalogs" / f"{drafts.name}.po"


def update(po_file: Path) -> Catalog:
    """Update one catalog: add new sentences without a translation, and drop those that are gone."""
    catalog = read(po_file) if po_file.exists() else Catalog(locale=po_file.stem.replace("-", "_"), charset="utf-8")
    catalog.update(sentences(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    save(catalog, po_file)
    return catalog


def save(catalog: Catalog, po_file: Path) -> None:
    """Write a catalog without headers that change from day to day, so that a diff shows words only."""
    catalog.fuzzy = False
    catalog.header_comment = f"# Afterword's interface in the language {catalog.locale_identifier}."
    content = BytesIO()
    write_po(content, catalog, width=120, sort_by_file=True, include_lineno=False)
    kept = [line for line in content.getvalue().splitlines(keepends=True) if not _VOLATILE_HEADER.match(line)]
    po_file.parent.mkdir(exist_ok=True)
    po_file.write_bytes(b"".join(kept))


def read(po_file: Path) -> Catalog:
    """Read a catalog from its file."""
    with po_file.open("rb") as file:
        return read_po(file, locale=po_file.stem.replace("-", "_"))


def compile_all(templates: Path = TEMPLATES) -> None:
    """Compile each catalog whose ``.mo`` is older than its ``.po``."""
    for po_file in catalogs(templates):
        mo_file = po_file.with_suffix(".mo")
        if po_file.exists() and not (mo_file.exists() and mo_file.stat().st_mtime_ns >= po_file.stat().st_mtime_ns):
            _compile(po_file, mo_file)


def _compile(po_file: Path, mo_file: Path) -> None:
    """Several test runs may do this at once: each writes its own draft, and the last one replaces those before."""
    draft = mo_file.with_suffix(f".{os.getpid()}")
    catalog = read(po_file)
    catalog.creation_date = NO_DAY
    with draft.open("wb") as file:
        write_mo(file, catalog)
    draft.replace(mo_file)


def main() -> None:
    """Update all catalogs and print how many sentences are left to translate."""
    for po_file in catalogs():
        catalog = update(po_file)
        untranslated = [one for one in catalog if one.id and (one.fuzzy or not _is_translated(one.string))]
        print(f"{po_file.relative_to(PROJECT)}: {len(catalog)} sentences, {len(untranslated)} to translate")
    compile_all()


def _is_translated(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether there is a translation; of a sentence with a number, whether all its plural forms are there."""
    return all([translation] if isinstance(translation, str) else translation or [None])


if __name__ == "__main__":
    main()
