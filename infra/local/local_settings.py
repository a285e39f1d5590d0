"""The local server's three settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_PORT = "8000"
DEFAULT_STATE = ".local"
HIGHEST_PORT = 65535
_SWITCH = {"on": True, "off": False}


class BadLocalSetting(Exception):
    """A variable of the environment makes no sense; the text names it and its value."""


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """``port`` is what to listen at (0: any that is free), ``state`` the folder for all that must survive.

    ``keeps_items``: whether the records are among that (``lasting_table.py``), or moto has them for as long as it runs.
    """

    port: int
    state: Path
    keeps_items: bool = True


def local_settings_in(environment: Mapping[str, str]) -> LocalSettings:
    """``PORT``, ``STATE`` and ``TRICKS``, an empty one being an absent one. Raises BadLocalSetting."""
    return LocalSettings(
        port=_port(environment.get("PORT") or DEFAULT_PORT),
        state=Path(environment.get("STATE") or DEFAULT_STATE),
        keeps_items=_are_on(environment.get("TRICKS") or "on"),
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise BadLocalSetting(f"PORT is {text!r}; it must be a number from 0 to {HIGHEST_PORT}.")
    return int(text)


def _are_on(text: str) -> bool:
    if text not in _SWITCH:
        raise BadLocalSetting(f"TRICKS is {text!r}; it must be on or off.")
    return _SWITCH[text]
