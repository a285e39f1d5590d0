"""The text of a mail as its body: quoted-printable, in UTF-8. The way in is ``set_text``."""

from __future__ import annotations

import re
from binascii import b2a_qp
from email.message import EmailMessage

from chalicelib.drafts.mail_policy import LONGEST_LINE, MAIL

_TYPES = {
    subtype: MAIL.header_factory("Content-Type", f'text/{subtype}; charset="utf-8"') for subtype in ("plain", "html")
}
# Not base64, though a Russian text is shorter in it: filters take text in base64 for text that hides. Not 8bit: not
# every server on the way takes it.
_ENCODING = MAIL.header_factory("Content-Transfer-Encoding", "quoted-printable")

# ``b2a_qp`` lets a line grow beyond 76 when it encodes the blank at its end.
_BLANK_TOO_FAR = re.compile(rb"^(.{%d,%d})(=20|=09)$" % (LONGEST_LINE - 2, LONGEST_LINE - 1), re.MULTILINE)


def set_text(message: EmailMessage, text: str, subtype: str = "plain") -> None:
    """Make ``text`` the body of a message that has none yet; ``subtype`` is ``plain`` or ``html``.

    The library would choose an encoding by the first ten lines of each text, and writes quoted-printable in Python,
    many times slower than C does.
    """
    encoded = b2a_qp(b"".join(line + b"\n" for line in text.encode().splitlines()))
    message["Content-Type"] = _TYPES[subtype]
    message["Content-Transfer-Encoding"] = _ENCODING
    message.set_payload(_BLANK_TOO_FAR.sub(rb"\1=\n\2", encoded).decode("ascii"))
