"""The ``Set-Cookie`` headers of a session: for no script, for no other site, and under our own path."""

from __future__ import annotations

from chalicelib.web.http.request import Request
from chalicelib.web.http.sessions import COOKIE, LIFETIME


def set_cookie(request: Request, value: str) -> str:
    """The header that gives a session to the browser, and to no script."""
    return f"{_cookie(request, value)}; Max-Age={int(LIFETIME.total_seconds())}"


def clear_cookie(request: Request) -> str:
    """The header that takes the session away."""
    return f"{_cookie(request, '')}; Max-Age=0"


def _cookie(request: Request, value: str) -> str:
    path, secure = request.prefix or "/", "; Secure" if request.is_secure else ""
    return f"{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Lax{secure}"
