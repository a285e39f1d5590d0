"""HTML to text, as one reads it: without what is hidden, with the addresses of links behind their words.

The standard library's parser takes the square of the length on broken tags; these few lines do not, and need no more
than a mail has: tags, comments and entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from chalicelib.capture.mail.texts import tidied
from chalicelib.patterns import lazy_pattern

_MOST = 1_000_000  # characters of HTML
# A tag, quoted values with angle brackets in them included; or one whose quotes do not match.
_TAG = lazy_pattern(r"""<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[^<>]*>""")
_NAME = lazy_pattern(r"</?\s{0,5}([a-zA-Z][a-zA-Z0-9:]{0,20})")
_VALUES = lazy_pattern(r"""([a-zA-Z-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_HIDDEN = lazy_pattern(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all")
_SPACES = lazy_pattern(r"[ \t\r\n\f]+")
_BETWEEN_BLOCKS = lazy_pattern(r"[ \t]*\v[ \t\v]*")
_AROUND_A_LINE_END = lazy_pattern(r"[ \t]*\n[ ]*")
_BLANK_LINES = lazy_pattern(r"\n{3,}")
_UNREAD = frozenset({"script", "style", "head", "title", "template", "noscript", "xml"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "area", "col", "base", "source"})
_BLOCKS = frozenset({"tr", "div", "li", "dt", "dd", "ul", "ol", "table", "section", "article", "center"})
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre"})
_CELLS = frozenset({"td", "th"})
_FOLLOWED = ("http://", "https://")


def text_of_html(html: str) -> str:
    """The text that a reader of this HTML sees."""
    text = "".join(_Reading().pieces(_without_comments(html[:_MOST])))
    lines = _AROUND_A_LINE_END.sub("\n", _BETWEEN_BLOCKS.sub("\n", text))
    return tidied(_BLANK_LINES.sub("\n\n", lines).strip())


def _without_comments(html: str) -> str:
    """The HTML without comments, declarations and conditional parts; a comment without an end has the rest."""
    kept, begin = [], 0
    while (found := html.find("<!--", begin)) >= 0:
        kept.append(html[begin:found])
        end = html.find("-->", found + 4)
        if end < 0:
            return "".join(kept)
        begin = end + 3
    return "".join((*kept, html[begin:]))


class _Reading:
    """Goes through the tags, and knows what it is in: something hidden, a link."""

    def __init__(self) -> None:
        self._hidden_by = ""
        self._depth = 0
        self._href = ""
        self._said = ""

    def pieces(self, html: str) -> Iterator[str]:
        """The text, piece by piece."""
        begin = 0
        for tag in _TAG.finditer(html):
            yield from self._text(html[begin : tag.start()])
            yield from self._tag(tag[0][:5000])
            begin = tag.end()
        yield from self._text(html[begin:])

    def _text(self, raw: str) -> Iterator[str]:
        if raw and not self._hidden_by:
            text = _SPACES.sub(" ", unescape(raw))
            self._said += text if self._href else ""
            yield text

    def _tag(self, tag: str) -> Iterator[str]:
        named = _NAME.match(tag)
        if named is None:
            return
        name, is_end = named[1].lower(), tag.startswith("</")
        if self._hidden_by:
            self._leave(name, tag, is_end=is_end)
        elif not is_end and self._is_hidden(name, tag):
            self._hidden_by, self._depth = name, 1
        else:
            yield from self._link(tag, is_end=is_end) if name == "a" else _break(name, is_end=is_end)

    def _leave(self, name: str, tag: str, *, is_end: bool) -> None:
        if name == self._hidden_by and not tag.endswith("/>"):
            self._depth += -1 if is_end else 1
            self._hidden_by = self._hidden_by if self._depth else ""

    def _is_hidden(self, name: str, tag: str) -> bool:
        if name in _VOID or tag.endswith("/>"):
            return False
        return name in _UNREAD or bool(_HIDDEN.search(_values(tag).get("style", "").lower()))

    def _link(self, tag: str, *, is_end: bool) -> Iterator[str]:
        """A link's address, behind its words unless they name it themselves."""
        if not is_end:
            self._href, self._said = unescape(_values(tag).get("href", "")).strip(), ""
            return
        if self._href.startswith(_FOLLOWED) and self._href not in self._said:
            yield f" <{_SPACES.sub('', self._href)}> "
        self._href = ""


def _break(name: str, *, is_end: bool) -> Iterator[str]:
    if name in _PARAGRAPHS:
        yield "\n\n"
    elif name == "br":
        yield "\n"
    elif name in _BLOCKS:
        yield "\v"  # several in a row end one line
    elif name in _CELLS and is_end:
        yield "\t"


def _values(tag: str) -> dict[str, str]:
    """The attributes of a tag."""
    return {name.lower(): double or single or bare for name, double, single, bare in _VALUES.findall(tag)}
