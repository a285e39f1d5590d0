"""Upload the package to S3: CloudFormation takes code and large templates from there only."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.deployment import CannotDo, Deployment

_KEPT_DAYS = 90  # an older package is deleted after them


@dataclass(frozen=True, slots=True)
class CodePackage:
    """The files that ``make package`` wrote to ``folder``."""

    folder: Path

    @property
    def zip_file(self) -> Path:
        """The zip file of the code."""
        return self.folder / "deployment.zip"

    @property
    def template(self) -> Path:
        """The CloudFormation template."""
        return self.folder / "template.json"

    def check(self) -> None:
        """Raise CannotDo if a file is missing."""
        for file in (self.zip_file, self.template):
            if not file.exists():
                raise CannotDo(f"{file.name} is missing: run make package first.")


def upload(deployment: Deployment, package: CodePackage) -> str:
    """Upload code and template; the address of the template in S3, its functions pointing at the code beside it."""
    package.check()
    _ensure_bucket(deployment)
    code_key = _put(deployment, package.zip_file.read_bytes(), "zip")
    template = with_code(json.loads(package.template.read_text()), f"s3://{deployment.bucket}/{code_key}")
    template_key = _put(deployment, json.dumps(template, sort_keys=True).encode(), "json")
    host = deployment.client("s3").meta.endpoint_url.replace("https://s3.", f"https://{deployment.bucket}.s3.")
    is_virtual = deployment.bucket in host
    return f"{host}/{template_key}" if is_virtual else f"{host}/{deployment.bucket}/{template_key}"


def with_code(template: dict[str, Any], code: str) -> dict[str, Any]:
    """The template, changed in place so that all its functions run the code at this S3 address."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = code
    return template


def bucket_exists(deployment: Deployment) -> bool:
    """Whether the bucket for code exists."""
    try:
        deployment.client("s3").head_bucket(Bucket=deployment.bucket)
    except ClientError:
        return False
    return True


def delete_bucket(deployment: Deployment) -> None:
    """Empty the bucket and delete it."""
    s3 = deployment.client("s3")
    try:
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=deployment.bucket):
            for item in page.get("Contents", ()):
                s3.delete_object(Bucket=deployment.bucket, Key=item["Key"])
        s3.delete_bucket(Bucket=deployment.bucket)
    except ClientError as error:
        if error.response["Error"]["Code"] != "NoSuchBucket":
            raise


def _put(deployment: Deployment, content: bytes, suffix: str) -> str:
    """Store content under its own hash, and return the key; content that is there already is not sent again."""
    key = f"{hashlib.sha256(content).hexdigest()}.{suffix}"
    s3 = deployment.client("s3")
    try:
        s3.head_object(Bucket=deployment.bucket, Key=key)
    except ClientError:
        s3.put_object(Bucket=deployment.bucket, Key=key, Body=content)
    return key


def _ensure_bucket(deployment: Deployment) -> None:
    """Make a private bucket that accepts only TLS and deletes old packages. Everything here may be done twice."""
    s3, name = deployment.client("s3"), deployment.bucket
    try:
        s3.head_bucket(Bucket=name)
    except ClientError:
        # us-east-1 is the only region that must not be named.
        location = {} if deployment.region == "us-east-1" else {"LocationConstraint": deployment.region}
        s3.create_bucket(Bucket=name, **({"CreateBucketConfiguration": location} if location else {}))
    blocked = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(blocked, True))
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps(_tls_only(name)))
    rule = {"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": _KEPT_DAYS}}
    s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": [rule]})


def _tls_only(bucket: str) -> dict[str, Any]:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}
