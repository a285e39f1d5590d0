"""How the lines of mail are written (RFC 5322, RFC 2045, RFC 2047). The way in is ``MAIL``, a policy for messages."""

from __future__ import annotations

from collections.abc import Iterator
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry
from email.policy import SMTP, Policy
from urllib.parse import quote

# Neither a line of a body that is quoted-printable or base64 may be longer (RFC 2045), nor one with an encoded word.
LONGEST_LINE = 76
LONGEST_PART = 50  # of a file name, so that the line has room for the parameter's own


class _FoldedHeader(BaseHeader):
    """A header whose lines are folded by ``email.header``, the library's older half.

    Its newer half, in the Pythons before 3.13, loses spaces between encoded words, drops the quotes of a name that it
    folds, and makes encoded words of a long address or link, which no mail program follows then.
    """

    def fold(self, *, policy: Policy) -> str:
        """The header as its lines. The value begins on the line of the name; one without a space stays whole there."""
        filename = getattr(self, "params", {}).get("filename")
        if filename is not None:
            return f"{self.name}: attachment;{policy.linesep}{_filename(filename, policy.linesep)}"
        line = f"{self.name}: {self}"
        if self.isascii() and (len(line) <= LONGEST_LINE or " " not in self):
            return line + policy.linesep
        folded = Header(maxlinelen=LONGEST_LINE, header_name=self.name)
        for text in self._parts():
            folded.append(text, "us-ascii" if text.isascii() else "utf-8")
        return f"{self.name}: {folded.encode(linesep=policy.linesep).lstrip()}{policy.linesep}"

    def _parts(self) -> tuple[str, ...]:
        """What is encoded by itself: a name apart from its address, which must stay readable."""
        addresses: tuple[Address, ...] = () if self.isascii() else getattr(self, "addresses", ())
        return tuple(part for one in addresses for part in (one.display_name, f"<{one.addr_spec}>")) or (str(self),)


def _filename(name: str, linesep: str) -> str:
    """The name of a file as parameters on lines of their own (RFC 2231): as it is, or encoded and in parts."""
    plain = f' filename="{name}"'
    if name.isascii() and len(plain) <= LONGEST_LINE and not set(name) & set('"\\'):
        return f"{plain}{linesep}"
    parts = [*_encoded_parts(name)]
    if len(parts) == 1:
        return f" filename*=UTF-8''{parts[0]}{linesep}"
    parts[0] = f"UTF-8''{parts[0]}"
    return f";{linesep}".join(f" filename*{number}*={part}" for number, part in enumerate(parts)) + linesep


def _encoded_parts(name: str) -> Iterator[str]:
    """The name percent-encoded, in parts that fit a line; none cuts a character."""
    part = ""
    for character in name:
        encoded = quote(character, safe="")
        if len(part) + len(encoded) > LONGEST_PART:
            yield part
            part = ""
        part += encoded
    yield part


class _HeaderClasses(HeaderRegistry):
    """The class of each header, made once.

    The library makes it twice for every header that is set, some ten microseconds each time, and a digest with five
    letters sets a hundred. Leaving ``__getitem__`` out switches this off; nothing else changes.
    """

    def __init__(self) -> None:
        super().__init__(base_class=_FoldedHeader)
        self._classes: dict[str, type[BaseHeader]] = {}

    def __getitem__(self, name: str) -> type[BaseHeader]:
        """The class for headers of this name."""
        key = name.lower()
        if key not in self._classes:
            self._classes[key] = super().__getitem__(key)
        return self._classes[key]


# 7bit: bodies are sent as quoted-printable or base64 where needed, so no relay has to convert an 8-bit line. CRLF, as
# SMTP requires.
MAIL = SMTP.clone(max_line_length=LONGEST_LINE, cte_type="7bit", header_factory=_HeaderClasses())
