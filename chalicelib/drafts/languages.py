"""Which languages there are: whoever has a folder of drafts speaks; a catalog beside it translates the rest."""

from __future__ import annotations

import logging
import re
from functools import cached_property
from gettext import GNUTranslations
from pathlib import Path

from chalicelib.drafts.language import ENGLISH, Language

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)

log = logging.getLogger(__name__)


class Languages:
    """The language packs of a folder of templates: ``drafts/<code>/``, and ``catalogs/<code>.mo``, compiled."""

    def __init__(self, templates_folder: Path) -> None:
        self._folder = templates_folder
        self._loaded: dict[str, Language] = {ENGLISH.code: ENGLISH}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all packs, in the order of the alphabet."""
        folders = (one.name for one in (self._folder / "drafts").iterdir() if one.is_dir())
        return tuple(sorted(name for name in folders if _CODE.fullmatch(name)))

    def code_for(self, wanted: str | None) -> str | None:
        """The pack for a code such as "zh-Hans-CN": its own or, its last parts dropped one by one, that of "zh-Hans"
        or "zh"; None if there is none."""
        packs = {pack.lower(): pack for pack in self.codes}
        code = (wanted or "").lower().replace("_", "-")
        while code and code not in packs:
            code = code.rpartition("-")[0]
        return packs.get(code)

    def drafts_in(self, code: str) -> Path:
        """The folder of a pack's drafts."""
        return self._folder / "drafts" / code

    def of(self, wanted: str | None) -> Language:
        """The language of a code; English where the product does not speak it."""
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
