"""A trick on botocore's data: of its description of every service of AWS, only those stay that are called here.

Four fifths of a description is prose for botocore's handbook, which is left out as well; every cold start would unpack
and parse it, and look through the folders of four hundred services. It saves 15.6 MB of the zip and 17 MB unpacked, and
a cold start 201 million instructions and 6,100 calls of the file system.

If botocore arranges its data otherwise, the package cannot be made, or ``tests/package/test_contents.py`` fails: every
service that is called has to answer, and has in every kind of region the address that all of botocore gives it. A call
of a service that is not in ``CALLED`` fails in the package only. ``TRICKS`` without ``services`` switches it off.
"""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

CALLED = ("dynamodb", "sesv2", "ssm")
_ENDPOINT_NAMES = frozenset({"dynamodb", "email", "ssm"})  # what the same services are called in a host's name


def trim(libraries: Path) -> None:
    """Leave out the services that are not called, where they would be reached, and the prose about the others."""
    data = libraries / "botocore" / "data"
    for service in data.iterdir():
        if service.is_dir() and service.name not in CALLED:
            shutil.rmtree(service)
    for packed in data.rglob("*.json.gz"):
        content = json.loads(gzip.decompress(packed.read_bytes()))
        _write(packed.with_suffix(""), without_prose(content))
        packed.unlink()
    endpoints = data / "endpoints.json"
    _write(endpoints, _trimmed(json.loads(endpoints.read_text(encoding="utf-8"))))


def without_prose(description: Any) -> Any:
    """The description without its documentation; a member that is called so is described, not prose, and stays."""
    match description:
        case dict():
            facts = ((name, fact) for name, fact in description.items() if not _is_prose(name, fact))
            return {name: without_prose(fact) for name, fact in facts}
        case list():
            return [without_prose(fact) for fact in description]
        case _:
            return description


def _is_prose(name: str, fact: object) -> bool:
    return name == "documentation" and isinstance(fact, str)


def _write(file: Path, content: Any) -> None:
    file.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def _trimmed(endpoints: dict[str, Any]) -> dict[str, Any]:
    """Every region stays; of the services those that are called."""
    partitions = [
        partition | {"services": {name: at for name, at in partition["services"].items() if name in _ENDPOINT_NAMES}}
        for partition in endpoints["partitions"]
    ]
    return endpoints | {"partitions": partitions}
