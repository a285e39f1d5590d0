"""A caller: a program with a token, or an anonymous one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from proofs.tour.gateway import Body
from proofs.tour.reply import Reply
from proofs.tour.scene import Scene

JSON, FORM, PARTS = "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=part"
HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PAGE = {"Accept": HTML}


class Caller:
    """Sends requests with the same headers each time; ``header_name="…"`` is one more header."""

    def __init__(self, scene: Scene, who: str, headers: Mapping[str, str] | None = None) -> None:
        self.scene, self.who = scene, who
        self._headers = dict(headers or {})

    @classmethod
    def with_token(cls, scene: Scene, who: str, token: str) -> Caller:
        """A caller with an owner's token."""
        return cls(scene, who, {"Authorization": f"Bearer {token}"})

    @property
    def authorization(self) -> str:
        """The value of the Authorization header."""
        return self._headers.get("Authorization", "")

    def send(self, step: str, method: str, path: str, body: Body = None, **headers: str) -> Reply:
        """One request."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.scene.ask(f"{self.who}: {step}", method, path, self._headers | named, body)

    def get(self, step: str, path: str, **headers: str) -> Reply:
        """GET."""
        return self.send(step, "GET", path, **headers)

    def post(self, step: str, path: str, data: object, **headers: str) -> Reply:
        """POST as JSON."""
        return self.send(step, "POST", path, json.dumps(data), **{"Content-Type": JSON, **headers})

    def patch(self, step: str, path: str, data: object, **headers: str) -> Reply:
        """PATCH as JSON."""
        return self.send(step, "PATCH", path, json.dumps(data), **{"Content-Type": JSON, **headers})

    def delete(self, step: str, path: str, **headers: str) -> Reply:
        """DELETE."""
        return self.send(step, "DELETE", path, **headers)

    def form(self, step: str, path: str, fields: Mapping[str, str], **headers: str) -> Reply:
        """POST as a form."""
        return self.send(step, "POST", path, urlencode(fields), **{"Content-Type": FORM, **headers})

    def parts(
        self, step: str, path: str, fields: Mapping[str, str], file: bytes | None = None, **headers: str
    ) -> Reply:
        """POST as a multipart form, with a file if there is one."""
        return self.send(step, "POST", path, in_parts(fields, file), **{"Content-Type": PARTS, **headers})

    def record(self, step: str, **fields: Any) -> dict[str, Any]:
        """Record a valid interview; the answer."""
        reply = self.post(step, "/interviews", fields)
        assert reply.status == 201, reply.text
        return dict(reply.data)

    def tell(self, step: str, record_id: str, **event: Any) -> dict[str, Any]:
        """Record a valid event; the answer."""
        reply = self.post(step, f"/interviews/{record_id}/events", event)
        assert reply.status == 201, reply.text
        return dict(reply.data)


def in_parts(fields: Mapping[str, str], file: bytes | None = None) -> bytes:
    """The body of a multipart form."""
    head = b'--part\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    parts = [head % (name.encode(), b"", text.encode()) for name, text in fields.items()]
    if file is not None:
        parts.append(head % (b"file", b'; filename="table.csv"', file))
    return b"".join(parts) + b"--part--\r\n"
