"""The size of the package, compared with what ``chalice package`` makes of the same code and locked libraries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from infra.catalogs import PROJECT
from infra.package.archive import MEGABYTE, MOST_BYTES
from infra.package.requirements import LOCK
from infra.package.sources import copy_code
from infra.package.template import CHALICE, NO_ACCOUNT
from proofs.bench.figure import Figure, Measurement, gated
from proofs.bench.packages import packaged

AIM = 4 * MEGABYTE

Say = Callable[[str], None]


def take(say: Say) -> list[Figure]:
    """The bytes of the package, zipped and unpacked."""
    ours = packaged().archive
    say("what Chalice makes of it, libraries and all ...")
    sent, unpacked = _made_by_chalice()
    return [
        gated("package: zipped", ours.zipped, "bytes", MOST_BYTES, aim=AIM),
        Figure("package: unpacked", ours.unpacked, "bytes"),
        Figure("package: zipped", sent, "bytes", peer="chalice package"),
        Figure("package: unpacked", unpacked, "bytes", peer="chalice package"),
    ]


def _made_by_chalice() -> tuple[int, int]:
    """The bytes of Chalice's zip, and of what is in it; for the Python that runs this, and without the templates, which
    Chalice would leave out."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        copy_code(project)
        shutil.copytree(PROJECT / ".chalice", project / ".chalice", ignore=shutil.ignore_patterns("deploy*"))
        shutil.copyfile(LOCK, project / "requirements.txt")
        command = [sys.executable, "-c", CHALICE, "--project-dir", folder, "package", str(project / "out")]
        subprocess.run(command, cwd=project, env=os.environ | NO_ACCOUNT, stdout=subprocess.DEVNULL, check=True)
        file = project / "out" / "deployment.zip"
        with ZipFile(file) as archive:
            return file.stat().st_size, sum(entry.file_size for entry in archive.infolist())


MEASUREMENT = Measurement("package", take)
