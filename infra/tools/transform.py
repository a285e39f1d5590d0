"""``python -m infra.tools.transform TEMPLATE INTO``: apply CloudFormation's SAM transform to our template.

Tools that check templates know only plain resources.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

REGION = "eu-central-1"
UPLOADED = "s3://bucket/code.zip"  # where the code would be; nobody looks


def transform(template: dict[str, Any]) -> dict[str, Any]:
    """The template with plain resources only. Raises samtranslator's InvalidDocumentException."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = UPLOADED
    values = {name: parameter.get("Default", "kim@example.org") for name, parameter in template["Parameters"].items()}
    translator = Translator({}, Parser(), boto_session=boto3.Session(region_name=REGION))
    plain: dict[str, Any] = translator.translate(template, parameter_values=values)
    return plain


def main() -> int:
    """Read the template, and write the plain one. Exit code 0: written."""
    template, into = map(Path, sys.argv[1:])
    into.write_text(json.dumps(transform(json.loads(template.read_text())), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
