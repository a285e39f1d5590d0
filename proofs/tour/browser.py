"""A browser as far as the pages need one: it keeps its cookie and sends the forms of the page that is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlencode

from proofs.tour.caller import FORM, HTML, Caller
from proofs.tour.gateway import STAGE, Body
from proofs.tour.reply import Reply
from proofs.tour.scene import Scene

_FIELD = re.compile(r'name="(form_token|made_from|to|kept_\w+)" value="([^"]*)"')
_LINK = re.compile(r'(?:href|action)="([^"]*/act/[^"]*|\./[^"]*)"')
_ORIGIN = "https://afterword.example"
_SENT_ON = 303


class Browser:
    """One browser of one person; ``cookie`` is its session."""

    def __init__(self, scene: Scene, who: str, language: str = "") -> None:
        headers = {"Accept": HTML, "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
        self._caller = Caller(scene, f"{who}'s browser", headers | {"Accept-Language": language})
        self.cookie = ""
        self.page = Reply(0, {}, "")

    def open(self, step: str, path: str, **headers: str) -> Reply:
        """Open a page, and follow redirects."""
        self.page = self._caller.send(step, "GET", path, **{"Cookie": self.cookie, **headers})
        return self._followed(step)

    def send(self, step: str, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> Reply:
        """Send a form of the open page with its hidden fields, and follow redirects."""
        sent = urlencode({**self.hidden, **(fields or {})})
        return self.send_raw(step, path, sent, FORM, **headers)

    def send_raw(self, step: str, path: str, sent: Body, kind: str, **headers: str) -> Reply:
        """Send a body of this content type as a form."""
        own = {"Content-Type": kind, "Origin": _ORIGIN, "Cookie": self.cookie}
        self.page = self._caller.send(step, "POST", path, sent, **{**own, **headers})
        return self._followed(step)

    def sign_in(self, token: str, to: str = "/") -> Reply:
        """Sign in with a token."""
        self.open("is asked for the token", f"/sign-in?to={to}")
        return self.send("signs in", "/sign-in", {"token": token, "to": to})

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields of the page's first form that has them."""
        found: dict[str, str] = {}
        for name, value in _FIELD.findall(self.page.text):
            found.setdefault(name, unescape(value))
        return found

    @property
    def links(self) -> list[str]:
        """The paths of the links of the open page that do something, each once."""
        return links_in(self.page.text)

    def _followed(self, step: str) -> Reply:
        if "Set-Cookie" in self.page.headers:
            self.cookie = self.page.headers["Set-Cookie"].split(";")[0]
        if self.page.status == _SENT_ON:
            return self.open(f"{step}, and is sent on", self.page.headers["Location"].removeprefix(STAGE))
        return self.page


def links_in(text: str) -> list[str]:
    """The paths of links that do something, of a page or a mail, in their order and each once."""
    found = (unescape(link).rpartition("/")[2].partition("?")[0] for link in _LINK.findall(text))
    return list(dict.fromkeys(f"/act/{token}" for token in found if "." in token))
