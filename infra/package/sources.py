"""What is ours in the package: the code, the templates, and the catalogs as programs read them."""

from __future__ import annotations

import shutil
from pathlib import Path

from infra import catalogs
from infra.catalogs import PROJECT

CODE = ("app.py", "chalicelib")
_LEFT_BEHIND = shutil.ignore_patterns("__pycache__", ".*", "*~", "*.mo")


def copy_code(folder: Path) -> None:
    """Copy the code."""
    for name in CODE:
        _copy(PROJECT / name, folder / name)


def copy_templates(folder: Path) -> None:
    """Copy the templates of the product, not those of the gallery, and compile the catalogs."""
    templates = folder / "templates"
    _copy(PROJECT / "templates", templates)
    shutil.rmtree(templates / "gallery")
    catalogs.compile_all(templates)
    for po_file in templates.glob("catalogs/*.po"):
        po_file.unlink()


def _copy(origin: Path, target: Path) -> None:
    if origin.is_dir():
        shutil.copytree(origin, target, ignore=_LEFT_BEHIND)
    else:
        shutil.copyfile(origin, target)
