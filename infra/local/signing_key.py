"""What the local server signs links and sessions with. It is made by the server itself, and never by hand."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections import Counter
from itertools import pairwise
from pathlib import Path
from secrets import token_urlsafe

from infra.local.state import StateUnusable
from infra.private_files import private_file, write_private

_BYTES = 32
_FORM = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)  # of so many bytes
# Not one in a million million of random keys is refused for these.
_LEAST_DIFFERENT, _MOST_EQUAL_STEPS = 20, 12


def signing_key(folder: Path) -> str:
    """The key in the state's folder; made the first time. Raises StateUnusable for one that is not strong enough."""
    file = folder / "signing-key"
    if not file.exists() or not file.read_bytes().strip():
        write_private(file, f"{token_urlsafe(_BYTES)}\n")
    key = private_file(file).read_text(errors="replace").strip()
    if not is_strong(key):
        raise StateUnusable(
            f"STATE {folder} cannot be used: {file.name} is not a key that this server made, and may be guessed. Remove"
            " that file, and start again: a new one is made, and links of earlier mails and sessions are over."
        )
    return key


def is_strong(key: str) -> bool:
    """Whether a key looks like one of 256 random bits: of that form, of many bytes that differ, of small and capital
    letters, and no run or repetition of anything."""
    if not _FORM.fullmatch(key) or key in (key.lower(), key.upper()):
        return False
    steps = Counter(ord(after) - ord(before) for before, after in pairwise(key))
    return len(set(urlsafe_b64decode(f"{key}="))) >= _LEAST_DIFFERENT and max(steps.values()) <= _MOST_EQUAL_STEPS
