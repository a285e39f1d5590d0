"""The local server's two settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_PORT = "8000"
DEFAULT_STATE = ".local"
HIGHEST_PORT = 65535


class BadLocalSetting(Exception):
    """A variable of the environment makes no sense; the text names it and its value."""


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """``port`` is what to listen at (0: any that is free), ``state`` the folder for all that must survive."""

    port: int
    state: Path


def local_settings_in(environment: Mapping[str, str]) -> LocalSettings:
    """``PORT`` and ``STATE``, an empty one being an absent one. Raises BadLocalSetting."""
    return LocalSettings(
        _port(environment.get("PORT") or DEFAULT_PORT), Path(environment.get("STATE") or DEFAULT_STATE)
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise BadLocalSetting(f"PORT is {text!r}; it must be a number from 0 to {HIGHEST_PORT}.")
    return int(text)
