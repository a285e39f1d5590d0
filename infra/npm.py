"""Packages from npm, for the tests: fetched once, verified against a pinned hash, kept in ``.local``."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.private_files import LOCAL, private_folder

HOME = LOCAL / "npm"


class CannotFetch(Exception):
    """The package is not here and cannot be fetched; the message says what to do."""


def fetch_archive(package: str, sha512: str, into: Path) -> Path:
    """Fetch the archive of a package such as ``axe-core@4.14.1`` into an empty folder, and return its path.

    ``sha512`` is the archive's, in base64, as npm states it. Raises CannotFetch if npm cannot, or if that differs.
    """
    if shutil.which("npm") is None:
        raise CannotFetch(f"{package} is fetched with npm, and there is no npm here: install Node.js.")
    packing = subprocess.run(
        ["npm", "pack", package, "--loglevel=error"], cwd=into, capture_output=True, text=True, check=False
    )
    archives = list(into.glob("*.tgz"))
    if packing.returncode or not archives:
        raise CannotFetch(f"npm could not fetch {package}: {packing.stderr.strip()}")
    _verify(archives[0], package, sha512)
    return archives[0]


def _verify(archive: Path, package: str, sha512: str) -> None:
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != sha512:
        raise CannotFetch(f"{package} is not what was pinned: its SHA-512 is {found}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One file of a package: ``member`` is its path in the archive; the rest is as in ``fetch_archive``."""

    package: str
    sha512: str
    member: str

    def path(self) -> Path:
        """The path of the file, which is fetched if it is not there yet. Raises CannotFetch."""
        kept = HOME / f"{self.package}{Path(self.member).suffix}"
        if not kept.exists():
            with TemporaryDirectory(dir=private_folder(HOME)) as fresh:
                unpacked = Path(fresh) / "script"
                unpacked.write_bytes(self._content(fetch_archive(self.package, self.sha512, Path(fresh))))
                unpacked.rename(kept)
        return kept

    def _content(self, archive: Path) -> bytes:
        with tarfile.open(archive) as tar:
            content = tar.extractfile(self.member)
            if content is None:
                raise CannotFetch(f"{self.package} holds no {self.member}.")
            return content.read()
