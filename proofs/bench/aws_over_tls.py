"""A stand-in for AWS on 127.0.0.1, behind TLS, with fixed answers: what is measured is the client's own work.

It has no state: every write succeeds, and a read gets the answer that is fixed for it. It has its own certificate. A
client that trusts the bundle of ``authorities``, or the ``folder``, trusts it along with its package's authorities.
"""

from __future__ import annotations

import json
import shutil
import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zlib import crc32

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from infra.package.authorities import write
from tests.loopback import ANY_PORT, Answer, StandIn, listening

HOST = "localhost"
_TAKEN = {"MessageId": "0100-message"}
_NONE_FOUND: Mapping[str, Any] = {"Items": [], "Count": 0, "ScannedCount": 0}

Answers = Mapping[str, Mapping[str, Any]]
"""Answers by request: ``GetItem PROFILE``, ``Query open``, ``Query digest-due 2``. Any other one finds nothing."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate for HOST and its key, both in ``file``."""

    file: Path
    certificate: bytes

    def authorities(self, others: Path, into: Path) -> Path:
        """Write a bundle of the others and this certificate, and return its path."""
        into.write_bytes(others.read_bytes() + b"\n" + self.certificate)
        return into

    def folder(self, others: Path, into: Path) -> Path:
        """Write a folder of the others and this certificate, named by hash, and return its path."""
        shutil.copytree(others, into)
        write(self.certificate, into)
        return into


def new_identity(folder: Path) -> Identity:
    """A new certificate and key, as large as those of AWS: RSA with 2048 bits."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=key.public_key(),
        serial_number=1,
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + timedelta(days=1),
    )
    for extension in (
        x509.SubjectAlternativeName([x509.DNSName(HOST)]),
        x509.BasicConstraints(ca=True, path_length=0),
        x509.SubjectKeyIdentifier.from_public_key(key.public_key()),
        x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()),
    ):
        builder = builder.add_extension(extension, critical=False)
    certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "identity.pem"
    file.write_bytes(private + certificate)
    return Identity(file, certificate)


@contextmanager
def aws_over_tls(identity: Identity, answers: Answers) -> Iterator[str]:
    """Serve until the end of the block, and give the address."""
    server = ThreadingHTTPServer(ANY_PORT, _handler(answers))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(identity.file)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with listening(server) as port:
        yield f"https://{HOST}:{port}"


def _handler(answers: Answers) -> type[StandIn]:
    class Handler(StandIn):
        def reply(self, body: bytes) -> Answer:
            target = self.headers.get("X-Amz-Target")
            answer = answers.get(_request_name(target, json.loads(body)), _NONE_FOUND) if target else _TAKEN
            content = json.dumps(answer, default=_in_base64).encode()
            return 200, _headers(content), content

    return Handler


def _headers(body: bytes) -> dict[str, str]:
    """The headers that AWS's clients look at, and a request id as long as AWS's."""
    return {
        "Content-Type": "application/x-amz-json-1.0",
        "x-amz-crc32": str(crc32(body)),
        "x-amzn-RequestId": "R" * 52,
    }


def _in_base64(value: bytes) -> str:
    return b64encode(value).decode()


def _request_name(target: str, body: Mapping[str, Any]) -> str:
    operation = target.partition(".")[2]
    if operation == "GetItem":
        return f"{operation} {body['Key']['item_id']['S']}"
    if operation == "Query":
        keys = body["ExpressionAttributeValues"].values()
        shard = "".join(value.get("N", "") for value in keys)
        return f"{operation} {body.get('IndexName', '')} {shard}".rstrip()
    return operation
