"""A browser as far as the pages need one: it keeps its cookie, sends forms, and follows where it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlencode

from tests.web.gateway import HOST, STAGE, Gateway, Reply

_FORM_TOKEN = re.compile(r'name="form_token" value="([^"]+)"')
_HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')
_TICKED = re.compile(r'type="checkbox" name="([^"]+)" checked')
_HEADERS = {"Accept": "text/html,application/xhtml+xml", "Sec_Fetch_Site": "same-origin"}


class Browser:
    """One browser of one person."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self.cookie = ""
        self.page = Reply(0, {}, "")

    def open(self, path: str) -> Reply:
        """Open a page, and follow where it leads."""
        self.page = self._gateway.get(path, **_HEADERS, Cookie=self.cookie)
        return self._followed()

    def send(self, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> Reply:
        """Send a form of the open page with its hidden inputs; ``fields`` are what is typed."""
        typed = fields or {}
        sent = [*((name, text) for name, text in self._unseen(path, typed) if name not in typed), *typed.items()]
        own = _HEADERS | {"Origin": f"https://{HOST}", "Content_Type": "application/x-www-form-urlencoded"}
        self.page = self._gateway.send("POST", path, urlencode(sent), **{**own, "Cookie": self.cookie, **headers})
        return self._followed()

    def _unseen(self, path: str, typed: Mapping[str, str]) -> list[tuple[str, str]]:
        """The hidden inputs of the page's form for this path; the token of any form, if the page has no form for it.

        The days of the digest stay ticked as they are, unless others are chosen.
        """
        form = re.search(rf'<form [^>]*action="{STAGE}{re.escape(path)}".*?</form>', self.page.text, re.DOTALL)
        token = _FORM_TOKEN.search(self.page.text)
        if form is None:
            return [("form_token", token[1])] if token else []
        are_days_chosen = any("digest_" in name for name in typed)
        boxes = [] if are_days_chosen else [(name, "on") for name in _TICKED.findall(form[0]) if "digest_on" in name]
        return [*((name, unescape(text)) for name, text in _HIDDEN.findall(form[0])), *boxes]

    def sign_in(self, token: str, to: str = "/") -> Reply:
        """Sign in with a token."""
        self.open(f"/sign-in?to={to}")
        return self.send("/sign-in", {"token": token, "to": to})

    def _followed(self) -> Reply:
        if "Set-Cookie" in self.page.headers:
            self.cookie = self.page.headers["Set-Cookie"].split(";")[0]
        if self.page.status == 303:
            return self.open(self.page.headers["Location"].removeprefix(STAGE))
        return self.page
