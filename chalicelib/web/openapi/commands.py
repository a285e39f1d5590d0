"""The examples as commands of a shell, with ``TOKEN`` and ``ID`` for what only the reader knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from shlex import quote
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.http.body import JSON, URLENCODED

_PATH_PART = re.compile(r"{(\w+)}")
_CONTINUED = " \\\n  "


def commands(address: str, path: str, method: str, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """One for each example of JSON, and one that shows how a form is sent; without examples, one that sends nothing."""
    place = f"{address}{_PATH_PART.sub(_variable, path)}"
    sent = said.get("requestBody", {}).get("content", {})
    queries = _queries(said.get("parameters", []))
    chosen = "" if method == "get" or (method == "post" and sent) else f"-X {method.upper()} "
    token = [] if said.get("security") == [] else ['-H "Authorization: Bearer $TOKEN"']
    for media, most in ((JSON, None), (URLENCODED, 1)):
        for example in [*sent.get(media, {}).get("examples", {}).values()][:most]:
            yield example["summary"], _command(chosen, place, [*token, *_data(media, example["value"])])
    for summary, query in queries.values():
        yield summary, _command(chosen, f"{place}?{urlencode(query)}", token)
    if not (sent or queries):
        yield said["summary"], _command(chosen, place, token)


def _command(chosen: str, address: str, options: list[str]) -> str:
    return _CONTINUED.join([f'curl -sS {chosen}"{address}"', *options])


def _variable(part: re.Match[str]) -> str:
    """A part of a path as a variable of the shell."""
    return "$" + part[1].removeprefix("interview_").upper()


def _data(media: str, value: Mapping[str, Any]) -> list[str]:
    if media == JSON:
        return [f"-H {quote('Content-Type: ' + JSON)}", f"-d {quote(json.dumps(value, ensure_ascii=False))}"]
    return [f"--data-urlencode {quote(f'{name}={_as_text(one)}')}" for name, one in value.items()]


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _queries(parameters: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, dict[str, object]]]:
    """The examples of a query: those of its parameters that bear one name belong together."""
    found: dict[str, tuple[str, dict[str, object]]] = {}
    for parameter in parameters:
        for name, example in parameter.get("examples", {}).items():
            found.setdefault(name, (example["summary"], {}))[1][parameter["name"]] = example["value"]
    return found
