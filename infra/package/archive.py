"""The zip: the same files make the same bytes."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from infra.package.package_errors import TooBig
from infra.package.package_settings import ALL_TRICKS, PackageSettings

MEGABYTE = 1_000_000
MOST_BYTES = 8 * MEGABYTE
LAMBDA_TAKES = 50 * MEGABYTE
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Archive:
    """What was made: its size as it is sent, its size unpacked, and its hash."""

    file: Path
    zipped: int
    unpacked: int
    sha256: str


def most_bytes(settings: PackageSettings) -> int:
    """Our own limit is for a package that all the tricks have made smaller; for others there is Lambda's."""
    return MOST_BYTES if settings.tricks == ALL_TRICKS else LAMBDA_TAKES


def archive(folder: Path, file: Path, most_bytes: int = MOST_BYTES) -> Archive:
    """Zip all that is in the folder. Raises TooBig."""
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_file():
                target.writestr(_entry(path.relative_to(folder)), path.read_bytes(), compresslevel=9)
        unpacked = sum(entry.file_size for entry in target.infolist())
    zipped = file.stat().st_size
    if zipped > most_bytes:
        raise TooBig(f"{file.name} has {zipped:,} bytes; it may have {most_bytes:,}.")
    return Archive(file, zipped, unpacked, hashlib.sha256(file.read_bytes()).hexdigest())


def _entry(name: Path) -> ZipInfo:
    entry = ZipInfo(name.as_posix(), _NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry
