"""Generate hostile texts, and a tame twin of each: letters only, of the same length in every encoding."""

from __future__ import annotations

import random
from urllib.parse import quote

from chalicelib.drafts.wording import one_line

LONGEST = 200
PIECES = (
    # markup, and ways out of an attribute, a comment, a style and a script
    "<script>alert(1)</script>", "<b>", "</p></div></body>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>",
    '" onclick="alert(1)', "' autofocus onfocus='alert(1)", "</style>", "</title>", "&lt;", "&#x3c;b&#x3e;", "&amp",
    "`",
    # templates and formats
    "{{ 7 * 7 }}", "{% raw %}", "{# x", "${HOME}", "{company}", "%(position)s", "%s", "\\1", "$1",
    # headers, encoded words, MIME boundaries, SMTP
    "\r\nBcc: victim@example.net", "\nX-Evil: 1", "=?utf-8?q?=0d=0aBcc:x@y.zz?=", "=?utf-8?b?DQpCY2M6eEB5Lnp6?=", "=?",
    "?=", "--===============boundary==", "\r\n.\r\n", "\nFrom the start", "boss@example.org, ", '"', "<a@b.example>",
    ";",
    # text that changes direction, joins, hides, or ends a line unseen
    "\u202e", "\u2066", "\u2069", "\u200f", "e\u0301\u0302\u0303\u0304", "\u200b", "\u200d", "\u2060", "\ufeff",
    "\u00ad",
    "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1b[31m", "\0", "\x7f", "\t", "\u00a0",
    # formulas
    "=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "＝1", '=HYPERLINK("https://evil.example")', "'=1", "|cmd",
    # calendars
    "END:VEVENT", "\r\nBEGIN:VEVENT", "BEGIN:VALARM", "\\n", "\\;", "\\,", "^n", ":", "ATTACH;VALUE=URI:file:///x",
    "x" * 74,
    # addresses
    "javascript:alert(1)", "data:text/html,x", "%0d%0aBcc:x@y.zz", "%00", "%3cb%3e", "../../etc",
    "?subject=x&bcc=y@z.zz",
    # people's own words
    "Acme", "Müller & Söhne", "ООО «Ромашка»", "株式会社アクメ", "شركة المستقبل", "דנה כהן", "🌼", "👩\u200d🔬",
    "O'Brien",
    "liked: ", "touch: ",
)  # fmt: skip
STARTS = ("=", "+", "-", "@", "\t", "\r", "'", "＝", " ", "<", "{", "(", "")
ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "https://acme.example/?q=\"'<>&", "https://acme.example/%0d%0aX:1",
    "http://acme.example/jobs#a", "https://user:pw@acme.example/", "https://acme.example/javascript:alert(1)",
)  # fmt: skip
_OF_ENCODED_LENGTH = {1: "a", 3: "!", 6: "é", 9: "中", 12: "𝒜"}


def hostile(rng: random.Random) -> str:
    """A hostile text of at most 200 characters, now and then of exactly 200."""
    words = rng.choice(STARTS) + "".join(rng.choices(PIECES, k=rng.randint(1, 6)))
    return (words * LONGEST)[:LONGEST] if rng.random() < 0.05 else words[:LONGEST]


def tame(words: str) -> str:
    """Letters that are as long as ``words`` in a line, in a link and in a header; spaces stay."""
    return "".join(one if one == " " else _OF_ENCODED_LENGTH[len(quote(one, safe=""))] for one in one_line(words))
