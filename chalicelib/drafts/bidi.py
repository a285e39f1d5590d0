"""Text that turns the direction of writing, kept to itself, so that it turns nothing that is shown after it.

Embeddings, overrides and isolates (Unicode's UAX 9) reorder the text after them until they are closed: "Acme" with an
override in it would turn a whole title around. Joiners and plain direction marks do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_POP, _END_OF_ISOLATE = "\u202c", "\u2069"
_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP) | dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE)
_DEEPEST = 125  # what is nested deeper turns nothing (UAX 9)
_FIRST_STRONG = "\u2068"  # an isolate in the direction of its first letter
CONTROLS = frozenset({*_ENDS, *_ENDS.values()})
_ANY_CONTROL = f"[{''.join(sorted(CONTROLS))}]"


def isolated(value: object) -> object:
    """A value as it may be shown: each line with such controls is closed, and isolated from what surrounds it.

    What is escaped already (a macro's output, or a value that a form shows to be changed) stays as it is.
    """
    if not isinstance(value, str) or hasattr(value, "__html__") or not re.search(_ANY_CONTROL, value):
        return value
    return "\n".join(_isolated_line(line) if re.search(_ANY_CONTROL, line) else line for line in value.split("\n"))


def _isolated_line(line: str) -> str:
    return f"{_FIRST_STRONG}{''.join(_closed(line))}{_END_OF_ISOLATE}"


def _closed(line: str) -> Iterator[str]:
    """The line without ends that nothing began, and with the ends that it lacks."""
    open_ends: list[str] = []
    for character in line:
        if character not in CONTROLS:
            yield character
        elif character not in _ENDS:
            yield _ended(character, open_ends)
        elif len(open_ends) < _DEEPEST:
            open_ends.append(_ENDS[character])
            yield character
    yield from reversed(open_ends)


def _ended(end: str, open_ends: list[str]) -> str:
    """The end with those of all that it ends, innermost first; nothing if it ends nothing."""
    if end not in open_ends or (end == _POP and open_ends[-1] != _POP):
        return ""
    ended: list[str] = []
    while end not in ended:
        ended.append(open_ends.pop())
    return "".join(ended)
