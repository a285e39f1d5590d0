"""The catalogs of the interface's words: found in code and templates, kept in ``.po`` files, compiled to ``.mo``.

``python -m infra.catalogs`` brings every ``templates/catalogs/<language>.po`` up to date with the sources, adds one for
each language that has drafts but no catalog yet, and says what is left to translate. Compiling needs no command: who
runs the service or the tests here gets the catalogs as their ``.po`` files are.
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
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # Babel writes when a catalog was made: the same words, the same bytes

# Which argument of which call is a sentence for the catalogs.
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
_SAYS_NOTHING = re.compile(
    rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By|Project-Id)'
)
_TEMPLATE_OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}
_WHERE: tuple[tuple[str, str], ...] = (
    ("chalicelib", "python"),
    ("templates/digest", "jinja2"),
    ("templates/pages", "jinja2"),
)


def sentences() -> Catalog:
    """Every sentence that a catalog has to hold, as the sources have them now."""
    catalog = Catalog(charset="utf-8")
    for folder, method in _WHERE:
        for name, line, message, comments, context in extract_from_dir(
            PROJECT / folder, [("**.py" if method == "python" else "**", method)], {"**": _TEMPLATE_OPTIONS}, _CALLS
        ):
            catalog.add(message, locations=[(f"{folder}/{name}", line)], auto_comments=comments, context=context)
    return catalog


def catalogs(templates: Path = TEMPLATES) -> Iterator[Path]:
    """The ``.po`` file of each language pack but English; it may not be there yet."""
    for drafts in sorted((templates / "drafts").iterdir()):
        if drafts.is_dir() and drafts.name != SOURCE_LANGUAGE:
            yield templates / "catalogs" / f"{drafts.name}.po"


def update(po_file: Path) -> Catalog:
    """Bring one catalog up to date: new sentences are added empty, those that are gone are dropped."""
    catalog = read(po_file) if po_file.exists() else Catalog(locale=po_file.stem.replace("-", "_"), charset="utf-8")
    catalog.update(sentences(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    save(catalog, po_file)
    return catalog


def save(catalog: Catalog, po_file: Path) -> None:
    """Write the file, without what changes from day to day: a diff shows words only."""
    catalog.fuzzy = False
    catalog.header_comment = f"# Afterword's interface in the language {catalog.locale_identifier}."
    written = BytesIO()
    write_po(written, catalog, width=120, sort_by_file=True, include_lineno=False)
    kept = [line for line in written.getvalue().splitlines(keepends=True) if not _SAYS_NOTHING.match(line)]
    po_file.parent.mkdir(exist_ok=True)
    po_file.write_bytes(b"".join(kept))


def read(po_file: Path) -> Catalog:
    """A catalog from its file."""
    with po_file.open("rb") as file:
        return read_po(file, locale=po_file.stem.replace("-", "_"))


def compile_all(templates: Path = TEMPLATES) -> None:
    """Compile each catalog whose ``.mo`` is older than its ``.po``."""
    for po_file in catalogs(templates):
        mo_file = po_file.with_suffix(".mo")
        if po_file.exists() and not (mo_file.exists() and mo_file.stat().st_mtime_ns >= po_file.stat().st_mtime_ns):
            _compile(po_file, mo_file)


def _compile(po_file: Path, mo_file: Path) -> None:
    """Several test runs may do this at once: each writes its own file, and the last to finish replaces the others'."""
    draft = mo_file.with_suffix(f".{os.getpid()}")
    catalog = read(po_file)
    catalog.creation_date = NO_DAY
    with draft.open("wb") as file:
        write_mo(file, catalog)
    draft.replace(mo_file)


def main() -> None:
    """Update all catalogs and say how complete they are."""
    for po_file in catalogs():
        catalog = update(po_file)
        untranslated = [message for message in catalog if message.id and not _is_translated(message.string)]
        print(f"{po_file.relative_to(PROJECT)}: {len(catalog)} sentences, {len(untranslated)} to translate")
    compile_all()


def _is_translated(said: str | tuple[str, ...] | list[str] | None) -> bool:
    return all([said] if isinstance(said, str) else said or [None])


if __name__ == "__main__":
    main()
