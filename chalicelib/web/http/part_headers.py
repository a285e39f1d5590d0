"""The headers of a part of ``multipart/form-data``: its name, whether it is a file, and how its content is written.

Every sender has a dialect: a name is a token (.NET, PowerShell), a quoted string with backslashes (curl), with ``%22``
for its quotes (browsers), an encoded word or ``name*=utf-8''…``. The standard library's mail parser knows them. It is
slow to import, and quadratic in the length of a header, which is therefore limited.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
from base64 import b64decode
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import collapse_rfc2231_value

from msgspec import Struct

from chalicelib.request_errors import Fault, Malformed
from chalicelib.schemas.text_values import printable_name

LONGEST_HEAD = 2048  # bytes: a name of 255 in two notations, and more
_DISPOSITION = "content-disposition"
_BY_BROWSERS = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))  # all that they escape in a name
_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary")
# By Python's name for it. What calls itself Latin-1 is cp1252, as in a browser.
_CHARACTER_SETS = {
    "utf-8": "utf-8",
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    **{
        name: name for name in ("koi8-r", "koi8-u", "utf-16", "gbk", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
    },
    **{f"cp{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17))},
}


class PartHeaders(Struct, frozen=True):
    """What the headers of a part say: ``transfer_encoding`` and ``character_set`` are those of its content."""

    name: str
    is_file: bool
    transfer_encoding: str
    character_set: str

    def content(self, raw: bytes) -> bytes:
        """The content of the part, out of its transfer encoding. Raises ``Malformed``."""
        try:
            match self.transfer_encoding:
                case "base64":
                    return b64decode(b"".join(raw.split()), validate=True)
                case "quoted-printable":
                    return quopri.decodestring(raw)
                case encoding if encoding in _PLAIN_ENCODINGS:
                    return raw
        except binascii.Error:
            pass
        raise Malformed(Fault(printable_name(self.name), "is not what its encoding says"))

    def text(self, raw: bytes) -> str:
        """The content of the part as a text. Raises ``Malformed``."""
        try:
            encoding = _CHARACTER_SETS[codecs.lookup(self.character_set).name]
        except (LookupError, ValueError) as error:
            raise Malformed(Fault(printable_name(self.name), "is in a character set that is not known here")) from error
        return decoded(self.content(raw), encoding, self.name)


def read_headers(head: bytes) -> PartHeaders:
    """What the headers of a part say.

    Raises ``Malformed`` for a part without a name, for headers too long, and for those that the parser breaks on.
    """
    if len(head) > LONGEST_HEAD:
        raise Malformed(Fault("body", "is not multipart: the headers of a part are longer than {most} bytes", _MOST))
    text = decoded(head, "utf-8", "body")
    try:
        headers = _headers(HeaderParser().parsestr(text))
    except (MessageError, LookupError, TypeError, ValueError) as error:  # of a codec, or of a value told in two ways
        raise Malformed(Fault("body", "is not multipart: the headers of a part cannot be read")) from error
    if not headers.name:
        raise Malformed(Fault("body", "is not multipart: a part has no name"))
    return headers


def _headers(message: Message) -> PartHeaders:
    return PartHeaders(
        name=_name(message),
        is_file=message.get_param("filename", header=_DISPOSITION) is not None,
        transfer_encoding=str(message.get("Content-Transfer-Encoding", "")).strip().lower(),
        character_set=str(message.get_content_charset("utf-8")),
    )


def decoded(raw: bytes, encoding: str, field: str) -> str:
    """The bytes as a text. Raises ``Malformed`` with the name of the field."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = {"utf-8": "UTF-8"}.get(encoding, encoding)
        raise Malformed(Fault(printable_name(field), "is not {encoding}", {"encoding": name})) from error


def _name(message: Message) -> str:
    """The name of a part; empty if it has none."""
    given = message.get_param("name", header=_DISPOSITION)
    if isinstance(given, tuple):
        return collapse_rfc2231_value(given)
    name = str(given or "")
    for escaped, character in _BY_BROWSERS:
        name = name.replace(escaped, character)
    if name.startswith("=?") and name.endswith("?="):
        return _out_of_words(name)
    return name


def _out_of_words(name: str) -> str:
    """A name that .NET wrote as encoded words, since it is not ASCII; unchanged if it is none."""
    try:
        return str(make_header(decode_header(name)))
    except (MessageError, LookupError, ValueError):
        return name


_MOST = {"most": LONGEST_HEAD}
