"""The record of one scenario as text files to read and compare; checksums make it exact to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_LONGEST_SENT = 600  # characters of a request's body
_SHOWN_ONCE = 1500  # characters; a longer body that came before is only named
_SEAM = re.compile(r'(?<=[,{\[])(?=["{])')
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_RANDOM = ("written_as",)  # stored attributes whose values are only unique


class Record:
    """Collects the files of a scenario: its steps, its requests to the table, its log, its items."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps = 0
        self._texts: dict[str, list[str]] = {"": [], ".dynamodb": [], ".log": [], ".items": []}
        self._seen: dict[str, str] = {}

    def heading(self, step: str, now: str) -> None:
        """Begin a step."""
        self.steps += 1
        self._step = step
        self._texts[""] += [f"=== {step}", f"at {now}"]

    def request(self, method: str, path: str, headers: Mapping[str, str], body: str | None) -> None:
        """Add a request."""
        self._texts[""] += [_plain(f"{method} {path}"), *_headers(headers)]
        if body is not None:
            cut = f" … {len(body)} characters, {_sum(body)}" if len(body) > _LONGEST_SENT else ""
            self._texts[""] += ["", _plain(body[:_LONGEST_SENT]) + cut]

    def answer(self, status: object, headers: Mapping[str, str], body: str) -> None:
        """Add an answer, exact to the byte."""
        self._texts[""] += [f"--> {status}", *_headers(headers)]
        self.body(body)

    def body(self, body: str) -> None:
        """Add a body, in full when it is there for the first time."""
        if not body:
            self._texts[""] += ["(nothing)", ""]
            return
        checksum = _sum(body)
        before = self._seen.setdefault(checksum, self._step)
        is_repeated = len(body) > _SHOWN_ONCE and before != self._step
        shown = f"(as in: {before})" if is_repeated else _plain(_SEAM.sub("⤶\n", body) if body[0] in "{[" else body)
        self._texts[""] += [f"({checksum})", shown, ""]

    def operations(self, names: list[str]) -> None:
        """Add a step's requests to the table."""
        if names:
            self._texts[".dynamodb"].append(f"{self._step}: {' '.join(names)}")

    def log(self, lines: list[str]) -> None:
        """Add a step's lines of the log."""
        self._texts[".log"] += [f"{self._step}: {_plain(line)}" for line in lines]

    def items(self, items: list[dict[str, Any]]) -> None:
        """Add the items that are stored at the end."""
        for item in items:
            self._texts[".items"] += [f"=== {item['owner_id']['S']} {item['item_id']['S']}", *_attributes(item), ""]

    def write(self, folder: Path) -> None:
        """Write one file for each kind of text."""
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
    """The text without control characters; its checksum covers every byte."""
    return _ODD.sub(lambda found: found[0] if found[0] in "\n\t" else f"\\u{ord(found[0]):04x}", text).replace(
        "\\u000d\n", "\\r\n"
    )
