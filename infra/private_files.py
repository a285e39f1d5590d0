"""Files on this machine for their owner alone: folders 0700 and files 0600, whoever makes them first.

Everything in ``.local`` is made by way of this: the local server's records, and what the tests fetch.
"""

from __future__ import annotations

import os
from pathlib import Path

LOCAL = Path(__file__).parents[1] / ".local"
_FOLDER, _FILE = 0o700, 0o600


def private_folder(folder: Path) -> Path:
    """Make a folder, and what is missing above it. ``.local`` and all in it are closed to others if they were open.

    A folder elsewhere that is there already is left as it is: what we keep in it is closed by itself. Raises OSError.
    """
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(_FOLDER, exist_ok=True)
        missing.chmod(_FOLDER)
    folder.mkdir(exist_ok=True)  # which a file in its place does not let pass
    for own in (folder, *folder.parents):
        if own.resolve().is_relative_to(LOCAL.resolve()):
            _close(own, _FOLDER)
    return folder


def private_file(file: Path) -> Path:
    """Make an empty file unless it is there, and close it to others. Raises OSError."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT, _FILE))
    _close(file, _FILE)
    return file


def write_private(file: Path, text: str) -> None:
    """Write a file that was closed to others from its first byte on, and is never half written. Raises OSError."""
    unfinished = file.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE), "w") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    unfinished.replace(file)


def _close(path: Path, mode: int) -> None:
    """Take what ``mode`` does not allow away from whoever may use it."""
    allowed = path.stat().st_mode & 0o7777
    if allowed & ~mode:
        path.chmod(allowed & mode)
