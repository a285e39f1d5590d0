"""A provider's mail server on 127.0.0.1 (aiosmtpd): it takes mails, or fails at any line of the conversation."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from pathlib import Path
from threading import Event, Thread
from typing import Any, AnyStr

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "alex@provider.example", "abcd efgh ijkl mnop"
_COMMANDS = ("EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA")


class Line(StrEnum):
    """A line of the client, by the server's answer to it; ``CONNECT`` is answered with the greeting, ``END`` ends a
    mail."""

    CONNECT = "CONNECT"
    EHLO = "EHLO"
    STARTTLS = "STARTTLS"
    EHLO_AGAIN = "EHLO_AGAIN"
    AUTH = "AUTH"
    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"
    END = "END"


class Fate(Enum):
    """What becomes of a line. ``LOST`` and ``HANGS``: the line is obeyed, but no answer comes."""

    TRY_LATER = auto()  # 4xx
    REFUSED = auto()  # 5xx
    NONSENSE = auto()
    UNREAD = auto()  # the connection ends before the line is obeyed
    LOST = auto()
    HANGS = auto()
    LATE = auto()  # the answer comes after a while


_ANSWERS = {Fate.TRY_LATER: "451 4.3.0 Try again later", Fate.REFUSED: "550 5.7.1 No, alex", Fate.NONSENSE: "What?"}
A_WHILE = 0.2  # seconds
TAKEN_ANYWAY = frozenset({Fate.LOST, Fate.HANGS, Fate.NONSENSE})


@dataclass
class SmtpStandIn:
    """``fates``: what becomes of the next conversations' lines, in order; later ones go well. ``taken``: the mails that
    were accepted, as they came; ``lines``: what clients said so far."""

    tls: ssl.SSLContext | None
    is_tls_first: bool
    port: int = 0
    password: str = PASSWORD
    fates: list[tuple[Line, Fate]] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    connections: int = 0
    open: list[asyncio.Transport] = field(default_factory=list)
    stop: Callable[[], object] = lambda: None

    def forget(self) -> None:
        """Forget all mails, lines and fates."""
        for kept in (self.fates, self.taken, self.recipients, self.lines):
            kept.clear()

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """Whether user and password are right."""
        is_right = isinstance(data, LoginPassword) and data == LoginPassword(USER.encode(), self.password.encode())
        return AuthResult(success=is_right, handled=False)

    async def handle_DATA(self, server: _Server, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, unless its end is fated otherwise."""
        fate = server.fate if server.fated_line is Line.END else None
        if fate is Fate.UNREAD:
            server.end()
        if fate is None or fate in TAKEN_ANYWAY:
            self.taken.append(envelope.original_content or b"")
            self.recipients += envelope.rcpt_tos
        return "250 2.0.0 Taken as 0100"


class _Server(SMTP):
    """One conversation."""

    def __init__(self, stand_in: SmtpStandIn) -> None:
        super().__init__(
            stand_in,
            hostname="localhost",
            tls_context=None if stand_in.is_tls_first else stand_in.tls,
            require_starttls=bool(stand_in.tls) and not stand_in.is_tls_first,
            auth_require_tls=False,
            authenticator=stand_in.authenticate,
            timeout=60,
        )
        self._stand_in = stand_in
        self._at: Line | None = Line.CONNECT
        fated: tuple[Line | None, Fate | None] = stand_in.fates.pop(0) if stand_in.fates else (None, None)
        self.fated_line, self.fate = fated
        stand_in.connections += 1
        self._is_failing = False
        for name in _COMMANDS:
            self._smtp_methods[name] = self._noting(name, self._smtp_methods[name])

    def _noting(self, name: str, method: Any) -> Any:
        async def noted(arg: str) -> None:
            self._at = (
                Line.EHLO_AGAIN if name == "EHLO" and self._tls_protocol else Line("EHLO" if name == "HELO" else name)
            )
            if (self._at, Fate.UNREAD) == (self.fated_line, self.fate):
                self.end()
            await method(arg)

        return noted

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, and remember the connection, so that none outlives the stand-in."""
        assert isinstance(transport, asyncio.Transport)
        self._stand_in.open.append(transport)
        super().connection_made(transport)

    async def push(self, status: AnyStr) -> None:
        """Answer, or fail as it is fated; what failed once goes on failing."""
        line = self._at
        if line:
            self._stand_in.lines.append(line)
            self._is_failing = self._is_failing or line is self.fated_line
        self._at = Line.END if line is Line.DATA else None
        if self._is_failing and self.fate is Fate.LATE and line:
            await asyncio.sleep(A_WHILE)
        if not self._is_failing or self.fate in (None, Fate.LATE):
            await super().push(status)
        elif self.fate in _ANSWERS:
            await super().push(_ANSWERS[self.fate])
        elif self.fate is Fate.HANGS:
            await asyncio.get_running_loop().create_future()
        else:
            self.end()

    def end(self) -> None:
        """Drop the connection in the middle of a line."""
        self._stand_in.open[-1].abort()
        raise asyncio.CancelledError


def server_tls(identity: Path) -> ssl.SSLContext:
    """The server's side of TLS, with the certificate and key of a file."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(identity)
    return context


@contextmanager
def smtp_stand_in(tls: ssl.SSLContext | None, *, is_tls_first: bool = False) -> Iterator[SmtpStandIn]:
    """A server that listens at ``port`` until the end of the block; ``is_tls_first``: as on port 465."""
    logging.getLogger("mail.log").disabled = True  # aiosmtpd's: the failures here are intended
    stand_in = SmtpStandIn(tls, is_tls_first)
    is_ready = Event()
    thread = Thread(target=lambda: asyncio.run(_listen(stand_in, is_ready)))
    thread.start()
    is_ready.wait()
    try:
        yield stand_in
    finally:
        stand_in.stop()
        thread.join()


async def _listen(stand_in: SmtpStandIn, is_ready: Event) -> None:
    is_over = asyncio.Event()
    loop = asyncio.get_running_loop()
    stand_in.stop = lambda: loop.call_soon_threadsafe(is_over.set)
    first = stand_in.tls if stand_in.is_tls_first else None
    async with await loop.create_server(lambda: _Server(stand_in), "127.0.0.1", 0, ssl=first) as server:
        stand_in.port = server.sockets[0].getsockname()[1]
        is_ready.set()
        await is_over.wait()
        for conversation in stand_in.open:
            conversation.abort()
