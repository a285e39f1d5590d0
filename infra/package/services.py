"""botocore's data: a description of every service of AWS, of which only those that are called here stay."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

CALLED = ("dynamodb", "sesv2", "ssm")
_ENDPOINT_NAMES = frozenset({"dynamodb", "email", "ssm"})  # what the same services are called in a host's name


def trim(libraries: Path) -> None:
    """Leave out the services that are not called, and where they would be reached."""
    data = libraries / "botocore" / "data"
    for service in data.iterdir():
        if service.is_dir() and service.name not in CALLED:
            shutil.rmtree(service)
    endpoints = data / "endpoints.json"
    content = json.loads(endpoints.read_text(encoding="utf-8"))
    endpoints.write_text(json.dumps(_trimmed(content), separators=(",", ":")), encoding="utf-8")


def _trimmed(endpoints: dict[str, Any]) -> dict[str, Any]:
    """Every region stays; of the services those that are called."""
    partitions = [
        partition | {"services": {name: at for name, at in partition["services"].items() if name in _ENDPOINT_NAMES}}
        for partition in endpoints["partitions"]
    ]
    return endpoints | {"partitions": partitions}
