"""The record of one scenario as texts: fit to be read and compared, and true to the byte by the sums it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_LONGEST_SENT = 600  # characters of a request's body
_SHOWN_ONCE = 1500  # characters above which an answer that came before is only named
_SEAM = re.compile(r'(?<=[,{\[])(?=["{])')
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_RANDOM = ("written_as",)  # says nothing but that it is unique


class Record:
    """What is written into the files of a scenario: its steps, what it asked the table for, its log, its items."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps = 0
        self._texts: dict[str, list[str]] = {"": [], ".dynamodb": [], ".log": [], ".items": []}
        self._seen: dict[str, str] = {}

    def heading(self, step: str, now: str) -> None:
        """A step begins."""
        self.steps += 1
        self._step = step
        self._texts[""] += [f"=== {step}", f"at {now}"]

    def request(self, method: str, path: str, headers: Mapping[str, str], body: str | None) -> None:
        """What is asked."""
        self._texts[""] += [_plain(f"{method} {path}"), *_headers(headers)]
        if body is not None:
            cut = f" … {len(body)} characters, {_sum(body)}" if len(body) > _LONGEST_SENT else ""
            self._texts[""] += ["", _plain(body[:_LONGEST_SENT]) + cut]

    def answer(self, status: object, headers: Mapping[str, str], body: str) -> None:
        """What is answered, to the byte."""
        self._texts[""] += [f"--> {status}", *_headers(headers)]
        self.body(body)

    def body(self, body: str) -> None:
        """A body, in full when it comes first."""
        if not body:
            self._texts[""] += ["(nothing)", ""]
            return
        said = _sum(body)
        before = self._seen.setdefault(said, self._step)
        is_repeated = len(body) > _SHOWN_ONCE and before != self._step
        shown = f"(as in: {before})" if is_repeated else _plain(_SEAM.sub("⤶\n", body) if body[0] in "{[" else body)
        self._texts[""] += [f"({said})", shown, ""]

    def operations(self, names: list[str]) -> None:
        """The requests to the table that a step took."""
        if names:
            self._texts[".dynamodb"].append(f"{self._step}: {' '.join(names)}")

    def log(self, lines: list[str]) -> None:
        """What a step left in the log."""
        self._texts[".log"] += [f"{self._step}: {_plain(line)}" for line in lines]

    def items(self, items: list[dict[str, Any]]) -> None:
        """What is stored in the end."""
        for item in items:
            self._texts[".items"] += [f"=== {item['owner_id']['S']} {item['item_id']['S']}", *_attributes(item), ""]

    def write(self, folder: Path) -> None:
        """One file for each kind of text that there is."""
        for kind, lines in self._texts.items():
            if lines:
                text = "\n".join(lines) + "\n"
                (folder / f"{self.name}{kind}.txt").write_bytes(text.encode(errors="surrogatepass"))


def _headers(headers: Mapping[str, str]) -> list[str]:
    return sorted(_plain(f"{name}: {value}") for name, value in headers.items())


def _attributes(item: dict[str, Any]) -> list[str]:
    return [f"{name} = {'(random)' if name in _RANDOM else _value(value)}" for name, value in sorted(item.items())]


def _value(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=lambda raw: raw.hex())


def _sum(text: str) -> str:
    raw = text.encode(errors="surrogatepass")
    return f"{len(raw)} bytes, sha256 {sha256(raw).hexdigest()[:20]}"


def _plain(text: str) -> str:
    """The text without what a terminal would act on; the sum beside it tells of every byte."""
    return _ODD.sub(lambda found: found[0] if found[0] in "\n\t" else f"\\u{ord(found[0]):04x}", text).replace(
        "\\u000d\n", "\\r\n"
    )
