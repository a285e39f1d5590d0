"""Run the tests on one mutant, in a process forked from one that has loaded all third-party libraries."""

from __future__ import annotations

import importlib
import importlib.util
import os
import signal
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest

# The third-party libraries that the tests import, loaded once before the forks. None may import our own modules.
FOREIGN = ("botocore.session", "holidays", "hypothesis", "icalendar", "jinja2", "moto", "msgspec", "pynamodb.models")

PATIENCE = 600  # seconds; a mutant that takes longer counts as noticed
_OPTIONS = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist"]


def load_foreign() -> None:
    """Load what every trial needs, and make hypothesis try the same examples for each mutant."""
    os.environ["CI"] = "true"
    for name in FOREIGN:
        importlib.import_module(name)


def begun(module: str, path: Path, source: str, tests: list[str]) -> int:
    """Fork a process that runs the tests with this source for the module; its exit code is 0 if they pass."""
    process = os.fork()
    if process:
        return process
    signal.alarm(PATIENCE)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)
    sys.meta_path.insert(0, _Finder(module, path, source))
    os._exit(int(pytest.main([*tests, *_OPTIONS]) != pytest.ExitCode.OK))


class _Finder:
    """An import finder that gives the mutant for the module."""

    def __init__(self, module: str, path: Path, source: str) -> None:
        self._module, self._path, self._source = module, path, source

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self._module:
            return None
        loader = _Loader(name, str(self._path))
        loader.source = self._source
        return importlib.util.spec_from_file_location(name, self._path, loader=loader)


class _Loader(SourceFileLoader):
    source = ""

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)
