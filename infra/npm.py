"""Single files from npm packages, for the tests: fetched once, verified against a pinned hash, kept in ``.local``."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

HOME = Path(__file__).parent.parent / ".local" / "npm"


class CannotFetch(Exception):
    """The package is not here and cannot be fetched; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One file of a package such as ``axe-core@4.14.1``; ``sha512`` is the archive's, in base64, as npm states it."""

    package: str
    sha512: str
    member: str

    def path(self) -> Path:
        """The path of the file, which is fetched if it is not there yet. Raises CannotFetch."""
        kept = HOME / f"{self.package}{Path(self.member).suffix}"
        if not kept.exists():
            HOME.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=HOME) as fresh:
                unpacked = Path(fresh) / "script"
                unpacked.write_bytes(self._content(self._download(Path(fresh))))
                unpacked.rename(kept)
        return kept

    def _download(self, into: Path) -> Path:
        if shutil.which("npm") is None:
            raise CannotFetch(f"{self.package} is fetched with npm, and there is no npm here: install Node.js.")
        packing = subprocess.run(
            ["npm", "pack", self.package, "--loglevel=error"], cwd=into, capture_output=True, text=True, check=False
        )
        archives = list(into.glob("*.tgz"))
        if packing.returncode or not archives:
            raise CannotFetch(f"npm could not fetch {self.package}: {packing.stderr.strip()}")
        self._verify(archives[0])
        return archives[0]

    def _verify(self, archive: Path) -> None:
        found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != self.sha512:
            raise CannotFetch(f"{self.package} is not what was pinned: its SHA-512 is {found}.")

    def _content(self, archive: Path) -> bytes:
        with tarfile.open(archive) as tar:
            content = tar.extractfile(self.member)
            if content is None:
                raise CannotFetch(f"{self.package} holds no {self.member}.")
            return content.read()
