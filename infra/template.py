"""``python -m infra.template FILE``: what CloudFormation is given, as JSON, but for the code itself.

Chalice makes it from the app's routes, and merges ``infra/resources.yaml`` into it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "infra" / "resources.yaml"
_SHIPPED = ("app.py", "chalicelib", ".chalice")


class CannotMake(Exception):
    """Chalice refused; the text is what it said."""


def template() -> dict[str, Any]:
    """The merged template, in about a second. Raises CannotMake."""
    with TemporaryDirectory() as folder:
        stage = Path(folder) / "stage"
        _lay_out(stage)
        _package(stage)
        # Chalice writes YAML whenever it merges YAML, with references of YAML's own, which CloudFormation refuses.
        made: dict[str, Any] = yaml.safe_load((stage / "out" / "sam.yaml").read_text())
    return made


def _lay_out(stage: Path) -> None:
    """The code without its libraries: Chalice looks at the routes, and packs what it finds."""
    stage.mkdir()
    for name in _SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, stage / name, ignore=shutil.ignore_patterns("__pycache__", "deployments"))
        else:
            shutil.copy(source, stage / name)
    (stage / "requirements.txt").touch()


def _package(stage: Path) -> None:
    # Chalice asks for a region, and does not use it.
    environment = os.environ | {"AWS_DEFAULT_REGION": "us-east-1"}
    command = [sys.executable, "-c", "from chalice.cli import main; main()", "--project-dir", str(stage), "package"]
    command += ["--stage", "dev", "--merge-template", str(RESOURCES), str(stage / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMake(done.stdout + done.stderr)


def main() -> int:
    """Write the template to the file that is named. 0: written."""
    into = Path(sys.argv[1])
    into.parent.mkdir(parents=True, exist_ok=True)
    into.write_text(json.dumps(template(), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
