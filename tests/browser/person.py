"""The owner with a browser: opens pages, follows links, presses buttons, and notes what the browser complains of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response

from tests.browser.site import Site

PHONE, DESKTOP, NARROWEST = 390, 1200, 320  # CSS pixels; the last is what WCAG 1.4.10 asks for
PATIENCE = 30_000  # milliseconds, for a page that comes
Scheme = Literal["light", "dark"]
_FROM_THE_PAGE_ITSELF = ("data:", "blob:", "about:", "mailto:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How wide the window is, which colours are wanted, and whether scripts run; and the worker, too, which keeps
    pages: what it loads does not carry the time that a person is told."""

    width: int = PHONE
    scheme: Scheme = "light"
    has_scripts: bool = True
    has_worker: bool = False

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}{'' if self.has_scripts else '-no-scripts'}"


class Person:
    """One browser window of the owner, at a moment that ``at`` moves on."""

    def __init__(self, chromium: Browser, site: Site, look: Look, now: str) -> None:
        self.site = site
        self.complaints: list[str] = []
        self.context: BrowserContext = chromium.new_context(
            viewport={"width": look.width, "height": 844},
            color_scheme=look.scheme,
            java_script_enabled=look.has_scripts,
            reduced_motion="reduce",
            service_workers="allow" if look.has_worker else "block",
        )
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        self.context.on("request", self._watch)
        self.context.on("response", self._weigh)
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.now = now
        self.at(now)

    def at(self, now: str) -> None:
        """The time it is from the next request on."""
        self.now = now
        self.context.set_extra_http_headers({"X-Local-Now": now})

    def open(self, path: str, status: int = 200) -> None:
        """Open a page of the site."""
        answer = self.page.goto(self.site.address_of(path))
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"

    def sign_in(self, token: str | None = None) -> None:
        """Sign in with the form, with the owner's token or another one."""
        self.open("/sign-in")
        self.fill(Token=token or self.site.token)
        self.press("Sign in")

    def fill(self, **texts: str) -> None:
        """Fill in fields, each named by its label."""
        for label, text in texts.items():
            self.page.get_by_label(label.replace("_", " "), exact=True).fill(text)

    def follow(self, name: str) -> None:
        """Follow the link of this name."""
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def press(self, name: str) -> None:
        """Press the button of this name, which leads to another page."""
        self.click(self.button(name))

    def press_in_vain(self, name: str) -> None:
        """Press the button of this name, where the browser has a reason to stay."""
        self.button(name).click()

    def button(self, name: str) -> Locator:
        """The first button of this name."""
        return self.page.get_by_role("button", name=name, exact=True).first

    def click(self, what: Locator) -> None:
        """Click what leads to another page."""
        with self.turning():
            what.click()

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Do what leads to another page, and go on when it is there as a whole: a click by itself waits for less."""
        with self.page.expect_navigation():
            yield

    def unfold(self, summary: str) -> None:
        """Tap what is folded."""
        self.page.locator("summary", has_text=re.compile(f"^{re.escape(summary)}$")).first.click()

    def unfold_all(self) -> None:
        """Show everything that is folded."""
        self.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    @property
    def heading(self) -> str:
        """The page's heading."""
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        """What one can read on the page."""
        return self.page.locator("body").inner_text()

    def entry(self, task: str) -> Locator:
        """The card of a step."""
        return self.page.locator("article", has=self.page.get_by_role("heading", name=task))

    def leave(self) -> None:
        """Close the window."""
        self.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        # Of what could not be loaded ``_weigh`` knows more.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        ours = (f"http://127.0.0.1:{self.site.port}/", *_FROM_THE_PAGE_ITSELF)
        if not request.url.startswith(ours):
            self.complaints.append(f"a request to another host: {request.url}")

    def _weigh(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")
