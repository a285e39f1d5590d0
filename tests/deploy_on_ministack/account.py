"""What a user does with an account: run commands, send requests to the API, read the mail."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import boto3

from infra.catalogs import PROJECT
from infra.ministack.ministack_server import CREDENTIALS, REGION

EMAIL = "kim@example.org"
PATIENCE = 300  # seconds


@dataclass(frozen=True)
class Said:
    """A command's exit code and output."""

    code: int
    text: str

    @property
    def token(self) -> str:
        """The token that it showed."""
        found = re.search(r"Token\s+(\S+)", self.text)
        return found[1] if found else ""


@dataclass(frozen=True)
class Reply:
    """An answer of the API."""

    status: int
    text: str

    @property
    def data(self) -> Any:
        """The body, as JSON."""
        return json.loads(self.text)


class Account:
    """``address`` is ministack's, ``folder`` holds the package and what the commands write."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder

    def deployed(self, stage: str) -> Stage:
        """A stage, deployed by the command, with the token that it showed."""
        said = self.run("up", STAGE=stage, EMAIL=EMAIL, FULL_NAME="Kim Moss", TIME_ZONE="Europe/Berlin", COUNTRY="DE")
        assert said.code == 0, said.text
        return Stage(self, stage, said)

    def run(self, command: str, **settings: str) -> Said:
        """``make <command>`` with these settings, but for the packaging."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": str(PROJECT),
            "AWS_ENDPOINT_URL": self.address,
            "PACKAGE": str(self.folder / "package"),
            "YES": "1",
            "LANG": "C.UTF-8",
            **CREDENTIALS,
            **settings,
        }
        ended = subprocess.run(
            [sys.executable, "-m", "infra.deploy", command],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return Said(ended.returncode, ended.stdout)

    def client(self, service: str, key: str = "", secret: str = "", token: str | None = None) -> Any:
        """A client of one of its services, with the account's own rights or with borrowed ones."""
        return boto3.client(
            service,
            endpoint_url=self.address,
            region_name=REGION,
            aws_access_key_id=key or CREDENTIALS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=secret or CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
            aws_session_token=token,
        )

    def mails(self) -> list[Any]:
        """The mails that SES was given to send, in order."""
        with urllib.request.urlopen(f"{self.address}/_ministack/ses/messages", timeout=10) as answer:
            found = json.loads(answer.read())["messages"]
        return [message for of_account in found.values() for message in of_account]


class Stage:
    """One deployed stage, with its owner's token at hand; ``handed_over`` is what the command said."""

    def __init__(self, account: Account, name: str, handed_over: Said) -> None:
        self.account = account
        self.name = name
        self.handed_over = handed_over
        self.token = handed_over.token

    @property
    def outputs(self) -> dict[str, str]:
        """The outputs of the stack."""
        stacks = self.account.client("cloudformation").describe_stacks(StackName=f"afterword-{self.name}")["Stacks"]
        return {one["OutputKey"]: one["OutputValue"] for one in stacks[0]["Outputs"]}

    def run(self, command: str, **settings: str) -> Said:
        """Run a command on this stage."""
        return self.account.run(command, STAGE=self.name, **settings)

    def ask(self, method: str, path: str, body: object = None, token: str | None = None) -> Reply:
        """The answer to a request through the API's gateway, with the owner's token unless another one is given."""
        api = re.match(r"https://([^.]+)\.", self.outputs["EndpointURL"])
        assert api is not None
        port = self.account.address.rpartition(":")[2]
        request = urllib.request.Request(
            f"{self.account.address}/api{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Host": f"{api[1]}.execute-api.localhost:{port}",
                "Content-Type": "application/json" if body is not None else "application/x-www-form-urlencoded",
                "Authorization": f"Bearer {self.token if token is None else token}",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Reply(answer.status, answer.read().decode())
        except urllib.error.HTTPError as refusal:
            return Reply(refusal.code, refusal.read().decode())

    def record(self, company: str, interview_on: date) -> Any:
        """Record an interview through the gateway; the API's answer."""
        sent = {"company": company, "position": "Analyst", "interview_on": interview_on.isoformat()}
        reply = self.ask("POST", "/interviews", sent)
        assert reply.status == 201, reply.text
        return reply.data

    def tick(self) -> None:
        """Run the tick as its schedule would."""
        event = {"version": "0", "id": "1", "detail": {}, "detail-type": "Scheduled Event", "source": "aws.events"}
        event |= {"account": "000000000000", "region": REGION, "time": "2026-08-04T06:00:00Z", "resources": []}
        answer = self.account.client("lambda").invoke(
            FunctionName=self.outputs["TickName"], Payload=json.dumps(event).encode()
        )
        assert not answer.get("FunctionError"), answer["Payload"].read()
