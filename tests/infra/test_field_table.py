"""The list of all fields in the documentation is the one that is declared."""

from __future__ import annotations

from infra.field_table import FILE, text


def test_it_is_as_the_fields_are_declared() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run `make fields`"
