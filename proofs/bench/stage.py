"""The stage for functions under measurement: a stand-in for AWS that knows an owner, and a record whose step is due.

Each function trusts that AWS along with all the authorities of its own package, in the form that its package has. The
peers have botocore's file, as a plain package has; in ours the same authorities are a folder, and so they are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from moto import mock_aws
from msgspec.structs import replace

from chalicelib.records import table as records_table
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.usecases.tokens import new_token
from chalicelib.work_calendars import library_places, working_days
from infra.package.authorities import BUNDLE, FOLDER
from proofs.bench.aws_over_tls import Answers, Identity, aws_over_tls, new_identity
from proofs.bench.packages import packaged, peers_package
from tests.add_interview import add_interview
from tests.factories import an_interview, an_owner

TABLE, REGION = "afterword", "eu-central-1"
OWNER = an_owner()
TOKEN, TOKEN_HASH = new_token(OWNER.id)
OTHER_WEEKENDS = ("EG", "HK")
A_WHILE = timedelta(days=20)  # after it something is surely due


Environment = dict[str, str]


@dataclass(frozen=True, slots=True)
class Environments:
    """The whole environment of a function's process: Afterword's, and a peer's."""

    ours: Environment
    peers: Environment


@dataclass(frozen=True, slots=True)
class Stage:
    """Environments in which one digest is due (``busy``), or none is (``quiet``)."""

    busy: Environments
    quiet: Environments


@contextmanager
def stage() -> Iterator[Stage]:
    """A stage that serves until the end of the block."""
    answers = _answers()
    nothing_due = {request: answer for request, answer in answers.items() if not request.startswith("Query")}
    with TemporaryDirectory() as folder:
        identity = new_identity(Path(folder))
        ours = _trusting(identity, packaged().folder / "botocore", Path(folder, "all"))
        peers = identity.authorities(peers_package() / "botocore" / BUNDLE, Path(folder, "all.pem"))
        with aws_over_tls(identity, answers) as busy, aws_over_tls(identity, nothing_due) as quiet:
            yield Stage(_environments(busy, ours, peers), _environments(quiet, ours, peers))


def _trusting(identity: Identity, botocore: Path, into: Path) -> Path:
    """The package's authorities and this one, as the package has them: a folder, or without that trick a file."""
    if (botocore / FOLDER).is_dir():
        return identity.folder(botocore / FOLDER, into)
    return identity.authorities(botocore / BUNDLE, into.with_suffix(".file"))


def _environments(address: str, ours: Path, peers: Path) -> Environments:
    common = _environment() | {"AWS_ENDPOINT_URL": address}
    return Environments(common | {"AWS_CA_BUNDLE": str(ours)}, common | {"AWS_CA_BUNDLE": str(peers)})


def _environment() -> Environment:
    return {
        "AFTERWORD_TABLE": TABLE,
        "AFTERWORD_SENDER": "afterword@example.org",
        "AFTERWORD_OWNER": OWNER.id,
        "AFTERWORD_ADDRESS": "https://afterword.example/api",
        "AFTERWORD_SIGNING_KEYS": "k" * 32,
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "PYTHONHASHSEED": "0",  # so that sets, and with them the counts, are the same each time
    }


def _answers() -> Answers:
    """DynamoDB's answers when the owner and the record are stored."""
    profile, *interviews = _stored()
    due = {name: profile[name] for name in ("owner_id", "item_id", "shard", "next_digest_at")}
    return {
        "GetItem PROFILE": {"Item": profile},
        "UpdateItem": {"Attributes": profile},
        "Query open": {"Items": interviews, "Count": len(interviews), "ScannedCount": len(interviews)},
        f"Query digest-due {profile['shard']['N']}": {"Items": [due], "Count": 1, "ScannedCount": 1},
    }


def at_work_on(day: date) -> str:
    """A place that works on a day, so that the call is in the day's mail (D5): Germany, or one with another weekend."""
    places = (OWNER.country, *OTHER_WEEKENDS, *sorted(library_places()))
    return next(place for place in places if working_days(place).is_working(day))


def _stored() -> list[dict[str, Any]]:
    """The owner's item, then the interview's."""
    now = datetime.now(UTC) - A_WHILE
    facts = {"interview_on": now.date(), "dated_on": now.date(), "created_at": now}
    interview = replace(an_interview(), **facts, employer_country=at_work_on((now + A_WHILE).date()))
    key = RequestKey("content:1", "1", now)
    with mock_aws():
        records_table.configure(TABLE, REGION)
        records_table.create_table()
        Owners().add(OWNER, TOKEN_HASH)
        add_interview(Interviews(), OWNER, interview, key, lambda _: "", now)
        items = records_table.connection().client.scan(TableName=TABLE)["Items"]
    kept = [item for item in items if not item["item_id"]["S"].startswith("REQUEST#")]
    return sorted(kept, key=lambda item: str(item["item_id"]["S"]), reverse=True)
