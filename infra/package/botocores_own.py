"""A trick on botocore: of its code is left out what no call of ours needs, its handlers for services that are not
called, and its handbook.

Every cold start would register a hundred handlers for other services, and load what writes the texts of ``help()``.
No setting of botocore leaves them out; so its ``handlers.py`` ends with a few lines of ours, and ``docs`` is nearly
empty. It saves a cold start 88 million instructions and 17 modules, and 0.1 MB of the zip.

If botocore moves what is changed here, the package cannot be made, or no handler of it starts. If it does something new
for our services, that stays: ``tests/package/test_contents.py`` compares what is left with all that botocore has, and
has every service that is called answer. ``TRICKS`` without ``botocore`` switches it off.
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


def trim(libraries: Path) -> None:
    """Leave both out of the installed botocore."""
    botocore = libraries / "botocore"
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
