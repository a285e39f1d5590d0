"""A stand-in for API Gateway: turns requests into events for the application, and its answers into replies."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode

from chalice.local import RouteMatcher

HOST = "afterword.example"
STAGE = "/api"


class Application(Protocol):
    """What the gateway calls: the application itself, or a process that runs it."""

    @property
    def routes(self) -> Iterable[str]:
        """The routes that it knows."""

    def __call__(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one event."""


@dataclass(frozen=True)
class Reply:
    """The reply that a client gets."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def data(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)

    @property
    def faults(self) -> dict[str, str]:
        """The reasons of a problem, by field."""
        return {fault["field"]: fault["reason"] for fault in self.data["problems"]}


class Gateway:
    """Sends requests to the application as API Gateway does, stage prefix, encodings and all."""

    def __init__(self, app: Application, headers: Mapping[str, str] | None = None) -> None:
        self._app = app
        self._headers = {"Host": HOST, "X-Forwarded-Proto": "https"} | dict(headers or {})
        self._routes = RouteMatcher(list(app.routes))

    def signed_in(self, token: str) -> Gateway:
        """The same gateway, with a token in each request."""
        return Gateway(self._app, {**self._headers, "Authorization": f"Bearer {token}"})

    def send(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Reply:
        """One request; ``header_name="…"`` is the header Header-Name."""
        sent = self._headers | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.deliver(self.event(method, path, body, {name: value for name, value in sent.items() if value}))

    def event(self, method: str, path: str, body: bytes | str | None, headers: Mapping[str, str]) -> dict[str, Any]:
        """The gateway's event for a request."""
        matched = self._routes.match_route(path)
        bare_path, _, query = path.partition("?")
        return {
            "resource": matched.route,
            "path": bare_path,
            "httpMethod": method,
            "headers": dict(headers),
            "multiValueHeaders": {name: [value] for name, value in headers.items()},
            "multiValueQueryStringParameters": parse_qs(query, keep_blank_values=True) or None,
            "pathParameters": matched.captured or None,
            "stageVariables": None,
            "requestContext": {
                "httpMethod": method,
                "resourcePath": matched.route,
                "path": f"{STAGE}{bare_path}",
                "stage": STAGE.strip("/"),
                "identity": {"sourceIp": "203.0.113.7"},
            },
            "body": base64.b64encode(body).decode() if isinstance(body, bytes) else body,
            "isBase64Encoded": isinstance(body, bytes),
        }

    def deliver(self, event: dict[str, Any]) -> Reply:
        """The application's reply to an event; asserts that the gateway could send it."""
        answered = self._app(event, SimpleNamespace(aws_request_id="request-1"))
        json.dumps(answered).encode()
        assert not answered.get("isBase64Encoded")
        headers = {
            **answered["headers"],
            **{name: values[-1] for name, values in answered["multiValueHeaders"].items()},
        }
        return Reply(answered["statusCode"], headers, answered["body"])

    def get(self, path: str, **headers: str) -> Reply:
        """GET."""
        return self.send("GET", path, **headers)

    def post(self, path: str, data: object, **headers: str) -> Reply:
        """POST as JSON."""
        return self.send("POST", path, json.dumps(data), **{"Content-Type": "application/json", **headers})

    def patch(self, path: str, data: object, **headers: str) -> Reply:
        """PATCH as JSON."""
        return self.send("PATCH", path, json.dumps(data), **{"Content-Type": "application/json", **headers})

    def delete(self, path: str, **headers: str) -> Reply:
        """DELETE."""
        return self.send("DELETE", path, **headers)

    def post_form(self, path: str, fields: Mapping[str, str], **headers: str) -> Reply:
        """POST as a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, urlencode(fields), **kind, **headers)

    def post_multipart(self, path: str, fields: Mapping[str, str], **headers: str) -> Reply:
        """POST as a multipart form, whose body the gateway passes in base64."""
        parts = (
            f'--part\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
            for name, text in fields.items()
        )
        kind = {"Content-Type": "multipart/form-data; boundary=part"}
        return self.send("POST", path, ("".join(parts) + "--part--\r\n").encode(), **kind, **headers)
