"""One deployment of Afterword: its account, region and stage, and the names of its resources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

DEFAULT_STAGE = "prod"
_STAGE = re.compile(r"[a-z][a-z0-9-]{1,15}", re.ASCII)
# Operating commands may wait: they retry what AWS throttles or fails for a moment, more often than the functions do.
_PATIENT = Config(retries={"mode": "standard", "max_attempts": 6})


class CannotDo(Exception):
    """A command cannot go on; the message says why and what to do."""


@dataclass(frozen=True)
class Deployment:
    """One stage in one account and region. All its resources carry its name, so that no stage touches another."""

    stage: str
    session: boto3.Session

    @classmethod
    def chosen(cls, environment: Mapping[str, str]) -> Deployment:
        """The stage that ``STAGE`` names, in the region and account that boto3 finds configured. Raises CannotDo."""
        stage = environment.get("STAGE") or DEFAULT_STAGE
        if not _STAGE.fullmatch(stage):
            raise CannotDo(f"STAGE is {stage!r}; it must be 2 to 16 small letters, digits and dashes, such as prod.")
        session = boto3.Session(
            region_name=environment.get("AWS_REGION") or None
        )  # boto3 itself knows AWS_DEFAULT_REGION only
        if session.region_name is None:
            raise CannotDo("No region is set. Choose one: AWS_REGION=eu-central-1 make …, or in ~/.aws/config.")
        return cls(stage, session)

    @property
    def name(self) -> str:
        """The name of the stack and of the table."""
        return f"afterword-{self.stage}"

    @property
    def region(self) -> str:
        """The AWS region."""
        return str(self.session.region_name)

    @property
    def keys_parameter(self) -> str:
        """The SSM parameter that holds the signing keys."""
        return f"/afterword/{self.stage}/keys"

    @property
    def smtp_password_parameter(self) -> str:
        """The SSM parameter that holds the password for the mail provider's server, if digests go by one."""
        return f"/afterword/{self.stage}/smtp-password"

    @cached_property
    def account(self) -> str:
        """The number of the AWS account. Raises CannotDo if the credentials are missing or invalid."""
        try:
            return str(self.client("sts").get_caller_identity()["Account"])
        except (BotoCoreError, ClientError) as error:
            raise CannotDo(f"AWS does not let you in: {error}. Check with: aws sts get-caller-identity") from error

    @property
    def bucket(self) -> str:
        """The S3 bucket from which CloudFormation takes the code."""
        return f"{self.name}-code-{self.account}-{self.region}"

    def client(self, service: str) -> Any:
        """The boto3 client of a service; it is made once."""
        if service not in self._clients:
            self._clients[service] = self.session.client(service, config=_PATIENT)
        return self._clients[service]

    @cached_property
    def _clients(self) -> dict[str, Any]:
        return {}
