"""A trick on botocore's authorities: they become a folder, a file for each, named after the hash of its subject.

From one file OpenSSL reads all of them at the first connection; from a folder the one that it needs. They stay
botocore's, none added and none left out. botocore itself takes a file only, so its ``httpsession.py`` ends with a few
lines of ours; whoever names a file (``AWS_CA_BUNDLE``) is served as before. It saves a cold start 205 million
instructions for each service that it connects to, and costs 0.02 MB of the zip.

If botocore has no such file any more, the package cannot be made. If it sets up its connections in another way,
``tests/package/test_trust.py`` fails, which shakes hands with servers that are to be trusted and with others;
``test_authorities.py`` looks for each authority. ``TRICKS`` without ``authorities`` switches it off.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from OpenSSL.crypto import FILETYPE_PEM, load_certificate

from infra.package.package_errors import CannotPackage

BUNDLE, FOLDER = "cacert.pem", "authorities"
_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----\n.+?-----END CERTIFICATE-----\n", re.DOTALL)

# A file and a folder are never both set, not even for a moment: another thread may connect with what is there.
_FILE_OR_FOLDER = f"""

# Added when this package was made.
DEFAULT_CA_BUNDLE = os.path.join(os.path.dirname(__file__), {FOLDER!r})
_set_up_with_file = URLLib3Session._setup_ssl_cert


def _set_up_with_file_or_folder(self, conn, url, verify):
    path = get_cert_path(verify) if url.lower().startswith('https') and verify else None
    if path and os.path.isdir(path):
        conn.cert_reqs = 'CERT_REQUIRED'
        conn.ca_cert_dir = path
    else:
        _set_up_with_file(self, conn, url, verify)


URLLib3Session._setup_ssl_cert = _set_up_with_file_or_folder
"""


def unbundle(libraries: Path) -> None:
    """Make the installed botocore's file a folder, and have it read that. Raises CannotPackage."""
    botocore = libraries / "botocore"
    bundle = botocore / BUNDLE
    if not bundle.is_file():
        raise CannotPackage(f"botocore brings no {BUNDLE}; where has it put the authorities that it trusts?")
    write(bundle.read_bytes(), botocore / FOLDER)
    bundle.unlink()
    with (botocore / "httpsession.py").open("a", encoding="utf-8") as code:
        code.write(_FILE_OR_FOLDER)


def write(bundle: bytes, folder: Path) -> None:
    """Write each certificate of the bundle into the folder, beside those that are there. Raises CannotPackage."""
    certificates = _CERTIFICATE.findall(bundle)
    if not certificates:
        raise CannotPackage("There is no certificate among the authorities.")
    folder.mkdir(exist_ok=True)
    for certificate in certificates:
        _free_name(folder, certificate).write_bytes(certificate)


def _free_name(folder: Path, certificate: bytes) -> Path:
    """What OpenSSL looks for: ``5ad8a5d6.0``, then ``5ad8a5d6.1`` for another of the same hash, without a gap."""
    subject = f"{load_certificate(FILETYPE_PEM, certificate).subject_name_hash():08x}"
    names = (folder / f"{subject}.{number}" for number in count())
    return next(name for name in names if not name.exists())
