"""Templates that are compiled to Python when the package is built: a first page need not wait for Jinja's compiler.

The way in is ``loader``.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, ModuleLoader, Template

FOLDER = "compiled"  # next to the templates, in the package only


def loader(folder: Path) -> BaseLoader:
    """A loader for the templates of a folder: compiled ones where they exist, the others from their source."""
    sources = FileSystemLoader(folder)
    compiled = folder / FOLDER
    return ChoiceLoader([_Compiled(compiled), sources]) if compiled.is_dir() else sources


class _Compiled(ModuleLoader):
    """Loads compiled templates. Errors show the name of the template, not of its compiled module."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        template = super().load(environment, name, globals)
        template.filename = name
        return template
