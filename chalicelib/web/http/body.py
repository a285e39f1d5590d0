"""The body of a request: which media type it has, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from chalicelib.patterns import lazy_pattern
from chalicelib.request_errors import Fault
from chalicelib.schemas import json_text
from chalicelib.web.http import forms
from chalicelib.web.http.http_errors import BodyTooLarge, UnsupportedMediaType

MOST_BYTES = 320 * 1024  # a record whose every text is as long as it may be, each character in twelve bytes
MOST_FILE_BYTES = 4 * 1024 * 1024  # Lambda takes 6 MB: of base64, 4.5 MB
JSON, URLENCODED, MULTIPART = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
CSV, ANY_FILE = "text/csv", "application/octet-stream"
MAIL, CALENDAR, PLAIN_TEXT = "message/rfc822", "text/calendar", "text/plain"
TABLES, DOCUMENTS = (CSV, ANY_FILE), (MAIL, CALENDAR, PLAIN_TEXT, ANY_FILE)  # what a file is, where a route takes one
_MEDIA_TYPES = {"json": JSON, "urlencoded": URLENCODED, "multipart": MULTIPART}
_PARAMETER = lazy_pattern(r';\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))', re.ASCII)
_UTF_8 = ("utf-8", "utf8", "us-ascii")


class Body(Struct, frozen=True):
    """What was sent, by name. The values of a form are ``FormText``, and its ``blank`` fields are absent from them.

    ``file`` is the one file that some routes take: a part of a form, or the whole body. Of a whole body ``file_type``
    is the media type, and ``charset`` the character set that is named with it.
    """

    is_form: bool
    values: Mapping[str, object]
    file: bytes | None = None
    blank: frozenset[str] = frozenset()
    file_type: str = ""
    charset: str | None = None


def is_form(content_type: str) -> bool:
    """Whether a ``Content-Type`` header announces a form."""
    return _media_type(content_type) in (URLENCODED, MULTIPART)


def read_body(raw: bytes, content_type: str, files: tuple[str, ...] = ()) -> Body:
    """Read a body by its ``Content-Type``; without one it is JSON. With ``files`` it may be a file of one of these
    media types, or a form may hold one.

    Raises a ``RequestError`` if the body is too large or cannot be read.
    """
    limit = MOST_FILE_BYTES if files else MOST_BYTES
    if len(raw) > limit:
        raise BodyTooLarge(limit)
    media_type = _media_type(content_type) or JSON
    parameters = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(content_type)}
    if media_type in files:
        return Body(is_form=False, values={}, file=raw, file_type=media_type, charset=parameters.get("charset"))
    if parameters.get("charset", "utf-8").lower() not in _UTF_8:
        raise UnsupportedMediaType(Fault("Content-Type", "names a character set other than UTF-8"))
    if media_type == JSON:
        return Body(is_form=False, values=json_text.parse(raw))
    if media_type == URLENCODED:
        return _urlencoded(raw)
    if media_type == MULTIPART:
        return _multipart(raw, parameters.get("boundary", ""), takes_file=bool(files))
    raise UnsupportedMediaType(Fault("Content-Type", "is none of {json}, {urlencoded} and {multipart}", _MEDIA_TYPES))


def _urlencoded(raw: bytes) -> Body:
    """A form. JSON is refused with a hint, as ``curl -d`` sends it as a form by default."""
    if raw.lstrip()[:1] == b"{":
        raise UnsupportedMediaType(
            Fault("Content-Type", "says that this is a form, but it looks like JSON: send {json}", _MEDIA_TYPES)
        )
    return _form(forms.urlencoded(raw))


def _multipart(raw: bytes, boundary: str, *, takes_file: bool) -> Body:
    from chalicelib.web.http import multipart  # rarely sent, and its patterns are slow to compile

    fields, file = multipart.parse(raw, boundary, takes_file=takes_file)
    return _form(fields, file)


def _form(fields: list[tuple[str, str]], file: bytes | None = None) -> Body:
    values = forms.unique_fields(fields)
    return Body(is_form=True, values=values, file=file, blank=frozenset(name for name, _ in fields) - values.keys())


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
