"""The CloudFormation template: Chalice makes it from the routes, and ``infra/resources.yaml`` is merged into it.

Chalice sees a project of its own: the code and its configuration, and no libraries but those of this environment.
The zip that it packs of them is thrown away. One template serves all stages: which one is a parameter of the stack.
``python -m infra.package.template FILE`` writes it by itself.
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

from chalice.package import YAMLTemplateSerializer

from infra.catalogs import PROJECT
from infra.package.package_errors import CannotPackage
from infra.package.package_settings import PackageSettings, package_settings_in
from infra.package.sources import copy_code

RESOURCES = PROJECT / "infra" / "resources.yaml"
CODE_URI = "./deployment.zip"  # beside the template
FUNCTION = "AWS::Serverless::Function"

CHALICE = "import sys; from chalice.cli import main; sys.exit(main())"
_MERGED = "resources.json"

# Chalice asks for a region and looks for an account; the template is for any.
NO_ACCOUNT = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "PYTHONHASHSEED": "0",
}


def template(settings: PackageSettings) -> dict[str, Any]:
    """The template before the SAM transform; every function has the runtime and the processor of the settings."""
    with TemporaryDirectory() as project:
        made = _chalices_own(Path(project))
    for resource in made["Resources"].values():
        if resource["Type"] == FUNCTION:
            resource["Properties"] |= {
                "Architectures": [settings.architecture],
                "CodeUri": CODE_URI,
                "Runtime": settings.runtime,
            }
    return made


def write(content: dict[str, Any], file: Path) -> None:
    """Write a template so that the same content makes the same bytes."""
    file.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _chalices_own(project: Path) -> dict[str, Any]:
    copy_code(project)
    shutil.copytree(PROJECT / ".chalice", project / ".chalice", ignore=shutil.ignore_patterns("deploy*"))
    (project / "requirements.txt").touch()  # nothing to install; Chalice says nothing where the file is missing
    (project / _MERGED).write_text(json.dumps(resources()), encoding="utf-8")  # from YAML Chalice would write YAML
    command = ["package", "--merge-template", str(project / _MERGED), str(project / "out")]
    chalice = subprocess.run(
        [sys.executable, "-c", CHALICE, "--project-dir", str(project), *command],
        cwd=project,
        env={"PATH": os.environ["PATH"], **NO_ACCOUNT},
        capture_output=True,
        text=True,
        check=False,
    )
    if chalice.returncode:
        raise CannotPackage(f"Chalice could not make the template:\n{chalice.stdout}{chalice.stderr}")
    made: dict[str, Any] = json.loads((project / "out" / "sam.json").read_text(encoding="utf-8"))
    return made


def resources(file: Path = RESOURCES) -> dict[str, Any]:
    """What is merged, with CloudFormation's short forms written out."""
    content: dict[str, Any] = YAMLTemplateSerializer().load_template(file.read_text(encoding="utf-8"), str(file))
    return content


def main(file: Path) -> None:
    """Write the template as the default settings have it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write(template(package_settings_in({})), file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
