"""A request while it is generated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from proofs.tour.caller import FORM, JSON, in_parts
from proofs.tour.gateway import Body


@dataclass
class Request:
    """``fields`` become the body, in the format that ``kind`` names, unless ``raw`` is set as the body."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] | None = None
    kind: str = JSON
    raw: bytes | None = None
    query: list[tuple[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The path with its query."""
        return f"{self.path}?{urlencode(self.query, errors='surrogatepass')}" if self.query else self.path

    @property
    def body(self) -> Body:
        """The body that is sent."""
        if self.raw is not None or self.fields is None:
            return self.raw
        if self.kind == JSON:
            return json.dumps(self.fields)
        texts = {name: _cell(value) for name, value in self.fields.items()}
        return urlencode(texts, errors="surrogatepass") if self.kind == FORM else _parts(texts)

    @property
    def all_headers(self) -> dict[str, str]:
        """The headers with the body's content type, unless the headers set another."""
        return ({"Content-Type": self.kind} if self.body is not None else {}) | self.headers


def _parts(texts: Mapping[str, str]) -> bytes:
    return in_parts({name.encode(errors="replace").decode(): text for name, text in _encodable(texts).items()})


def _encodable(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text.encode(errors="replace").decode() for name, text in texts.items()}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return value if isinstance(value, str) else json.dumps(value)
