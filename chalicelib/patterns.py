"""Regular expressions that are compiled when they are first used.

Compiling one takes a fresh function as long as a hundred uses of it, and most are for what few people send: odd names
and titles, foreign clients.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable


def lazy_pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression, as ``re.compile`` gives it, but for what is wrong in it: that raises at its first use."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


class _Uncompiled:
    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern, self.flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Callable[..., object]:
        method: Callable[..., object] = getattr(self._compiled, name)
        setattr(self, name, method)
        return method
