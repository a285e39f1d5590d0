"""Templates that were turned into Python when the package was made: a first page need not wait for Jinja's compiler."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, ModuleLoader, Template

FOLDER = "compiled"  # beside the templates; only the package has it


def loader(folder: Path) -> BaseLoader:
    """Loads the templates of a folder: compiled ones where there are any, all others from their source."""
    sources = FileSystemLoader(folder)
    compiled = folder / FOLDER
    return ChoiceLoader([_Compiled(compiled), sources]) if compiled.is_dir() else sources


class _Compiled(ModuleLoader):
    """What goes wrong in a template is told with the template's name, not with the compiled module's."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        template = super().load(environment, name, globals)
        template.filename = name
        return template
