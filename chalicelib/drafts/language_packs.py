"""The languages there are: each has a folder of drafts, and a catalog that translates everything else."""

from __future__ import annotations

import logging
import re
from functools import cached_property
from gettext import GNUTranslations
from pathlib import Path

from chalicelib.drafts.language import ENGLISH, Language
from chalicelib.patterns import lazy_pattern

_CODE = lazy_pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)

log = logging.getLogger(__name__)


class Languages:
    """The language packs of a folder of templates: ``drafts/<code>/``, and ``catalogs/<code>.mo``, compiled."""

    def __init__(self, templates_folder: Path) -> None:
        self._folder = templates_folder
        self._loaded: dict[str, Language] = {ENGLISH.code: ENGLISH}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all packs, in alphabetical order."""
        names = (folder.name for folder in (self._folder / "drafts").iterdir() if folder.is_dir())
        return tuple(sorted(name for name in names if _CODE.fullmatch(name)))

    def code_for(self, wanted: str | None) -> str | None:
        """The code of the pack for ``wanted``, None if there is none.

        The last parts are dropped one by one: for "zh-Hans-CN" it is the pack of that name, of "zh-Hans" or of "zh".
        """
        packs = {pack.lower(): pack for pack in self.codes}
        code = (wanted or "").lower().replace("_", "-")
        while code and code not in packs:
            code = code.rpartition("-")[0]
        return packs.get(code)

    def drafts_in(self, code: str) -> Path:
        """The folder of a pack's drafts."""
        return self._folder / "drafts" / code

    def of(self, wanted: str | None) -> Language:
        """The language of a code; English if there is no pack for it."""
        code = self.code_for(wanted) or ENGLISH.code
        if code not in self._loaded:
            self._loaded[code] = self._load(code)
        return self._loaded[code]

    def _load(self, code: str) -> Language:
        try:
            with (self._folder / "catalogs" / f"{code}.mo").open("rb") as catalog:
                return Language(code, GNUTranslations(catalog))
        except FileNotFoundError:
            log.warning("No compiled catalog for %s: its drafts are there, all else is said in English", code)
            return Language(code)
