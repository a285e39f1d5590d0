"""Of botocore's code what no call of ours needs: what it does for services that are not called, its handbook, and the
HTTP/2 of urllib3, which it speaks only when it is told to.

Every cold start would register a hundred handlers for other services, load what writes the texts of ``help()``, and
load what would look for the version of a library that is not there. None can be left out by a setting; so the package
has them otherwise. Whether each service still answers is tested.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from infra.package.aws_services import CALLED

# An event is called "before-call.s3.PutObject", with or without the last two parts.
_OF_SERVICES_CALLED = f"""

# Added when this package was made.
BUILTIN_HANDLERS = [
    one
    for one in BUILTIN_HANDLERS
    if not one[0].startswith("docs.") and (one[0].split(".") + ["*"])[1] in {("*", *CALLED)}
]
"""
_NO_TEXTS = '''"""Written when this package was made: help() has no texts."""


class ClientMethodDocstring(str):
    def __new__(cls, *_, **__):
        return super().__new__(cls)


PaginatorDocstring = WaiterDocstring = ClientMethodDocstring
'''
_STILL_IMPORTED = "utils.py"  # by the handlers
_NO_HTTP_2 = '"""Written when this package was made: HTTP/2 cannot be switched on."""\n'


def trim(libraries: Path) -> None:
    """Leave them out of the installed libraries."""
    _trim_botocore(libraries / "botocore")
    _trim_urllib3(libraries / "urllib3" / "http2")


def _trim_botocore(botocore: Path) -> None:
    with (botocore / "handlers.py").open("a", encoding="utf-8") as handlers:
        handlers.write(_OF_SERVICES_CALLED)
    handbook = botocore / "docs"
    for part in handbook.iterdir():
        if part.is_dir():
            shutil.rmtree(part)
        elif part.name != _STILL_IMPORTED:
            part.unlink()
    (handbook / "__init__.py").touch()
    (handbook / "docstring.py").write_text(_NO_TEXTS, encoding="utf-8")


def _trim_urllib3(http_2: Path) -> None:
    """Only ``probe.py`` stays: each connection asks it, and it remembers nothing."""
    (http_2 / "connection.py").unlink()
    (http_2 / "__init__.py").write_text(_NO_HTTP_2, encoding="utf-8")
