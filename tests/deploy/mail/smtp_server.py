"""A mail provider's server on this machine, for the login: over TLS at once, or by STARTTLS."""

from __future__ import annotations

import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from infra.deploy.mail.smtp_account import SmtpAccount
from infra.loopback import free_port

HOST = "127.0.0.1"
KIM = "kim@example.org"
PASSWORD = "abcdabcdabcdabcd"


class Certificate:
    """A certificate of a server that proves to be ``name``, and its own authority; its files are in ``folder``."""

    def __init__(self, folder: Path, name: x509.GeneralName) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a mail provider")])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([name]), critical=False)
            .sign(key, hashes.SHA256())
        )
        self.file, self._key_file = folder / "certificate.pem", folder / "key.pem"
        self.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        self._key_file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )

    @property
    def context(self) -> ssl.SSLContext:
        """For a server that shows it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self._key_file)
        return context


THIS_MACHINE = x509.IPAddress(IPv4Address(HOST))
ANOTHER = x509.DNSName("mail.example.net")


class Mailbox:
    """Knows one ``password``, and counts mails and logins.

    ``says`` is its answer to any login, if there is one; it may repeat the ``{password}``, or the ``{plain}`` words of
    the login.
    """

    def __init__(self, says: str = "") -> None:
        self.says = says
        self.password = PASSWORD
        self.logins: list[str] = []
        self.mails = 0

    def knows(self, _server: object, _session: object, _envelope: object, _mechanism: str, sent: Any) -> AuthResult:
        """Whether it is the owner who signs in."""
        assert isinstance(sent, LoginPassword)
        self.logins.append(sent.password.decode())
        if self.says:
            plain = b64encode(b"\0" + sent.login + b"\0" + sent.password).decode()
            echoed = self.says.format(password=sent.password.decode(), plain=plain)
            return AuthResult(success=False, handled=False, message=echoed)
        return AuthResult(success=sent == LoginPassword(KIM.encode(), self.password.encode()), handled=False)

    async def handle_DATA(self, *_: object) -> str:  # noqa: N802  # the library calls it so
        self.mails += 1
        return "250 OK"


@contextmanager
def serving(mailbox: Mailbox, tls: ssl.SSLContext | None, *, implicit: bool) -> Iterator[SmtpAccount]:
    """Serve a mailbox until the end of the block; the account to sign in with."""
    how: dict[str, Any] = {"ssl_context": tls} if implicit else {"tls_context": tls}
    server = Controller(
        mailbox,
        hostname=HOST,
        port=free_port(),
        authenticator=mailbox.knows,
        auth_require_tls=tls is not None and not implicit,  # it does not count TLS from the first word on
        **how,
    )
    server.start()
    try:
        yield SmtpAccount(HOST, server.port, KIM)
    finally:
        server.stop()
