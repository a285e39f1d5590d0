"""The examples as shell commands, with variables such as ``TOKEN`` and ``ID`` for what only the reader knows."""

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
    """The commands of an operation, each after its title.

    - One for each example in JSON, and one that sends the first example as a form.
    - One for each example of a query.
    - Without examples, one that sends nothing.
    """
    url = f"{address}{_PATH_PART.sub(_variable, path)}"
    sent = said.get("requestBody", {}).get("content", {})
    queries = _queries(said.get("parameters", []))
    method_option = "" if method == "get" or (method == "post" and sent) else f"-X {method.upper()} "
    token = [] if said.get("security") == [] else ['-H "Authorization: Bearer $TOKEN"']
    for media, limit in ((JSON, None), (URLENCODED, 1)):
        for example in [*sent.get(media, {}).get("examples", {}).values()][:limit]:
            yield example["summary"], _command(method_option, url, [*token, *_data(media, example["value"])])
    for summary, query in queries.values():
        yield summary, _command(method_option, f"{url}?{urlencode(query)}", token)
    if not (sent or queries):
        yield said["summary"], _command(method_option, url, token)


def _command(method_option: str, address: str, options: list[str]) -> str:
    return _CONTINUED.join([f'curl -sS {method_option}"{address}"', *options])


def _variable(part: re.Match[str]) -> str:
    """A parameter of the path as a variable of the shell."""
    return "$" + part[1].removeprefix("interview_").upper()


def _data(media: str, value: Mapping[str, Any]) -> list[str]:
    if media == JSON:
        return [f"-H {quote('Content-Type: ' + JSON)}", f"-d {quote(json.dumps(value, ensure_ascii=False))}"]
    return [f"--data-urlencode {quote(f'{name}={_as_text(field)}')}" for name, field in value.items()]


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _queries(parameters: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, dict[str, object]]]:
    """The examples of a query by name, each a title and the values of its parameters, joined by that name."""
    queries: dict[str, tuple[str, dict[str, object]]] = {}
    for parameter in parameters:
        for name, example in parameter.get("examples", {}).items():
            queries.setdefault(name, (example["summary"], {}))[1][parameter["name"]] = example["value"]
    return queries
